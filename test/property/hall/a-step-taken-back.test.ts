import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { HallOperations } from '../../../preload/contracts/hall-operations.ts';
import { projectedTables } from '../../support/projected-tables.ts';
import { makeFolder } from '../../support/services/service-under-test.ts';
import { HallDays } from './hall-days.ts';
import { someHistory, someRule } from './happenings.ts';

const RUNS = { numRuns: 30, seed: 20_260_616 };
const COUNTERS = ['1', '2', '3'];
/** Each that is possible there is done and taken back, then the next is tried. */
const STEPS = ['callNext', 'startService', 'parkTicket', 'missTicket', 'finishService'] as const;

/** The tables that must be as they were; which step was the last before is not kept. */
function tablesOf({ reader }: HallDays): Record<string, unknown> {
  return { ...projectedTables(reader), last_step: null };
}

/** Does a step at a counter; false when it was refused. */
function doStep(days: HallDays, operation: keyof HallOperations, counterId: string): boolean {
  const ticketId = days.hall.hall.snapshot().counters.find((one) => one.counterId === counterId)?.ticketId;
  if (operation !== 'callNext' && typeof ticketId !== 'string') return false;
  days.send(operation, operation === 'callNext' ? { counterId } : { counterId, ticketId });
  return days.sent.at(-1)?.answer.ok ?? false;
}

test('whatever happened before, a step taken back leaves every table as it was', () => {
  let takenBack = 0;
  const tryEverything = (days: HallDays): void => {
    for (const counterId of COUNTERS) {
      for (const step of STEPS) {
        // The step may open the next day: that stays, and nothing of yesterday is compared with today.
        const [day, before] = [days.hall.hall.snapshot().hall.dayDate, tablesOf(days)];
        if (!doStep(days, step, counterId)) continue;
        if (days.hall.hall.snapshot().hall.dayDate !== day) continue;
        days.send('undoStep', { counterId });
        expect(days.sent.at(-1)?.answer.ok, `${step} at ${counterId}`).toBe(true);
        expect(tablesOf(days), `${step} at ${counterId}`).toEqual(before);
        takenBack += 1;
      }
    }
  };
  fc.assert(
    fc.property(someRule, someHistory, (rule, history) => {
      const { folder, remove } = makeFolder();
      const days = new HallDays(folder, rule);
      try {
        for (const counterId of COUNTERS) days.send('openCounter', { counterId });
        for (const [index, happening] of history.entries()) {
          days.live(happening);
          if (index % 5 === 0) tryEverything(days);
        }
        tryEverything(days);
      } finally {
        days.close();
        remove();
      }
    }),
    RUNS,
  );
  expect(takenBack).toBeGreaterThan(150);
});
