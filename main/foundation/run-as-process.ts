import type { FromServiceProcess, ToServiceProcess } from './process-messages.ts';

export interface RunningService {
  /** Where it serves, for example `http://127.0.0.1:7300`. */
  readonly address: string;
  stop(): Promise<void>;
}

export type StartService<Options> = (
  options: Options,
  tell: (message: unknown) => void,
) => Promise<RunningService>;

interface Supervisor {
  send(message: FromServiceProcess): void;
  onMessage(listener: (message: ToServiceProcess) => void): void;
  /** The supervisor is gone: nobody will ever ask for an orderly end. */
  onGone(listener: () => void): void;
}

/** As Electron's utility processes have it; described here because services do not know Electron. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

/**
 * The body of a service's entry point. Works as an Electron utility process and as a forked Node process: waits for
 * `start`, answers `ready` or `failed`, ends in order on `stop`, on SIGTERM or SIGINT, and when the supervisor is gone.
 */
export function runAsProcess<Options>(start: StartService<Options>): void {
  const supervisor = findSupervisor();
  let running: Promise<RunningService> | undefined;
  let ending = false;

  const end = async (code: number): Promise<void> => {
    if (ending) return;
    ending = true;
    const clean = await stopped(running);
    process.exit(clean ? code : 1);
  };
  supervisor.onMessage((message) => {
    if (message.type === 'stop') return void end(0);
    if (message.type !== 'start' || running !== undefined || ending) return;
    running = start(message.options as Options, (told) => supervisor.send({ type: 'told', message: told }));
    running.then(
      ({ address }) => supervisor.send({ type: 'ready', address }),
      (error: unknown) => {
        supervisor.send({ type: 'failed', error: describe(error) });
        running = undefined;
        setTimeout(() => void end(1), LAST_MESSAGE_MS);
      },
    );
  });
  supervisor.onGone(() => void end(0));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void end(0));
}

/** A message is still on its way when `postMessage` returns; leaving at once would lose the reason of a failure. */
const LAST_MESSAGE_MS = 200;

async function stopped(running: Promise<RunningService> | undefined): Promise<boolean> {
  try {
    await (await running)?.stop();
    return true;
  } catch (error) {
    process.stderr.write(`${describe(error)}\n`);
    return false;
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function findSupervisor(): Supervisor {
  const port = 'parentPort' in process ? (process.parentPort as ParentPort | null) : null;
  if (port !== null) {
    return {
      send: (message) => port.postMessage(message),
      onMessage: (listener) => port.on('message', (event) => listener(event.data as ToServiceProcess)),
      onGone: () => undefined, // Electron ends its utility processes itself
    };
  }
  if (process.send === undefined)
    throw new Error('This program is started by the shell or the command line.');
  return {
    send: (message) => void (process.connected && process.send?.(message)),
    onMessage: (listener) => void process.on('message', (message) => listener(message as ToServiceProcess)),
    onGone: (listener) => void process.on('disconnect', listener),
  };
}
