import type { Database } from '../../foundation/sqlite/open-database.ts';
import type { JournalEvent } from '../journal/journal-event.ts';
import { difficultyInLedger } from './ledger-projections.ts';

type EventOf<Kind extends JournalEvent['kind']> = Extract<JournalEvent, { kind: Kind }>;

/** What calls for help and difficulties do to the tables. */
export function assistProjections(database: Database) {
  const sql = (text: string) => database.prepare(text);
  const ask = sql(`insert into help (help_id, day_id, kind, counter_id, place, asked_at, wanted)
    values (@helpId, @dayId, @kind, @counterId, @place, @at, @wanted)`);
  const answer = sql('update help set answered = 1, answered_by = ? where help_id = ?');
  const escalate = sql('update help set escalated_at = ? where help_id = ?');
  const end = sql('update help set ended = 1 where help_id = ?');
  const report = sql(`insert into difficulty
      (difficulty_id, day_id, kind, counter_id, place, ticket_id, reported_at, reported_by)
    values (@difficultyId, @dayId, @kind, @counterId, @place, @ticketId, @at, @by)`);
  const settle = sql(
    'update difficulty set settled_at = ?, settled_by = ?, result = ? where difficulty_id = ?',
  );
  const ledger = difficultyInLedger(database);
  return {
    'help.asked': ({ body, dayId, atWall }: EventOf<'help.asked'>): void => {
      const { helpId, kind, place, counterId = null, staffNumber = null } = body;
      ask.run({ helpId, kind, place, counterId, dayId, at: atWall, wanted: staffNumber });
    },
    'help.answered': ({ body }: EventOf<'help.answered'>): void =>
      void answer.run(body.by ?? null, body.helpId),
    'help.escalated': ({ body, atWall }: EventOf<'help.escalated'>): void =>
      void escalate.run(atWall, body.helpId),
    'help.ended': ({ body }: EventOf<'help.ended'>): void => void end.run(body.helpId),
    'difficulty.reported': (event: EventOf<'difficulty.reported'>): void => {
      const { body, dayId, atWall } = event;
      const { difficultyId, kind, place, counterId = null, aboutTicketId: ticketId = null } = body;
      report.run({ difficultyId, kind, place, counterId, ticketId, dayId, at: atWall, by: body.by ?? null });
      ledger.opened(event);
    },
    'difficulty.settled': (event: EventOf<'difficulty.settled'>): void => {
      const { by = null, result, difficultyId } = event.body;
      settle.run(event.atWall, by, result, difficultyId);
      ledger.settled(event);
    },
  };
}
