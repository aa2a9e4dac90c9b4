import { USUAL_SCENE, type LedgerAbout } from '../../../preload/contracts/hall/ledger-values.ts';
import type { Database } from '../../foundation/sqlite/open-database.ts';
import { afterLedgerStep } from '../domain/ledger/record-lifecycle.ts';
import type { JournalEvent } from '../journal/journal-event.ts';
import { eventOrder } from './event-order.ts';
import { createLedgerStore } from './ledger-store.ts';

type EventOf<Kind extends JournalEvent['kind']> = Extract<JournalEvent, { kind: Kind }>;

/** What the ledger's own facts do to the tables. */
export function ledgerProjections(database: Database) {
  return { ...recordProjections(database), ...inspectionProjections(database) };
}

function recordProjections(database: Database) {
  const sql = (text: string) => database.prepare(text);
  const open =
    sql(`insert into ledger_record (place, record_id, number, source, scene, about, item, opened_on,
      opened_at, opened_by, state)
    values (@place, @recordId, (select coalesce(max(number), 0) + 1 from ledger_record), @source, @scene, @about,
      @item, @on, @at, @by, 'open')`);
  const note = sql(`insert into ledger_step (place, record_id, change, done_on, done_at, done_by, after)
    values (@place, @recordId, @change, @on, @at, @by, @after)`);
  const take = sql('update ledger_record set owner = ?, response = ?, due_on = ? where record_id = ?');
  const move = sql('update ledger_record set state = ?, closed_on = ? where record_id = ?');
  const reviveDifficulty = sql(
    'update difficulty set settled_at = null, settled_by = null, result = null where difficulty_id = ?',
  );
  const { record } = createLedgerStore(database);
  return {
    'ledger.opened': (event: EventOf<'ledger.opened'>): void => {
      const { recordId, source, scene, about, item = null, on, by = null } = event.body;
      open.run({
        ...{ place: eventOrder(event), recordId, source, scene, item, on, by, at: event.atWall },
        about: JSON.stringify(about),
      });
    },
    'ledger.advanced': (event: EventOf<'ledger.advanced'>): void => {
      const { recordId, change, on, dueOn = null, after, by = null } = event.body;
      note.run({
        ...{ place: eventOrder(event), recordId, on, by, at: event.atWall },
        change: JSON.stringify(change),
        after: after === undefined ? null : JSON.stringify(after),
      });
      if (change.step === 'take') take.run(change.taking.owner, change.taking.response, dueOn, recordId);
      if (change.step === 'reopen') reviveDifficulty.run(recordId);
      const before = record(recordId);
      const state = before && afterLedgerStep(before, change.step);
      if (state !== undefined) move.run(state, state === 'closed' ? on : null, recordId);
    },
  };
}

/** A difficulty is a record of the ledger from its first minute, and both are settled together. */
export function difficultyInLedger(database: Database) {
  const sql = (text: string) => database.prepare(text);
  const open =
    sql(`insert into ledger_record (place, record_id, number, source, scene, about, opened_on, opened_at,
      opened_by, state)
    values (@place, @recordId, (select coalesce(max(number), 0) + 1 from ledger_record), 'difficulty', @scene, @about,
      (select date from service_day where day_id = @dayId), @at, @by, 'open')`);
  const settle = sql(`update ledger_record set state = 'closed',
      closed_on = coalesce(@on, (select date from service_day where day_id = @dayId))
    where record_id = @recordId and state <> 'closed'`);
  return {
    opened: (event: EventOf<'difficulty.reported'>): void => {
      const { difficultyId: recordId, kind, by = null } = event.body;
      const about: LedgerAbout = { difficulty: kind };
      open.run({
        ...{ place: eventOrder(event), recordId, scene: USUAL_SCENE, about: JSON.stringify(about), by },
        ...{ dayId: event.dayId, at: event.atWall },
      });
    },
    settled: ({ body, dayId }: EventOf<'difficulty.settled'>): void =>
      void settle.run({ recordId: body.difficultyId, on: body.on ?? null, dayId }),
  };
}

function inspectionProjections(database: Database) {
  const sql = (text: string) => database.prepare(text);
  const inspect = sql(`insert into self_inspection
    values (@place, @inspectionId, @inspection, @recordIds, @on, @at, @by)`);
  const measure = sql(`insert into measure_note values (@measure, @state, @evidence, @at, @by)
    on conflict do update set state = excluded.state, evidence = excluded.evidence, noted_at = excluded.noted_at,
      noted_by = excluded.noted_by`);
  const make = sql(`insert into upward_report (place, report_id, report, made_at, made_by)
    values (@place, @reportId, @report, @at, @by)`);
  const send = sql('update upward_report set sent_on = ?, sent_to = ?, sent_by = ? where report_id = ?');
  return {
    'self-inspection.made': (event: EventOf<'self-inspection.made'>): void => {
      const { inspectionId, inspection, recordIds, on, by = null } = event.body;
      inspect.run({
        ...{ place: eventOrder(event), inspectionId, on, at: event.atWall, by },
        inspection: JSON.stringify(inspection),
        recordIds: JSON.stringify(recordIds),
      });
    },
    'measure.noted': ({ body, atWall }: EventOf<'measure.noted'>): void =>
      void measure.run({ ...body, at: atWall, by: body.by ?? null }),
    'report.made': (event: EventOf<'report.made'>): void => {
      const { by = null, ...report } = event.body;
      make.run({
        ...{ place: eventOrder(event), reportId: report.reportId, at: event.atWall, by },
        report: JSON.stringify(report),
      });
    },
    'report.sent': ({ body }: EventOf<'report.sent'>): void =>
      void send.run(body.on, body.to, body.by ?? null, body.reportId),
  };
}
