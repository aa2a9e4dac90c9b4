import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { fromServiceProcess, type ToServiceProcess } from '../../../main/foundation/process-messages.ts';

const PROGRAMS = {
  hall: fileURLToPath(new URL('../../../main/hall/process.ts', import.meta.url)),
  station: fileURLToPath(new URL('../../../main/station/process.ts', import.meta.url)),
} as const;

export interface StartOptions {
  /** Run under strace with these rules, its account in this file: `-e trace=…`, `-e inject=…`. */
  readonly traced?: { readonly rules: readonly string[]; readonly account: string };
}

/** A service as a process of its own, supervised by messages as the shell does it, and killed as power cuts do it. */
export class ServiceProcess {
  readonly address: string;
  readonly #child: ChildProcess;
  readonly #printed: { text: string };

  private constructor(child: ChildProcess, address: string, printed: { text: string }) {
    this.#child = child;
    this.address = address;
    this.#printed = printed;
  }

  /** Rejects with what the service said when it could not start. */
  static async start(
    program: keyof typeof PROGRAMS,
    options: object,
    { traced }: StartOptions = {},
  ): Promise<ServiceProcess> {
    const command = [process.execPath, PROGRAMS[program]];
    const line = traced
      ? ['strace', '-f', '-qq', '-o', traced.account, ...traced.rules, ...command]
      : command;
    const [file = '', ...rest] = line;
    const child = spawn(file, rest, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], detached: true });
    const printed = { text: '' };
    child.stderr?.on('data', (chunk: Buffer) => void (printed.text += String(chunk)));
    try {
      const address = await ready(child, options);
      return new ServiceProcess(child, address, printed);
    } catch (failure) {
      await killGroup(child);
      throw failure;
    }
  }

  /** What it wrote to its log. */
  get log(): string {
    return this.#printed.text;
  }

  get port(): number {
    return Number(new URL(this.address).port);
  }

  /** kill -9: nothing is closed, nothing is said. */
  kill(): Promise<void> {
    return killGroup(this.#child);
  }

  /** An orderly end; answers the exit code. */
  async stop(): Promise<number | null> {
    if (this.#child.exitCode !== null) return this.#child.exitCode;
    const gone = once(this.#child, 'exit');
    this.#child.send({ type: 'stop' } satisfies ToServiceProcess);
    await gone;
    return this.#child.exitCode;
  }
}

function ready(child: ChildProcess, options: object): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      reject(new Error(`ended with ${code ?? signal} before it was ready`)),
    );
    child.on('message', (raw) => {
      const message = fromServiceProcess.parse(raw);
      if (message.type === 'ready') resolve(message.address);
      if (message.type === 'failed') reject(new Error(message.error));
    });
    child.send({ type: 'start', options } satisfies ToServiceProcess);
  });
}

/** The group: a tracer must not survive what it traced, nor the other way round. */
async function killGroup(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = once(child, 'exit');
  process.kill(-child.pid, 'SIGKILL');
  await gone;
}
