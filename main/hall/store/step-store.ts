import type { UndoableStep } from '../../../preload/contracts/hall/closed-lists.ts';
import type { Database } from '../../foundation/sqlite/open-database.ts';

/** A counter's last step, nothing having touched its ticket or the counter since. */
export interface LastStep {
  readonly counterId: string;
  readonly ticketId: string;
  readonly number: string;
  readonly step: UndoableStep;
  readonly bootId: string;
  readonly atMonoMs: number;
  readonly atWallMs: number;
}

export type StepStore = ReturnType<typeof createStepStore>;

/** Mapped and not parsed: only the projections write it, from events that were parsed. */
export function createStepStore(database: Database) {
  const all =
    database.prepare(`select last_step.counter_id as counterId, ticket_id as ticketId, number, step, boot_id as bootId,
      at_mono as atMonoMs, at_wall as atWallMs from last_step join ticket using (ticket_id)`);
  const readAll = (): LastStep[] => all.all() as LastStep[];
  return {
    /** One a counter at the most. */
    all: readAll,
    of: (counterId: string): LastStep | undefined => readAll().find((step) => step.counterId === counterId),
  };
}
