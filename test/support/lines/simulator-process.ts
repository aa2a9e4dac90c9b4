import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { waitFor } from '../wait-for.ts';
import { ended } from './serial-wire.ts';

export type Said = { readonly said: string; readonly reason?: string } & Readonly<Record<string, unknown>>;

/** A simulator as a process of its own: orders as JSON lines in, facts as JSON lines out. */
export class SimulatorProcess {
  readonly child: ChildProcess;
  /** Everything it said, oldest first. */
  readonly heard: Said[] = [];

  private constructor(child: ChildProcess) {
    this.child = child;
    if (child.stdout === null) throw new Error('The simulator has no standard output');
    createInterface({ input: child.stdout }).on('line', (line) => this.heard.push(JSON.parse(line) as Said));
  }

  /** `program`: its path below main/station/devices. Ready when it has its line or its port. */
  static async start(program: string, args: readonly string[]): Promise<SimulatorProcess> {
    const file = fileURLToPath(new URL(`../../../main/station/devices/${program}`, import.meta.url));
    const child = spawn(process.execPath, [file, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
    const simulator = new SimulatorProcess(child);
    await waitFor(() => {
      if (child.exitCode !== null) throw new Error(`${program} ended with ${child.exitCode}`);
      return simulator.count('open') > 0 || undefined;
    });
    return simulator;
  }

  count(said: string): number {
    return this.heard.filter((fact) => fact.said === said).length;
  }

  last(said: string): Said | undefined {
    return this.heard.findLast((fact) => fact.said === said);
  }

  /** Gives an order and waits until it is carried out; throws what the simulator objects to. */
  async order(command: object): Promise<Said> {
    const replies = (): Said[] =>
      this.heard.filter(({ said }) => said === 'done' || said === 'error' || said === 'report');
    const before = replies().length;
    this.child.stdin?.write(`${JSON.stringify(command)}\n`);
    const reply = await waitFor(() => replies()[before]);
    if (reply.reason !== undefined) throw new Error(reply.reason);
    return reply;
  }

  end(): Promise<void> {
    return ended(this.child);
  }
}
