import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { FromServiceProcess, ToServiceProcess } from '../../../main/foundation/process-messages.ts';
import type { Lifetime } from '../../../main/foundation/lifetime.ts';

export interface StartedProcess {
  readonly address: string;
  readonly child: ChildProcess;
}

/** Starts a service in a process of its own and answers its address. Throws when it does not start. */
export async function startProcess(
  file: string,
  options: unknown,
  lifetime: Lifetime,
): Promise<StartedProcess> {
  const child = lifetime.own(fork(file, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] }), stop);
  const answer = once(child, 'message') as Promise<[FromServiceProcess]>;
  child.send({ type: 'start', options } satisfies ToServiceProcess);
  const [message] = await Promise.race([answer, gone(child)]);
  if (message.type !== 'ready') throw new Error(`${file}: ${JSON.stringify(message)}`);
  return { address: message.address, child };
}

async function gone(child: ChildProcess): Promise<never> {
  await once(child, 'exit');
  throw new Error('The process ended before it was ready');
}

/** Losing its parent's channel is how each of them ends in order. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || !child.connected) return;
  const ended = once(child, 'exit');
  child.disconnect();
  await ended;
}
