import { z } from 'zod';
import { KeptInspection, MEASURE_STATES } from '../../../preload/contracts/hall/inspection-values.ts';
import {
  ChannelState,
  KeptLedgerChange,
  LEDGER_RESPONSES,
  LEDGER_SCENES,
  LEDGER_SOURCES,
  LEDGER_STATES,
  LedgerAbout,
  type LedgerSource,
} from '../../../preload/contracts/hall/ledger-values.ts';
import type { Database } from '../../foundation/sqlite/open-database.ts';
import { reportMade } from '../journal/ledger-events.ts';

const json = z.string().transform((text): unknown => JSON.parse(text));

const RecordRow = z.object({
  recordId: z.string(),
  number: z.int(),
  source: z.enum(LEDGER_SOURCES),
  scene: z.enum(LEDGER_SCENES),
  about: json.pipe(LedgerAbout),
  item: z.string().nullable(),
  openedOn: z.string(),
  openedAtMs: z.int(),
  openedBy: z.string().nullable(),
  state: z.enum(LEDGER_STATES),
  response: z.enum(LEDGER_RESPONSES).nullable(),
  owner: z.string().nullable(),
  dueOn: z.string().nullable(),
  closedOn: z.string().nullable(),
});
export type LedgerRecordRow = z.output<typeof RecordRow>;

const StepRow = z.object({
  change: json.pipe(KeptLedgerChange),
  on: z.string(),
  atMs: z.int(),
  by: z.string().nullable(),
  after: json.pipe(ChannelState).nullable(),
});
export type LedgerStepRow = z.output<typeof StepRow>;

const InspectionRow = z.object({
  inspectionId: z.string(),
  inspection: json.pipe(KeptInspection),
  recordIds: json.pipe(z.array(z.string())),
  on: z.string(),
  atMs: z.int(),
  by: z.string().nullable(),
});
export type InspectionRow = z.output<typeof InspectionRow>;

const MeasureRow = z.object({
  measure: z.int(),
  state: z.enum(MEASURE_STATES),
  evidence: z.string(),
  atMs: z.int(),
  by: z.string().nullable(),
});

const ReportRow = z.object({
  report: json.pipe(z.object(reportMade)),
  madeAtMs: z.int(),
  madeBy: z.string().nullable(),
  sentOn: z.string().nullable(),
  sentTo: z.string().nullable(),
  sentBy: z.string().nullable(),
});
export type ReportRow = z.output<typeof ReportRow>;

const RECORDS = `select record_id as recordId, number, source, scene, about, item, opened_on as openedOn,
    opened_at as openedAtMs, opened_by as openedBy, state, response, owner, due_on as dueOn, closed_on as closedOn
  from ledger_record`;
const INSPECTIONS = `select inspection_id as inspectionId, inspection, record_ids as recordIds, made_on as "on", made_at as atMs, made_by as "by"
  from self_inspection`;
const REPORTS = `select report, made_at as madeAtMs, made_by as madeBy, sent_on as sentOn, sent_to as sentTo,
    sent_by as sentBy from upward_report`;
/** As many inspections and reports as a page shows. */
const LAST = 50;

export type LedgerStore = ReturnType<typeof createLedgerStore>;

/** Reads of the ledger, the self-inspections, the measures and the reports. */
export function createLedgerStore(database: Database) {
  return { ...recordReads(database), ...inspectionReads(database) };
}

function recordReads(database: Database) {
  const byId = database.prepare(`${RECORDS} where record_id = ?`);
  const all = database.prepare(`${RECORDS} order by place`);
  const steps = database.prepare(`select change, done_on as "on", done_at as atMs, done_by as "by", after
    from ledger_step where record_id = ? order by place`);
  const unclosed = database
    .prepare(
      `select json_extract(about, '$.' || @field), record_id from ledger_record
        where source = @source and state <> 'closed' and json_extract(about, '$.' || @field) is not null`,
    )
    .raw();
  return {
    record: (recordId: string): LedgerRecordRow | undefined => {
      const row = byId.get(recordId);
      return row === undefined ? undefined : RecordRow.parse(row);
    },
    /** Oldest first. */
    records: (): LedgerRecordRow[] => z.array(RecordRow).parse(all.all()),
    stepsOf: (recordId: string): LedgerStepRow[] => z.array(StepRow).parse(steps.all(recordId)),
    /** Records of a source that nobody has closed, by what one field of them says. */
    unclosed: (source: LedgerSource, field: 'serviceCode' | 'question'): ReadonlyMap<string, string> =>
      new Map(z.array(z.tuple([z.string(), z.string()])).parse(unclosed.all({ source, field }))),
  };
}

function inspectionReads(database: Database) {
  const inspections = database.prepare(`${INSPECTIONS} order by place desc limit ${LAST}`);
  const measures = database.prepare(
    'select measure, state, evidence, noted_at as atMs, noted_by as "by" from measure_note order by measure',
  );
  const reports = database.prepare(`${REPORTS} order by place desc limit ${LAST}`);
  const report = database.prepare(`${REPORTS} where report_id = ?`);
  return {
    /** Newest first. */
    inspections: (): InspectionRow[] => z.array(InspectionRow).parse(inspections.all()),
    measures: () => z.array(MeasureRow).parse(measures.all()),
    /** Newest first. */
    reports: (): ReportRow[] => z.array(ReportRow).parse(reports.all()),
    report: (reportId: string): ReportRow | undefined => {
      const row = report.get(reportId);
      return row === undefined ? undefined : ReportRow.parse(row);
    },
  };
}
