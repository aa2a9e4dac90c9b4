import type { CallView } from '../../../preload/contracts/hall-operations.ts';
import type { Database } from '../../foundation/sqlite/open-database.ts';
import type { Journal } from '../journal/journal.ts';

/** Writes down that a call was neither seen nor heard, in a transaction of its own. Throws what a failing disk throws. */
export function createUnansweredNote(
  database: Database,
  journal: Journal,
  onCommit: () => void,
): (call: CallView) => void {
  const note = database.transaction(({ ticketId, counterId, callSequence }: CallView) =>
    journal.append('call.unanswered', 1, { ticketId, counterId, callSequence }),
  );
  return (call) => {
    note.immediate(call);
    onCommit();
  };
}
