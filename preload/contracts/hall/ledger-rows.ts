import { z } from 'zod';
import { RequestId, StaffNumber } from '../ids.ts';
import type { OperationTable, Role } from '../operation.ts';
import {
  Inspection,
  InspectionQuestionView,
  InspectionView,
  MEASURE_STATES,
  MeasureView,
  ReportView,
} from './inspection-values.ts';
import {
  LEDGER_SCENES,
  LEDGER_SOURCES,
  LEDGER_STATES,
  LedgerChange,
  LedgerMatter,
  MeasureNumber,
  Taking,
} from './ledger-values.ts';
import { LedgerCounts, LedgerRecordView } from './ledger-views.ts';
import { officeText } from './office-text.ts';
import { allStaff, clerks, leaders, overseers, workers } from './rows.ts';

const office = ['admin'] as const satisfies readonly Role[];
const date = z.iso.date();
const nothing = z.object({}).strict();
/** Which records of the ledger. */
const filters = {
  states: z.array(z.enum(LEDGER_STATES)).min(1).optional(),
  source: z.enum(LEDGER_SOURCES).optional(),
  owner: StaffNumber.optional(),
  overdue: z.literal(true).optional(),
  /** Opened on these days, both included. */
  from: date.optional(),
  to: date.optional(),
};

/** The ledger of problems and measures (工作台账), the self-inspection, and the report upward. */
export const ledgerRows = {
  openLedgerRecord: {
    effect: 'mutation',
    summary: 'Opens a record of the ledger. Food that made people ill also calls the supervisors at once.',
    roles: clerks,
    staff: workers,
    input: z
      .object({
        requestId: RequestId,
        matter: LedgerMatter,
        /** Matters of public service unless said. */
        scene: z.enum(LEDGER_SCENES).optional(),
        /** Who answers for it, where that is known already. */
        taking: Taking.optional(),
      })
      .strict(),
    output: LedgerRecordView,
  },
  advanceLedgerRecord: {
    effect: 'mutation',
    summary:
      'One step in the life of a record: take, escalate, refer, reply, finish, close after a check, reopen.',
    roles: clerks,
    staff: workers,
    input: z.object({ requestId: RequestId, recordId: z.uuid(), change: LedgerChange }).strict(),
    output: LedgerRecordView,
  },
  listLedger: {
    effect: 'query',
    summary: 'Records of the ledger, the most pressing first, and their numbers.',
    roles: clerks,
    staff: allStaff,
    input: z.object(filters).strict(),
    output: z.object({
      records: z.array(LedgerRecordView),
      counts: LedgerCounts,
      /** Their public holidays are not entered: terms in them know weekends only. */
      yearsWithoutHolidays: z.array(z.int()),
    }),
  },
  inspectionQuestions: {
    effect: 'query',
    summary: 'The questions of the self-inspection in their three groups.',
    roles: office,
    staff: overseers,
    input: nothing,
    output: z.object({ questions: z.array(InspectionQuestionView) }),
  },
  runSelfInspection: {
    effect: 'mutation',
    summary: 'Keeps the answers of a self-inspection or one case; each "no" opens a record of the ledger.',
    roles: office,
    staff: leaders,
    input: z.object({ requestId: RequestId, inspection: Inspection }).strict(),
    output: InspectionView,
  },
  listSelfInspections: {
    effect: 'query',
    summary: 'The last self-inspections, newest first.',
    roles: office,
    staff: overseers,
    input: nothing,
    output: z.object({ inspections: z.array(InspectionView) }),
  },
  noteMeasure: {
    effect: 'mutation',
    summary: 'How far one of the numbered measures is, and what shows it.',
    roles: office,
    staff: leaders,
    input: z
      .object({
        requestId: RequestId,
        measure: MeasureNumber,
        state: z.enum(MEASURE_STATES),
        evidence: officeText(500),
      })
      .strict(),
    output: MeasureView,
  },
  listMeasures: {
    effect: 'query',
    summary: 'The numbered measures of the national plan, each with its state and evidence.',
    roles: office,
    staff: overseers,
    input: nothing,
    output: z.object({ measures: z.array(MeasureView) }),
  },
  makeReport: {
    effect: 'mutation',
    summary: 'Makes a report upward: the numbers of these days as they stand, problems and experience.',
    roles: office,
    staff: leaders,
    input: z
      .object({
        requestId: RequestId,
        from: date,
        to: date,
        deadline: date,
        recipient: officeText(60),
        problems: officeText(4_000),
        experience: officeText(4_000),
      })
      .strict(),
    output: ReportView,
  },
  sendReport: {
    effect: 'mutation',
    summary: 'Notes that a report was sent: on which day, and to whom.',
    roles: office,
    staff: leaders,
    input: z.object({ requestId: RequestId, reportId: z.uuid(), on: date, to: officeText(60) }).strict(),
    output: ReportView,
  },
  listReports: {
    effect: 'query',
    summary: 'The reports upward, newest first, with the days to their deadlines.',
    roles: office,
    staff: overseers,
    input: nothing,
    output: z.object({ reports: z.array(ReportView) }),
  },
} as const satisfies OperationTable;

/** What is written to a file takes more than one turn (see `statisticsRows`). */
export const ledgerFileRows = {
  exportLedger: {
    effect: 'query',
    summary:
      'The same records as a file, with last days, milestones and what was done: XLSX, or CSV (UTF-8).',
    roles: office,
    staff: overseers,
    input: z.object({ ...filters, format: z.enum(['xlsx', 'csv']) }).strict(),
    output: z.object({ fileName: z.string(), mediaType: z.string(), base64: z.base64() }),
  },
} as const satisfies OperationTable;
