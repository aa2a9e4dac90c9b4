import { z } from 'zod';
import { Instant, StaffNumber } from '../ids.ts';
import {
  ChannelState,
  Guidance,
  KeptLedgerChange,
  LEDGER_LEVELS,
  LEDGER_RESPONSES,
  LEDGER_SCENES,
  LEDGER_SOURCES,
  LEDGER_STATES,
  LEDGER_STEPS,
  LedgerAbout,
} from './ledger-values.ts';

const date = z.iso.date();
const count = z.int().nonnegative();
const Colleague = z.object({ staffNumber: StaffNumber, name: z.string() });

/** A step that was done, with its own words. */
const LedgerStepView = z.object({
  change: KeptLedgerChange,
  on: date,
  at: Instant,
  by: Colleague.nullable(),
  /** With the closing of a gap in the channels: the way without a machine as it was then; null: no longer offered. */
  after: ChannelState.nullable(),
});

/** One record of the ledger (台账): what was found, who answers for it, by when, and what was done. */
export const LedgerRecordView = z.object({
  recordId: z.uuid(),
  /** Counted over the years: how staff call it. */
  number: z.int().positive(),
  source: z.enum(LEDGER_SOURCES),
  about: LedgerAbout,
  scene: z.enum(LEDGER_SCENES),
  /** In words; null where the source says it in fields. */
  item: z.string().nullable(),
  openedOn: date,
  openedAt: Instant,
  openedBy: Colleague.nullable(),
  state: z.enum(LEDGER_STATES),
  response: z.enum(LEDGER_RESPONSES).nullable(),
  owner: Colleague.nullable(),
  guidance: Guidance.nullable(),
  dueOn: date,
  /** Not done, and its last day is over. */
  overdue: z.boolean(),
  doneOn: date.nullable(),
  closedOn: date.nullable(),
  level: z.enum(LEDGER_LEVELS),
  /** To another department; null: not so. */
  referral: z
    .object({ department: z.string(), replyBy: date, reply: z.string().nullable(), overdue: z.boolean() })
    .nullable(),
  steps: z.array(LedgerStepView),
  /** What may be done next. */
  possible: z.array(z.enum(LEDGER_STEPS)),
});
export type LedgerRecordView = z.output<typeof LedgerRecordView>;

/** Numbers of the ledger for some days, and how it stands. */
export const LedgerCounts = z.object({
  opened: count,
  closed: count,
  /** Of all days: not closed, and of these those whose last day is over. */
  open: count,
  overdue: count,
  bySource: z.array(z.object({ source: z.enum(LEDGER_SOURCES), opened: count })),
  difficulties: z.array(z.object({ kind: z.string(), opened: count })),
  /** In a report: visits at home in its days that took place. Reports of earlier versions do not say it. */
  homeVisits: count.optional(),
});
export type LedgerCounts = z.output<typeof LedgerCounts>;
