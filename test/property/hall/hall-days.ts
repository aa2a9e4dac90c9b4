import { join } from 'node:path';
import fc from 'fast-check';
import { openDatabase, type Database } from '../../../main/foundation/sqlite/open-database.ts';
import { HALL_FILE } from '../../../main/hall/files.ts';
import { DEFAULT_RULES } from '../../../main/hall/domain/rules/index.ts';
import { hallOperations, type HallOperations } from '../../../preload/contracts/hall-operations.ts';
import type { ApiError } from '../../../preload/contracts/errors.ts';
import {
  DEVICE_RATING_CHANNELS,
  RATING_LEVELS,
  type RatingLevel,
} from '../../../preload/contracts/rating.ts';
import type { Caller } from '../../../preload/contracts/operation.ts';
import type { Result } from '../../../preload/contracts/result.ts';
import { JUDGEMENTS } from '../../../preload/contracts/rating-case.ts';
import { CLERK, KIOSK, LEADER, OTHER_LEADER, SUPERVISOR, TestHall } from '../../support/open-test-hall.ts';

type Name = keyof HallOperations;
type Answer = Result<unknown, ApiError>;

/** One thing that happens in a hall. `pick` chooses among what is there at that moment. */
export type Happening =
  | {
      readonly kind: 'issue';
      readonly service: string;
      readonly birthDate: string | undefined;
      readonly person: number;
      readonly more: readonly string[];
    }
  | { readonly kind: 'at-counter'; readonly operation: Name; readonly counter: string }
  | { readonly kind: 'assign'; readonly services: readonly string[]; readonly counter: string }
  | { readonly kind: 'serve'; readonly counter: string }
  | { readonly kind: 'at-desk'; readonly operation: Name; readonly wish: object }
  | { readonly kind: 'to-ticket'; readonly operation: Name; readonly pick: number }
  | { readonly kind: 'pass-on'; readonly wish: PassingOn; readonly pick: number }
  | {
      readonly kind: 'paper';
      readonly pick: number;
      readonly printState: 'sent' | 'confirmed' | 'unknown';
      readonly reprint: boolean;
    }
  | {
      readonly kind: 'rate';
      readonly pick: number;
      readonly level: RatingLevel;
      readonly channel: 'pad' | 'customer-screen' | 'kiosk';
    }
  | { readonly kind: 'work-on-case'; readonly pick: number; readonly wish: object; readonly other: boolean }
  | { readonly kind: 'again'; readonly pick: number }
  | { readonly kind: 'time'; readonly ms: number }
  | { readonly kind: 'clock'; readonly wall: string }
  | { readonly kind: 'restart' };

/** What clerks do with a person besides serving them. */
type PassingOn =
  | readonly ['resumeTicket', { readonly counterId: string }]
  | readonly ['addService', { readonly counterId: string; readonly serviceCode: string }]
  | readonly ['finishService', { readonly endVisit: true }]
  | readonly ['callTicket', { readonly counterId: string; readonly why: string }]
  | readonly [
      'transferTicket',
      { readonly serviceCode?: string; readonly toCounterId?: string; readonly toSender?: true },
    ]
  | readonly ['correctPriority', { readonly priorityClass: string; readonly why: string }];

const pick = fc.nat({ max: 1_000 });
const MINUTE_MS = 60_000;

