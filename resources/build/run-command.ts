import { spawn } from 'node:child_process';
import { err, ok, type Result } from '../../preload/contracts/result.ts';

export interface CommandFailure {
  readonly command: string;
  readonly reason: string;
}

export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** The command and what it prints is shown as it runs instead of being collected. */
  readonly showOutput?: boolean;
  /** After this many milliseconds the command is ended and counts as failed. */
  readonly deadlineMs?: number;
}

const LAST_LINES_SHOWN = 12;

/** Runs a command without a shell and without stdin. Answers what it printed, or why it failed. Never throws. */
export function runCommand(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<Result<string, CommandFailure>> {
  const shown = [command, ...args].join(' ');
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', options.showOutput ? 'inherit' : 'pipe', options.showOutput ? 'inherit' : 'pipe'],
      ...(options.deadlineMs === undefined ? {} : { timeout: options.deadlineMs }),
    });
    let printed = '';
    const collect = (chunk: Buffer): void => void (printed += chunk.toString());
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.once('error', (error) => resolve(err({ command: shown, reason: error.message })));
    child.once('close', (code, signal) => {
      if (code === 0) return resolve(ok(printed));
      const ending = signal === null ? `exit code ${code}` : `ended by ${signal}`;
      const tail = printed.trim().split('\n').slice(-LAST_LINES_SHOWN).join('\n');
      resolve(err({ command: shown, reason: tail === '' ? ending : `${ending}\n${tail}` }));
    });
  });
}

/** For steps without which nothing further makes sense: the output, or an error that names the command. */
export async function mustRun(
  command: string,
  args: readonly string[],
  options?: CommandOptions,
): Promise<string> {
  const result = await runCommand(command, args, options);
  if (!result.ok) throw new Error(`${result.error.command}: ${result.error.reason}`);
  return result.value;
}
