import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { EscPosOp } from '../../../main/station/devices/ticket-printer/esc-pos/decoder.ts';
import { readOps, type ReadTicket } from './read-paper.ts';

const PROGRAM = fileURLToPath(
  new URL(
    '../../../main/station/devices/ticket-printer/esc-pos/printer-simulator-program.ts',
    import.meta.url,
  ),
);

interface Report {
  readonly papers: readonly { readonly ops: readonly EscPosOp[] }[];
  readonly unfinished: { readonly ops: readonly EscPosOp[] };
  readonly received: string;
  readonly connections: number;
}

type Message = { readonly event: string; readonly port?: number } & Partial<Report>;

/** The printer simulator as a process of its own: real sockets, commands on its standard input. */
export class SimulatedPrinterProcess {
  readonly #child: ChildProcess;
  readonly #waiting: ((message: Message) => void)[] = [];
  readonly #early: Message[] = [];
  port = 0;

  constructor(child: ChildProcess) {
    this.#child = child;
    if (child.stdout === null) throw new Error('no standard output');
    createInterface({ input: child.stdout }).on('line', (line) => {
      const message = JSON.parse(line) as Message;
      if (message.event !== 'paper') this.#deliver(message);
    });
  }

  static async start(where: number | string = 0): Promise<SimulatedPrinterProcess> {
    const child = spawn(process.execPath, [PROGRAM, String(where)], { stdio: ['pipe', 'pipe', 'inherit'] });
    const printer = new SimulatedPrinterProcess(child);
    printer.port = (await printer.#next()).port ?? 0;
    return printer;
  }

  get address(): string {
    return `tcp://127.0.0.1:${this.port}`;
  }

  /** One command of the simulator; done when this returns. */
  async tell(command: { readonly do: string } & Record<string, unknown>): Promise<Message> {
    const answer = this.#next();
    this.#child.stdin?.write(`${JSON.stringify(command)}\n`);
    const message = await answer;
    return command.do === 'switch-on' ? this.#next() : message;
  }

  async report(): Promise<Report> {
    return (await this.tell({ do: 'report' })) as Message & Report;
  }

  /** All tickets on paper, cut ones first, then what is still in the printer. */
  async tickets(): Promise<ReadTicket[]> {
    const { papers, unfinished } = await this.report();
    return readOps([...papers.flatMap(({ ops }) => ops), ...unfinished.ops]);
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    const gone = once(this.#child, 'exit');
    this.#child.stdin?.end();
    await gone;
  }

  #deliver(message: Message): void {
    const waiting = this.#waiting.shift();
    if (waiting) waiting(message);
    else this.#early.push(message);
  }

  #next(): Promise<Message> {
    const early = this.#early.shift();
    if (early) return Promise.resolve(early);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}
