import { z } from 'zod';
import { KeptInspection, MEASURE_STATES } from '../../../preload/contracts/hall/inspection-values.ts';
import {
  ChannelState,
  KeptLedgerChange,
  LEDGER_SCENES,
  LEDGER_SOURCES,
  LedgerAbout,
  MeasureNumber,
} from '../../../preload/contracts/hall/ledger-values.ts';
import { LedgerCounts } from '../../../preload/contracts/hall/ledger-views.ts';

const date = z.iso.date();

/** A record of the ledger was opened. What is told in words was refused where it held the number of a person. */
export const ledgerOpened = {
  recordId: z.uuid(),
  source: z.enum(LEDGER_SOURCES).exclude(['difficulty']),
  scene: z.enum(LEDGER_SCENES),
  about: LedgerAbout,
  item: z.string().max(500).optional(),
  /** The hall's local date: its term is counted from it. */
  on: date,
};

export const ledgerAdvanced = {
  recordId: z.uuid(),
  change: KeptLedgerChange,
  on: date,
  /** With `take`: the last day, as it was counted then. */
  dueOn: date.optional(),
  /** With the closing of a gap in the channels. */
  after: ChannelState.optional(),
};

/** A self-inspection was made. Records that it opened are facts of their own, before it. */
export const selfInspectionMade = {
  inspectionId: z.uuid(),
  inspection: KeptInspection,
  /** A record for each "no": a new one, or the one that is not closed yet. */
  recordIds: z.array(z.uuid()),
  on: date,
};

export const measureNoted = {
  measure: MeasureNumber,
  state: z.enum(MEASURE_STATES),
  evidence: z.string().max(500),
};

/** A report as it was made: numbers that were sent are never counted anew. */
export const reportMade = {
  reportId: z.uuid(),
  from: date,
  to: date,
  deadline: date,
  recipient: z.string().max(60),
  problems: z.string().max(4_000),
  experience: z.string().max(4_000),
  counts: LedgerCounts,
  items: z.array(
    z.object({
      recordId: z.uuid(),
      number: z.int().positive(),
      state: z.string().max(20),
      overdue: z.boolean(),
    }),
  ),
};

export const reportSent = { reportId: z.uuid(), on: date, to: z.string().max(60) };