export const someHappening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('issue' as const),
      service: fc.constantFrom('LN-01', 'LN-02', 'JZ-01', 'HY-01'),
      birthDate: fc.constantFrom(undefined, undefined, '19400101', '19990101'),
      person: fc.nat({ max: 6 }),
      more: fc.oneof(
        { weight: 3, arbitrary: fc.constant([]) },
        fc.uniqueArray(fc.constantFrom('LN-03', 'JZ-02', 'SH-01'), { maxLength: 3 }),
      ),
    }),
  },
  {
    weight: 10,
    arbitrary: fc.record({
      kind: fc.constant('at-counter' as const),
      operation: fc.constantFrom<Name[]>(
        'callNext',
        'callNext',
        'callNext',
        'openCounter',
        'openCounter',
        'pauseCounter',
        'closeCounter',
      ),
      counter: fc.constantFrom('1', '2', '3', '1', '2', '99'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('serve' as const), counter: fc.constantFrom('1', '2') }),
  },
  {
    weight: 6,
    arbitrary: fc
      .constantFrom<(readonly [Name, object])[]>(
        ['serveNow', { counterId: '1', serviceCode: 'LN-05' }],
        ['serveNow', { counterId: '2', serviceCode: 'JZ-01', companionRelation: 'agent' }],
        ['openCounter', { counterId: '1', services: ['LN-01', 'LN-02', 'LN-03'] }],
        ['openCounter', { counterId: '3', services: ['JZ-02', 'SH-01'] }],
        ['pauseCounter', { counterId: '1', reason: 'meal' }],
        ['undoStep', { counterId: '1' }],
        ['undoStep', { counterId: '1' }],
        ['undoStep', { counterId: '2' }],
      )
      .map(([operation, wish]) => ({ kind: 'at-desk' as const, operation, wish })),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('assign' as const),
      services: fc.constantFrom([], ['LN-01'], ['JZ-01', 'HY-01']),
      counter: fc.constantFrom('1', '2', '99'),
    }),
  },
  {
    weight: 10,
    arbitrary: fc.record({
      kind: fc.constant('to-ticket' as const),
      operation: fc.constantFrom<Name[]>(
        'startService',
        'finishService',
        'missTicket',
        'returnTicket',
        'cancelTicket',
        'recallTicket',
        'parkTicket',
      ),
      pick,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('pass-on' as const),
      wish: fc.constantFrom<PassingOn[]>(
        ['resumeTicket', { counterId: '1' }],
        ['resumeTicket', { counterId: '2' }],
        ['transferTicket', { serviceCode: 'LN-02' }],
        ['transferTicket', { serviceCode: 'JZ-01' }],
        ['transferTicket', { toCounterId: '2' }],
        ['transferTicket', { serviceCode: 'JZ-02' }],
        ['addService', { counterId: '1', serviceCode: 'LN-04' }],
        ['finishService', { endVisit: true }],
        ['transferTicket', { serviceCode: 'LN-01', toCounterId: '3' }],
        ['transferTicket', { toSender: true }],
        ['callTicket', { counterId: '1', why: 'asked-by-colleague' }],
        ['callTicket', { counterId: '2', why: 'came-late' }],
        ['correctPriority', { priorityClass: 'urgent', why: 'unwell' }],
        ['correctPriority', { priorityClass: 'ordinary', why: 'entered-wrongly' }],
      ),
      pick,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('paper' as const),
      pick,
      printState: fc.constantFrom('sent' as const, 'confirmed' as const, 'unknown' as const),
      reprint: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('rate' as const),
      pick,
      level: fc.constantFrom(...RATING_LEVELS),
      channel: fc.constantFrom(...DEVICE_RATING_CHANNELS),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('work-on-case' as const),
      pick,
      other: fc.boolean(),
      wish: fc.constantFrom<object>(
        { step: 'contact', note: 'spoke' },
        ...JUDGEMENTS.map((judgement) => ({ step: 'judge', judgement, note: 'waited-long' })),
        { step: 'fix', note: 'apologised' },
        { step: 'visit', note: 'satisfied-now' },
        { step: 'close' },
      ),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('again' as const), pick }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('time' as const), ms: fc.nat({ max: 30 * MINUTE_MS }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('time' as const),
      ms: fc.constantFrom(3, 9, 20).map((hours) => hours * 60 * MINUTE_MS),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('clock' as const),
      wall: fc.constantFrom(
        '2026-06-14T10:00:00+08:00',
        '2026-06-15T23:59:59+08:00',
        '2026-06-16T08:00:00+08:00',
        '2026-12-31T23:59:59+08:00',
        '2031-01-01T00:00:00+08:00',
        '1970-01-01T08:00:00+08:00',
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const) }) },
);

export const someHistory = fc.array(someHappening, { minLength: 1, maxLength: 90, size: 'max' });
export const someRule = fc.constantFrom(...Object.values(DEFAULT_RULES));

interface Sent {
  readonly operation: Name;
  readonly input: { readonly requestId: string };
  readonly answer: Answer;
  readonly dayDate: string | null;
}

/** Invented people with right numbers; nobody has them. */
const PEOPLE = ['110199194001011110', '110199194001011137', '110199194001011153'] as const;

/** Everybody else is a clerk. */
const CALLERS: Partial<Record<Name, Caller>> = {
  issueTicket: KIOSK,
  recordPrint: KIOSK,
  callTicket: SUPERVISOR,
};

/** A real hall that lives through a history, and everything that its pages were told. */
export class HallDays {
  readonly hall: TestHall;
  readonly sent: Sent[] = [];
  readonly reader: Database;
  #requests = 0;
  #leader = LEADER;

  constructor(folder: string, rule: (typeof DEFAULT_RULES)[keyof typeof DEFAULT_RULES]) {
    this.hall = new TestHall({ folder, policy: { rule, recallCoolDownMs: 0 } });
    const opened = openDatabase({ file: join(folder, HALL_FILE), readonly: true });
    if (!opened.ok) throw new Error(opened.error.kind);
    this.reader = opened.value;
  }

