import { z } from 'zod';
import type { PaperState } from '../../../preload/contracts/index.ts';

/**
 * queued: not a byte went out. sending, awaiting-fence: the first byte may have. A refused job goes back to queued;
 * `unknown` becomes `confirmed` only when the printer says so itself.
 */
export const JOB_STATES = ['queued', 'sending', 'awaiting-fence', 'confirmed', 'unknown'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** What the hall and the pages are told. */
const OUTWARD: Readonly<Record<JobState, PaperState>> = {
  queued: 'pending',
  sending: 'sent',
  'awaiting-fence': 'sent',
  confirmed: 'confirmed',
  unknown: 'unknown',
};

export const outward = (state: JobState): PaperState => OUTWARD[state];

export const storedPaper = z.object({
  hallName: z.string(),
  number: z.string(),
  serviceName: z.string(),
  priority: z.object({ label: z.string(), reason: z.string() }).optional(),
  waitingAhead: z.number(),
  waitMinutes: z.object({ low: z.number(), high: z.number() }),
  counters: z.array(z.string()),
  issuedAt: z.string(),
  holderMasked: z.string().optional(),
  reprint: z.boolean(),
  simulated: z.boolean().optional(),
  qrText: z.string().optional(),
});

export const printJobRow = z.object({
  jobId: z.string(),
  ticketId: z.string(),
  number: z.string(),
  copy: z.number(),
  state: z.enum(JOB_STATES),
  paper: z.string().nullable(),
});
export type PrintJobRow = z.output<typeof printJobRow>;

export const reasonedJobRow = printJobRow.extend({ reason: z.string().nullable() });
export type ReasonedJobRow = z.output<typeof reasonedJobRow>;
