import { spawn, type ChildProcess } from 'node:child_process';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';

export type ProgramFault =
  | { readonly kind: 'program-missing' }
  | { readonly kind: 'program-failed'; readonly exitCode: number | null }
  /** It was killed: it took longer than it may. */
  | { readonly kind: 'timed-out' }
  | { readonly kind: 'too-much-output' }
  /** It was killed because the station ends. */
  | { readonly kind: 'stopped' };

export interface ProgramRun {
  readonly program: string;
  readonly args: readonly string[];
  /** Written to its input, which is then closed. */
  readonly input?: string;
  /** Then it is killed with everything it started, and this answers without waiting for it to be gone. */
  readonly deadlineMs: number;
  readonly mostOutputBytes?: number;
  readonly env?: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
}

const OWN_GROUP = process.platform !== 'win32';

/**
 * Runs a program that may hang: without a shell, in a process group of its own. Answers what it wrote to its output.
 * Never rejects. A driver can keep a killed process in the kernel, so nothing waits for the end of one.
 */
export function runProgram(run: ProgramRun): Promise<Result<Buffer, ProgramFault>> {
  const { signal } = run;
  if (signal.aborted) return Promise.resolve(err({ kind: 'stopped' }));
  return new Promise((resolve) => {
    const child = start(run);
    const chunks: Buffer[] = [];
    const settle = (answer: Result<Buffer, ProgramFault>): void => {
      clearTimeout(deadline);
      signal.removeEventListener('abort', onStop);
      resolve(answer);
    };
    const give = (fault: ProgramFault): void => {
      killGroup(child);
      settle(err(fault));
    };
    const onStop = (): void => give({ kind: 'stopped' });
    const deadline = setTimeout(() => give({ kind: 'timed-out' }), run.deadlineMs);
    signal.addEventListener('abort', onStop);

    let bytes = 0;
    child.stdout?.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > (run.mostOutputBytes ?? 0)) give({ kind: 'too-much-output' });
      else chunks.push(chunk);
    });
    child.once('error', (fault) => settle(err(startFault(fault))));
    child.once('close', (exitCode) => {
      settle(exitCode === 0 ? ok(Buffer.concat(chunks)) : err({ kind: 'program-failed', exitCode }));
    });
  });
}

function start({ program, args, input, env, mostOutputBytes }: ProgramRun): ChildProcess {
  const child = spawn(program, args, {
    stdio: [
      input === undefined ? 'ignore' : 'pipe',
      mostOutputBytes === undefined ? 'ignore' : 'pipe',
      'ignore',
    ],
    env: env ?? process.env,
    detached: OWN_GROUP,
    windowsHide: true,
  });
  // It may end before it has read everything; its exit code says what that means.
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(input);
  return child;
}

function killGroup(child: ChildProcess): void {
  const { pid } = child;
  if (pid === undefined) return;
  try {
    if (OWN_GROUP) process.kill(-pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    // Gone already: what was wanted.
  }
  child.stdout?.destroy();
  child.stdin?.destroy();
  child.unref();
}

function startFault(fault: Error): ProgramFault {
  const missing = 'code' in fault && fault.code === 'ENOENT';
  return missing ? { kind: 'program-missing' } : { kind: 'program-failed', exitCode: null };
}
