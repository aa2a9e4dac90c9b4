import fc from 'fast-check';
import { PRIORITY_CLASSES, type PriorityClass } from '../../../preload/contracts/priority.ts';
import { DEFAULT_RULES, type QueueRule, type WaitingTicket } from '../../../main/hall/domain/rules/index.ts';

export const CLERKS = 8;
export const MINUTE_MS = 60_000;

/** What people in a hall do, one after the other. Steps that are impossible at their moment are skipped. */
export type Step =
  | { readonly do: 'issue'; readonly priorityClass: PriorityClass; readonly after: number }
  | { readonly do: 'call' | 'miss' | 'park' | 'finish'; readonly clerk: number }
  | { readonly do: 'return' | 'cancel' | 'resume'; readonly which: number };

/** Mostly ordinary visitors and elders, as in life, and every other class now and then. */
const someClass = fc.oneof(
  { weight: 4, arbitrary: fc.constant<PriorityClass>('ordinary') },
  { weight: 3, arbitrary: fc.constant<PriorityClass>('elder') },
  { weight: 2, arbitrary: fc.constantFrom(...PRIORITY_CLASSES) },
);

const someStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('issue' as const),
      priorityClass: someClass,
      after: fc.oneof(fc.nat({ max: 3 * MINUTE_MS }), fc.nat({ max: 25 * MINUTE_MS })),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('call' as const), clerk: fc.nat({ max: CLERKS - 1 }) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom('miss' as const, 'park' as const, 'finish' as const),
      clerk: fc.nat({ max: CLERKS - 1 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('return' as const, 'cancel' as const, 'resume' as const),
      which: fc.nat({ max: 200 }),
    }),
  },
);

export const someTrace = fc.array(someStep, { maxLength: 120, size: 'max' });

export const someRule: fc.Arbitrary<QueueRule> = fc.oneof(
  fc.record({ elder: fc.nat({ max: 60 }), appointment: fc.nat({ max: 60 }) }).map((minutes): QueueRule => ({
    name: 'head-start',
    headStartMinutes: { ...DEFAULT_RULES['head-start'].headStartMinutes, ...minutes },
  })),
  fc.record({
    name: fc.constant('ratio' as const),
    priorityInARow: fc.integer({ min: 1, max: 4 }),
    ordinaryFirstAfterMinutes: fc.option(fc.integer({ min: 5, max: 60 })),
  }),
  fc.constant<QueueRule>(DEFAULT_RULES.strict),
  fc.constant<QueueRule>(DEFAULT_RULES.fifo),
);

/** Tickets waiting with issue times in order: nobody touched the clock. */
export const someWaiting = fc
  .array(
    fc.record({
      priorityClass: someClass,
      gapMs: fc.nat({ max: 20 * MINUTE_MS }),
      remainingCalls: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.nat({ max: 6 })),
    }),
    { maxLength: 40 },
  )
  .map((people) => {
    let issuedAtMs = 0;
    return people.map(({ priorityClass, gapMs, remainingCalls }, index): WaitingTicket => {
      issuedAtMs += gapMs;
      return {
        ticketId: `t${index}`,
        sequence: index + 1,
        issuedAtMs,
        priorityClass,
        serviceCode: 'LN-01',
        missedCount: remainingCalls > 0 ? 1 : 0,
        heldBack: { remainingCalls },
      };
    });
  });

/** The same with a clock that says anything. */
export const someWaitingWithAnyClock = fc
  .tuple(someWaiting, fc.infiniteStream(fc.integer({ min: -1e9, max: 1e9 })))
  .map(([waiting, clock]) =>
    waiting.map((ticket): WaitingTicket => ({ ...ticket, issuedAtMs: clock.next().value ?? 0 })),
  );

export const lastIssueMs = (waiting: readonly WaitingTicket[]): number => waiting.at(-1)?.issuedAtMs ?? 0;
