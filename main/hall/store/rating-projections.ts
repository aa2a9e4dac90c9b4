import type { Database } from '../../foundation/sqlite/open-database.ts';
import type { RatingCaseState, RatingCaseStep } from '../../../preload/contracts/rating-case.ts';
import type { JournalEvent } from '../journal/journal-event.ts';
import { eventOrder } from './event-order.ts';

type EventOf<Kind extends JournalEvent['kind']> = Extract<JournalEvent, { kind: Kind }>;

/** Every step leads to one state; whether it was possible has been judged before the fact was written. */
const STATE_AFTER: Readonly<Record<RatingCaseStep, RatingCaseState>> = {
  contact: 'contacted',
  judge: 'judged',
  fix: 'fixed',
  visit: 'visited',
  close: 'closed',
};

/** What ratings do to the tables. */
export function ratingProjections(database: Database) {
  const insert = database.prepare(`insert into rating
      (ticket_id, day_id, rated_at, level, channel, service_code, counter_id)
    select ticket_id, day_id, @ratedAt, @level, @channel, service_code, counter_id
      from ticket where ticket_id = @ticketId`);
  const receive = database.prepare(`insert into rating_case
      (case_order, case_id, ticket_id, real_name, received_at, received_on, state)
    values (@order, @caseId, @ticketId, @realName, @receivedAt, @receivedOn, 'received')`);
  const advance = database.prepare(
    'update rating_case set state = @state, judgement = coalesce(@judgement, judgement) where case_id = @caseId',
  );
  const insertStep = database.prepare(`insert into rating_case_step
      (step_order, case_id, step, done_on, done_at, note, done_by)
    values (@order, @caseId, @step, @on, @at, @note, @by)`);
  return {
    'visit.rated': ({ body, atWall }: EventOf<'visit.rated'>): void => {
      const { ticketId, level, channel } = body;
      insert.run({ ticketId, level, channel, ratedAt: atWall });
    },
    'rating-case.received': (event: EventOf<'rating-case.received'>): void => {
      const { caseId, ticketId, receivedOn, realName } = event.body;
      const [order, receivedAt] = [eventOrder(event), event.atWall];
      receive.run({ order, caseId, ticketId, receivedOn, realName: realName ? 1 : 0, receivedAt });
    },
    'rating-case.advanced': (event: EventOf<'rating-case.advanced'>): void => {
      const { caseId, step, on, judgement = null, note = null, by = null } = event.body;
      advance.run({ caseId, state: STATE_AFTER[step], judgement });
      insertStep.run({ order: eventOrder(event), caseId, step, on, at: event.atWall, note, by });
    },
  };
}
