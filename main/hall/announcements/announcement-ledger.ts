import type { Announced, Announcer } from '../../../preload/contracts/feed.ts';
import type { AnnouncementView, CallView } from '../../../preload/contracts/hall-operations.ts';

/** One call and who said that it announced it: distinct listeners, so that a display that says it twice counts once. */
interface Entry {
  readonly call: CallView;
  readonly by: Readonly<Record<Announcer, Set<string>>>;
  /** When silence becomes an alarm; `null`: judged already, or made before this hall was started. */
  dueMs: number | null;
  unanswered: boolean;
}

/**
 * Who announced the last calls. Kept in memory only: what a listener says is worth nothing after a restart, and one fact
 * per call and display would be most of the journal. No clock: times are monotonic milliseconds, handed in.
 */
export class AnnouncementLedger {
  readonly #withinMs: number;
  readonly #entries = new Map<string, Entry>();
  #started = false;

  constructor(withinMs: number) {
    this.#withinMs = withinMs;
  }

  /**
   * The hall's calls as its pages know them now. What was called before the first time is not waited for. A call that a
   * recall replaced, or that left the list, is still judged when its time is over.
   */
  follow(calls: readonly CallView[], nowMs: number): void {
    const listed = new Set(calls.map(keyOf));
    for (const call of calls) {
      if (!this.#entries.has(keyOf(call)))
        this.#entries.set(keyOf(call), entryOf(call, this.#started ? nowMs + this.#withinMs : null));
    }
    this.#started = true;
    for (const [key, { dueMs }] of this.#entries) {
      if (dueMs === null && !listed.has(key)) this.#entries.delete(key);
    }
  }

  /** False: nobody knows this call, or the listener said so before. */
  announced(said: Announced, listener: string): boolean {
    const entry = this.#entries.get(keyOf(said));
    if (entry === undefined || entry.by[said.by].has(listener)) return false;
    entry.by[said.by].add(listener);
    return true;
  }

  /** The calls whose time is over and that nobody in the hall could see or hear. Each is answered once. */
  judge(nowMs: number): CallView[] {
    const due = [...this.#entries.values()].filter(({ dueMs }) => dueMs !== null && dueMs <= nowMs);
    for (const entry of due) {
      entry.dueMs = null;
      entry.unanswered = !isAnnounced(entry);
    }
    return due.filter(({ unanswered }) => unanswered).map(({ call }) => call);
  }

  /** When to judge next; undefined: no call is waited for. */
  nextDueMs(): number | undefined {
    const dues = [...this.#entries.values()].flatMap(({ dueMs }) => dueMs ?? []);
    return dues.length === 0 ? undefined : Math.min(...dues);
  }

  /** What pages are told of these calls, by ticket. A late announcement ends the alarm. */
  viewsOf(calls: readonly CallView[]): Record<string, AnnouncementView> {
    const entries = calls.flatMap((call) => this.#entries.get(keyOf(call)) ?? []);
    const told = entries.filter((entry) => entry.dueMs !== null || entry.unanswered || isAnnounced(entry));
    return Object.fromEntries(told.map((entry) => [entry.call.ticketId, viewOf(entry)]));
  }
}

/** A restored hall counts anew: the ticket makes the sequence unmistakable. */
function keyOf({ callSequence, ticketId }: Pick<CallView, 'callSequence' | 'ticketId'>): string {
  return `${callSequence}:${ticketId}`;
}

function entryOf(call: CallView, dueMs: number | null): Entry {
  const by = { display: new Set<string>(), speaker: new Set<string>(), 'window-display': new Set<string>() };
  return { call, by, dueMs, unanswered: false };
}

/** A display over the window is seen by who already stands there: it calls nobody out of the rows of seats. */
function isAnnounced({ by }: Entry): boolean {
  return by.display.size + by.speaker.size > 0;
}

function viewOf(entry: Entry): AnnouncementView {
  const { call, by, unanswered } = entry;
  return {
    ticketId: call.ticketId,
    callSequence: call.callSequence,
    display: by.display.size,
    speaker: by.speaker.size,
    windowDisplay: by['window-display'].size,
    state: isAnnounced(entry) ? 'announced' : unanswered ? 'unanswered' : 'pending',
  };
}
