import type { Database } from '../../foundation/sqlite/open-database.ts';
import { escalateHelp } from '../services/assist/help.ts';
import type { HallContext } from '../services/hall-context.ts';

/** Tells the supervisors of one call for help, in a transaction of its own. Throws what a failing disk throws. */
export function createEscalation(
  database: Database,
  hall: HallContext,
  onCommit: () => void,
): (helpId: string) => void {
  const escalate = database.transaction((helpId: string) => escalateHelp(hall, helpId));
  return (helpId) => {
    escalate.immediate(helpId);
    onCommit();
  };
}
