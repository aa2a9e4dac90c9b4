import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { HallOperations } from '../../../preload/contracts/hall-operations.ts';
import type { Output } from '../../../preload/contracts/operation.ts';
import type { TicketState } from '../../../preload/contracts/ticket-state.ts';
import { makeFolder } from '../../support/services/service-under-test.ts';
import { HallDays } from './hall-days.ts';
import { someHappening, someRule, type Happening } from './happenings.ts';

const RUNS = { numRuns: 70, seed: 20_261_125 };

const pick = fc.nat({ max: 1_000 });

/** Much coming, calling, missing and parking at few counters, and now and then all else that happens in a hall. */
const someEvent: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 2, arbitrary: someHappening },
  {
    weight: 2,
    arbitrary: fc.constant({
      kind: 'issue',
      service: 'LN-01',
      birthDate: undefined,
      person: 6,
      more: [],
    } as const satisfies Happening),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('to-ticket' as const),
      operation: fc.constantFrom('startService' as const, 'missTicket' as const, 'parkTicket' as const),
      pick,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('at-counter' as const),
      operation: fc.constantFrom('openCounter' as const, 'callNext' as const, 'callNext' as const),
      counter: fc.constantFrom('1', '2', '3'),
    }),
  },
);
const someHistory = fc.array(someEvent, { minLength: 20, maxLength: 100, size: 'max' });

const statesOf = (days: HallDays): Map<string, TicketState> =>
  new Map(
    days
      .rows<{ ticketId: string; state: TicketState }>('select ticket_id as ticketId, state from ticket')
      .map(({ ticketId, state }) => [ticketId, state]),
  );

/** What each answer of "next" said, with the state in which the ticket was just before. */
function nextCalls(days: HallDays, happening: Happening): { state: TicketState | undefined }[] {
  const [before, sent] = [statesOf(days), days.sent.length];
  days.live(happening);
  return days.sent.slice(sent).flatMap(({ operation, answer }) => {
    if (operation !== 'callNext' || !answer.ok) return [];
    const { ticketId } = answer.value as Output<HallOperations, 'callNext'>;
    return [{ state: before.get(ticketId) }];
  });
}

test('whoever is parked or was missed is never called by "next", whatever happened before', () => {
  const met = { calls: 0, parked: 0, missed: 0 };
  fc.assert(
    fc.property(someRule, someHistory, (rule, history) => {
      const { folder, remove } = makeFolder();
      const days = new HallDays(folder, rule);
      try {
        for (const happening of history) {
          const states = [...statesOf(days).values()];
          const called = nextCalls(days, happening);
          for (const { state } of called) expect(state).toBe('waiting');
          met.calls += called.length;
          if (called.length > 0 && states.includes('parked')) met.parked += 1;
          if (called.length > 0 && states.includes('missed')) met.missed += 1;
        }
      } finally {
        days.close();
        remove();
      }
    }),
    RUNS,
  );
  // The histories must have put the hall to the test: people called while others were parked or missed.
  for (const count of Object.values(met)) expect(count).toBeGreaterThan(20);
});
