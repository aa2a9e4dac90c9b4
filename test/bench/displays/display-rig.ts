import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Lifetime } from '../../../main/foundation/lifetime.ts';
import { PEOPLE_WAITING } from '../core/full-hall.ts';
import { visitor } from '../core/visitors.ts';
import { startHttpHall, type HttpHall } from '../http/http-hall.ts';
import { openClient, type Post } from '../http/keep-alive-client.ts';
import { startProcess } from '../http/start-process.ts';
import { AllHeard, ASK_LAST_COMMIT, CommittedAt, type ListenerOptions, type Source } from './messages.ts';
import { monotonicMs } from './monotonic.ts';

const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const COUNTERS = ['1', '2', '3', '4'] as const;

/** One call on its way: when it was asked for, was on the disk, and had reached the last display. */
export interface CallSeen extends CommittedAt {
  readonly ticketId: string;
  readonly number: string;
  readonly askedAtMs: number;
  readonly lastHeardAtMs: number;
  readonly bytes: number;
}

/** A full hall with listening processes, and beside it a raw broadcast that the same processes hear. */
export class DisplayRig {
  readonly hall: HttpHall;
  readonly rawAddress: string;
  /** How many raw messages were sent; each carries its number. */
  broadcasts = 0;
  readonly #raw: Post;
  readonly #listeners: readonly ChildProcess[];
  #visitors = 0;
  #calls = 0;

  private constructor(hall: HttpHall, raw: Post, rawAddress: string, listeners: readonly ChildProcess[]) {
    this.hall = hall;
    this.rawAddress = rawAddress;
    this.#raw = raw;
    this.#listeners = listeners;
  }

  /** `sockets`: how many connections each of the listening processes holds to either of the two. */
  static async start(folder: string, sockets: readonly number[], lifetime: Lifetime): Promise<DisplayRig> {
    const hall = await startHttpHall(folder, lifetime, file('./timed-hall-process.ts'));
    const raw = await startProcess(file('./raw-broadcast-process.ts'), {}, lifetime);
    const addresses = { hall: hall.process.address, raw: raw.address };
    const listeners: ChildProcess[] = [];
    for (const count of sockets) {
      const options: ListenerOptions = { addresses, token: hall.displayToken, sockets: count };
      const { child } = await startProcess(file('./listener-process.ts'), options, lifetime);
      listeners.push(child.setMaxListeners(0));
    }
    const rig = new DisplayRig(hall, openClient(raw.address, lifetime), raw.address, listeners);
    await rig.#fill();
    return rig;
  }

  /** The next counter calls, and everybody has heard it. */
  async call(): Promise<CallSeen> {
    const counterId = COUNTERS[this.#calls % COUNTERS.length] ?? COUNTERS[0];
    this.#calls += 1;
    const heard = this.#heardByAll('hall');
    const askedAtMs = monotonicMs();
    const { ticketId, number } = await this.hall.do('callNext', { counterId });
    const last = await heard;
    const committed = await this.#lastCommit();
    return { ticketId, number, askedAtMs, ...committed, ...last };
  }

  /** Who would be called now: the first of the order that displays list. */
  async nextNumber(): Promise<string> {
    const { order } = await this.hall.ask('queueSnapshot', {});
    return order.numbers[0] ?? '';
  }

  /** The raw broadcast of a message of so many bytes with a number that nobody has heard, and everybody has heard it. */
  async broadcast(bytes: number): Promise<{ readonly sentAtMs: number; readonly lastHeardAtMs: number }> {
    const heard = this.#heardByAll('raw');
    this.broadcasts += 1;
    const text = `{"callSequence":${this.broadcasts}}`.padEnd(bytes, ' ');
    const { sentAtMs } = (await this.#raw('/', { text })) as { sentAtMs: number };
    const { lastHeardAtMs } = await heard;
    return { sentAtMs, lastHeardAtMs };
  }

  /** The person called is served and somebody else comes; afterwards nothing is under way. */
  async serve(ticketId: string): Promise<void> {
    await this.hall.do('startService', { ticketId });
    await this.hall.do('finishService', { ticketId, outcome: 'done' });
    await this.#letIn();
    await this.hall.ask('ticketStatus', { ticketId });
    await new Promise((quiet) => setTimeout(quiet, QUIET_MS));
  }

  async #fill(): Promise<void> {
    for (const counterId of COUNTERS) await this.hall.do('openCounter', { counterId });
    while (this.#visitors < PEOPLE_WAITING) await this.#letIn();
  }

  async #letIn(): Promise<void> {
    await this.hall.do('issueTicket', visitor(this.#visitors));
    this.#visitors += 1;
  }

  /** One call is under way at a time, so the next one that each process tells is this one. */
  async #heardByAll(source: Source): Promise<{ lastHeardAtMs: number; bytes: number }> {
    const each = await Promise.all(
      this.#listeners.map((child) => told(child, AllHeard, (heard) => heard.source === source)),
    );
    return {
      lastHeardAtMs: Math.max(...each.map(({ atMs }) => atMs)),
      bytes: Math.max(0, ...each.map(({ bytes }) => bytes)),
    };
  }

  #lastCommit(): Promise<CommittedAt> {
    const answer = told(this.hall.process.child, CommittedAt, () => true);
    this.hall.process.child.send(ASK_LAST_COMMIT);
    return answer;
  }
}

/** Listeners still read what else a visit changes; what is measured next starts on a quiet line. */
const QUIET_MS = 5;

interface Schema<Message> {
  safeParse(raw: unknown): { readonly success: true; readonly data: Message } | { readonly success: false };
}

/** The first message of this kind that a child process tells. */
function told<Message>(
  child: ChildProcess,
  schema: Schema<Message>,
  fits: (message: Message) => boolean,
): Promise<Message> {
  return new Promise((resolve) => {
    const hear = (raw: { readonly type?: string; readonly message?: unknown }): void => {
      const parsed = schema.safeParse(raw.message);
      if (raw.type !== 'told' || !parsed.success || !fits(parsed.data)) return;
      child.off('message', hear);
      resolve(parsed.data);
    };
    child.on('message', hear);
  });
}
