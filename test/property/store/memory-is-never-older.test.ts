import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ManualClock } from '../../../main/foundation/clock.ts';
import { createJournal, uuidText, uuidV7 } from '../../../main/hall/journal/index.ts';
import { createCounterStore } from '../../../main/hall/store/counter-store.ts';
import { createDayStore } from '../../../main/hall/store/day-store.ts';
import { createMemory, type Memory } from '../../../main/hall/store/memory.ts';
import { createProjector } from '../../../main/hall/store/projections.ts';
import { createServiceTimeStore } from '../../../main/hall/store/service-time-store.ts';
import { createStepStore } from '../../../main/hall/store/step-store.ts';
import { createTicketStore } from '../../../main/hall/store/ticket-store.ts';
import Database from 'better-sqlite3';
import { migrate } from '../../../main/foundation/sqlite/migrate.ts';
import { hallMigrations } from '../../../main/hall/store/migrations.ts';

/** What somebody does, whom it is done to, and whether the transaction is given up at its end. */
const someStep = fc.record({
  kind: fc.constantFrom(
    ...(['issue', 'issue', 'issue', 'call', 'call', 'start', 'finish', 'miss', 'return', 'cancel'] as const),
    ...(['open', 'pause', 'day', 'undo', 'undo'] as const),
  ),
  which: fc.nat({ max: 30 }),
  elder: fc.boolean(),
  givenUp: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.constant(true)),
  /** Looking in between must make no difference. */
  looks: fc.boolean(),
});
type Step = typeof someStep extends fc.Arbitrary<infer Value> ? Value : never;

const NOTHING_KEPT: Memory = { keep: (read) => read, note: () => undefined };

class GivenUp extends Error {}

/** A file on which facts are written without asking whether they make sense: the tables and the memory must agree anyway. */
class Facts {
  readonly #database = new Database(':memory:');
  readonly #clock = new ManualClock('2026-03-02T08:30:00+08:00');
  readonly #tickets: string[] = [];
  readonly #journal;
  readonly #kept;
  readonly #fresh;

  constructor() {
    migrate(this.#database, hallMigrations);
    const memory = createMemory(this.#database);
    const project = createProjector(this.#database, memory);
    this.#journal = createJournal({ database: this.#database, clock: this.#clock, bootId: 'test', project });
    this.#kept = this.#readings(memory);
    this.#fresh = this.#readings(NOTHING_KEPT);
  }

  #readings(memory: Memory) {
    const tickets = createTicketStore(this.#database, memory);
    const counters = createCounterStore(this.#database, memory);
    const times = createServiceTimeStore(this.#database, memory);
    const days = createDayStore(this.#database, memory);
    return () => [tickets.waiting(), tickets.live(), counters.desks(), times.all(), days.current()];
  }

  do(step: Step): void {
    const known = this.#tickets.length;
    const write = this.#database.transaction(() => {
      this.#append(step);
      if (step.looks) this.mustAgree();
      if (step.givenUp) throw new GivenUp();
    });
    try {
      write.immediate();
    } catch (failure) {
      if (!(failure instanceof GivenUp)) throw failure;
      this.#tickets.length = known;
    }
    if (step.looks) this.mustAgree();
  }

  mustAgree(): void {
    expect(this.#kept()).toEqual(this.#fresh());
  }

  #append({ kind, which, elder }: Step): void {
    const { append } = this.#journal;
    this.#clock.advance(60_000 * which);
    const counterId = String(1 + (which % 3));
    if (kind === 'day') return void append('day.opened', 1, { date: '2026-03-02' });
    if (kind === 'open') return void append('counter.opened', 1, { counterId, services: ['LN-01'] });
    if (kind === 'pause') return void append('counter.paused', 1, { counterId, reason: 'meal' });
    if (kind === 'issue') return this.#issue(elder);
    if (kind === 'undo') return this.#undo(counterId);
    const ticketId = this.#tickets[which % this.#tickets.length];
    if (ticketId === undefined) return;
    if (kind === 'call') append('ticket.called', 1, { ticketId, counterId, callCount: 1 });
    if (kind === 'start') append('ticket.started', 1, { ticketId, counterId });
    if (kind === 'finish') append('ticket.finished', 1, { ticketId, counterId, outcome: 'done' });
    if (kind === 'miss') append('ticket.missed', 1, { ticketId, counterId });
    if (kind === 'return') append('ticket.returned', 1, { ticketId, afterCalls: which % 4 });
    if (kind === 'cancel') append('ticket.cancelled', 1, { ticketId, reason: 'left' });
  }

  /** Only what can be taken back: the tables refuse anything else. */
  #undo(counterId: string): void {
    const last = createStepStore(this.#database).of(counterId);
    if (last === undefined) return;
    const { ticketId, step } = last;
    this.#journal.append('step.undone', 1, { ticketId, counterId, undone: step });
  }

  #issue(elder: boolean): void {
    const ticketId = uuidText(uuidV7(this.#clock.nowMs()));
    const sequence = this.#tickets.push(ticketId);
    this.#journal.append('ticket.issued', 1, {
      ticketId,
      number: `C${String(this.#journal.head().seq % 1000).padStart(3, '0')}`,
      series: 'C',
      sequence,
      serviceCode: 'LN-01',
      priorityClass: elder ? 'elder' : 'ordinary',
      priorityReason: elder ? 'stated' : 'none',
      hallTimeMs: this.#clock.nowMs(),
      requestId: uuidText(uuidV7(this.#clock.nowMs())),
    });
  }
}

test('what is kept between events is what the tables say, also after transactions that were given up', () => {
  fc.assert(
    fc.property(fc.array(someStep, { maxLength: 60, size: 'max' }), (steps) => {
      const facts = new Facts();
      for (const step of steps) facts.do(step);
      facts.mustAgree();
    }),
    { numRuns: 150 },
  );
});
