import { utilityProcess } from 'electron';
import type { ServiceChild } from './service-supervisor.ts';

/** Starts a built service as a utility process, by path. What it prints goes to our own stderr. */
export function launchUtilityChild(name: string, script: string): ServiceChild {
  const child = utilityProcess.fork(script, [], { serviceName: `songting-${name}`, stdio: 'pipe' });
  child.stdout?.pipe(process.stderr, { end: false });
  child.stderr?.pipe(process.stderr, { end: false });
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', listener),
    kill: () => {
      // Its own kill() asks politely, and a process that hangs does not hear.
      if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL');
    },
  };
}
