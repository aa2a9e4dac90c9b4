import type { Database } from '../../foundation/sqlite/open-database.ts';
import type { HallContext } from './hall-context.ts';
import { serviceDay } from './service-day.ts';

/**
 * Opens the next service day when its time has come, in a transaction of its own. The day is a fact whatever becomes of the
 * wish that met it: a call that was refused must not leave yesterday's open counters and waiting tickets standing.
 * Throws what a failing disk throws.
 */
export function createDayTurn(database: Database, hall: HallContext, onCommit: () => void): () => void {
  const { days } = hall.stores;
  const turn = database.transaction(() => serviceDay(hall));
  return () => {
    const day = days.current();
    if (day === undefined || day.date === hall.localTime.date(hall.clock.nowMs())) return;
    turn.immediate();
    if (days.current()?.dayId !== day.dayId) onCommit();
  };
}
