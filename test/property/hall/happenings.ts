import fc from 'fast-check';
import { DEFAULT_RULES } from '../../../main/hall/domain/rules/index.ts';
import type { HallOperations } from '../../../preload/contracts/hall-operations.ts';
import {
  DEVICE_RATING_CHANNELS,
  RATING_LEVELS,
  type RatingLevel,
} from '../../../preload/contracts/rating.ts';
import { JUDGEMENTS } from '../../../preload/contracts/rating-case.ts';

type Name = keyof HallOperations;

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
  | { readonly kind: 'help'; readonly pick: number; readonly step: 'answer' | 'escalate' | 'end' }
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
  | readonly [
      'revealPerson',
      { readonly counterId: string; readonly who: string; readonly field: string; readonly purpose: string },
    ]
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
        ['callForHelp', { kind: 'supervisor', counterId: '1' }],
        ['callForHelp', { kind: 'colleague', counterId: '2' }],
        ['reportDifficulty', { kind: 'hearing', counterId: '2' }],
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
        ['revealPerson', { counterId: '1', who: 'holder', field: 'name', purpose: 'staff-view' }],
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
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('help' as const),
      pick,
      step: fc.constantFrom('answer' as const, 'escalate' as const, 'escalate' as const, 'end' as const),
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
