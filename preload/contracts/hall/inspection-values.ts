import { z } from 'zod';
import { Instant, StaffNumber } from '../ids.ts';
import { LEDGER_SCENES, MeasureNumber } from './ledger-values.ts';
import { LedgerCounts } from './ledger-views.ts';
import { keptText, officeText, type Words } from './office-text.ts';

const date = z.iso.date();

/** 做好传统方式, 做好专用通道, 做好人工服务. */
export const INSPECTION_GROUPS = ['paper-kept', 'elder-channel', 'human-service'] as const;
export const INSPECTION_ANSWERS = ['yes', 'no', 'does-not-apply'] as const;

const MOST_QUESTIONS = 100;
const QuestionAnswer = z
  .object({ question: z.string().min(1).max(60), answer: z.enum(INSPECTION_ANSWERS) })
  .strict();

const inspectionIn = (words: Words) =>
  z.discriminatedUnion('kind', [
    z
      .object({ kind: z.literal('questions'), answers: z.array(QuestionAnswer).min(1).max(MOST_QUESTIONS) })
      .strict(),
    z
      .object({
        kind: z.literal('case'),
        scene: z.enum(LEDGER_SCENES),
        finding: words(500),
        solution: words(500),
        /** Nothing is left to do: no record is opened. */
        solved: z.boolean(),
      })
      .strict(),
  ]);
/** A walk through the list of questions, or one case in one scene (个案排查). */
export const Inspection = inspectionIn(officeText);
export type Inspection = z.output<typeof Inspection>;
/** The same as it was kept. */
export const KeptInspection = inspectionIn(keptText);

export const InspectionView = z.object({
  inspectionId: z.uuid(),
  on: date,
  at: Instant,
  by: StaffNumber.nullable(),
  inspection: KeptInspection,
  /** Records of the ledger that came out of it. */
  recordIds: z.array(z.uuid()),
});
export type InspectionView = z.output<typeof InspectionView>;

export const InspectionQuestionView = z.object({
  question: z.string(),
  group: z.enum(INSPECTION_GROUPS),
  textZh: z.string(),
  textEn: z.string(),
});
export type InspectionQuestionView = z.output<typeof InspectionQuestionView>;

export const MEASURE_STATES = ['not-begun', 'underway', 'done', 'not-ours'] as const;
export type MeasureState = (typeof MEASURE_STATES)[number];

/** One of the numbered measures of 国办发〔2020〕45号, and how far the hall is. */
export const MeasureView = z.object({
  measure: MeasureNumber,
  scene: z.enum(LEDGER_SCENES),
  titleZh: z.string(),
  titleEn: z.string(),
  source: z.string(),
  state: z.enum(MEASURE_STATES),
  evidence: z.string().nullable(),
  notedAt: Instant.nullable(),
  notedBy: StaffNumber.nullable(),
});
export type MeasureView = z.output<typeof MeasureView>;

const ReportItem = z.object({ recordId: z.uuid(), number: z.int().positive(), overdue: z.boolean() });

/** A report upward (落实情况报送), with the numbers as they were when it was made. */
export const ReportView = z.object({
  reportId: z.uuid(),
  from: date,
  to: date,
  deadline: date,
  recipient: z.string(),
  problems: z.string(),
  experience: z.string(),
  counts: LedgerCounts,
  /** Records that were opened in its days, or not closed when it was made. */
  items: z.array(ReportItem.extend({ state: z.string() })),
  madeAt: Instant,
  madeBy: StaffNumber.nullable(),
  sent: z.object({ on: date, to: z.string(), by: StaffNumber.nullable() }).nullable(),
  /** Days to its deadline: 0 on the day itself, below 0 after it; null once it was sent. */
  daysLeft: z.int().nullable(),
  /** Sent after its deadline, or not sent and the deadline is over. */
  late: z.boolean(),
});
export type ReportView = z.output<typeof ReportView>;