  live(happening: Happening): void {
    switch (happening.kind) {
      case 'issue':
        return this.#issue(happening);
      case 'at-counter':
        return this.send(happening.operation, { counterId: happening.counter });
      case 'serve':
        return this.#serve(happening.counter);
      case 'at-desk':
        return this.send(happening.operation, happening.wish);
      case 'assign':
        return this.send('assignServices', { counterId: happening.counter, services: happening.services });
      case 'to-ticket':
        return this.#withTicket(happening.pick, (ticketId) => this.send(happening.operation, { ticketId }));
      case 'pass-on': {
        const [operation, wish] = happening.wish;
        return this.#withTicket(happening.pick, (ticketId) => this.send(operation, { ticketId, ...wish }));
      }
      case 'paper': {
        const { printState, reprint } = happening;
        return this.#withTicket(happening.pick, (ticketId) =>
          this.send('recordPrint', { ticketId, printState, reprint }),
        );
      }
      case 'rate': {
        const { level, channel } = happening;
        return this.#withTicket(happening.pick, (ticketId) =>
          this.send('rateVisit', { ticketId, level, channel }),
        );
      }
      case 'work-on-case':
        return this.#workOnCase(happening);
      case 'again':
        return this.#again(happening.pick);
      case 'time':
        return this.hall.clock.advance(happening.ms);
      case 'clock':
        return this.hall.clock.setWall(happening.wall);
      case 'restart':
        return this.hall.restart();
    }
  }

  /** Events but those that a new day brings: a refusal or a repetition must not add any. */
  get #wishes(): number {
    const [first] = this.rows<{ count: number }>(
      "select count(*) as count from event where kind not in ('day.opened', 'ticket.lapsed')",
    );
    return first?.count ?? 0;
  }

  rows<Row>(sql: string): Row[] {
    return this.reader.prepare(sql).all() as Row[];
  }

  send(operation: Name, wish: object): void {
    this.#requests += 1;
    const requestId = `00000000-0000-4000-8000-${String(this.#requests).padStart(12, '0')}`;
    const input = hallOperations[operation].input.parse({ requestId, ...wish }) as Sent['input'];
    const before = this.#wishes;
    const answer = this.#ask(operation, input);
    if (!answer.ok && this.#wishes !== before)
      throw new Error(`${operation} was refused and wrote all the same`);
    this.sent.push({ operation, input, answer, dayDate: this.hall.hall.snapshot().hall.dayDate });
  }

  close(): void {
    this.reader.close();
    this.hall.close();
  }

  #ask(operation: Name, input: object): Answer {
    const caller = this.#callerOf(operation);
    return this.hall.raw(operation, input as never, caller) as Answer;
  }

  #callerOf(operation: Name): Caller {
    return operation === 'advanceRatingCase' ? this.#leader : (CALLERS[operation] ?? CLERK);
  }

  #workOnCase({ pick: which, wish, other }: Extract<Happening, { kind: 'work-on-case' }>): void {
    const cases = this.rows<{ caseId: string }>(
      'select case_id as caseId from rating_case order by case_order',
    );
    const one = cases[which % Math.max(1, cases.length)];
    this.#leader = other ? OTHER_LEADER : LEADER;
    if (one !== undefined) this.send('advanceRatingCase', { ...one, ...wish });
  }

  #issue({ service, birthDate, person, more }: Extract<Happening, { kind: 'issue' }>): void {
    const idNumber = PEOPLE[person];
    const holder = idNumber === undefined ? {} : { holder: { name: '测试甲', idNumber } };
    const further = more.length === 0 ? {} : { moreServices: more };
    this.send('issueTicket', {
      serviceCode: service,
      ...(birthDate && { birthDate }),
      ...holder,
      ...further,
    });
  }

  /** A whole visit at one counter, as far as the hall lets it happen. */
  #serve(counterId: string): void {
    this.send('openCounter', { counterId });
    this.send('callNext', { counterId });
    const { counters } = this.hall.hall.snapshot();
    const ticketId = counters.find((counter) => counter.counterId === counterId)?.ticketId;
    if (ticketId === undefined || ticketId === null) return;
    this.send('startService', { ticketId });
    this.send('finishService', { ticketId });
  }

  #withTicket(which: number, work: (ticketId: string) => void): void {
    const tickets = this.rows<{ ticketId: string }>(
      'select ticket_id as ticketId from ticket order by issue_sequence desc limit 12',
    );
    const ticket = tickets[which % Math.max(1, tickets.length)];
    if (ticket !== undefined) work(ticket.ticketId);
  }

  /** A page that heard nothing asks once more: it hears the same, and nothing is written. */
  #again(which: number): void {
    const today = this.hall.hall.snapshot().hall.dayDate;
    const repeatable = this.sent.filter(({ answer, dayDate }) => answer.ok && dayDate === today);
    const earlier = repeatable[which % Math.max(1, repeatable.length)];
    if (earlier === undefined) return;
    const before = this.#wishes;
    const answer = this.#ask(earlier.operation, earlier.input);
    if (JSON.stringify(answer) !== JSON.stringify(earlier.answer) || this.#wishes !== before) {
      throw new Error(
        `${earlier.operation} again: ${JSON.stringify(answer)} after ${JSON.stringify(earlier.answer)}`,
      );
    }
  }
}
