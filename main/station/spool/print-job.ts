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

const ofEveryJob = {
  jobId: z.string(),
  copy: z.number(),
  state: z.enum(JOB_STATES),
  paper: z.string().nullable(),
};

export const printJobRow = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ticket'), ticketId: z.string(), number: z.string(), ...ofEveryJob }),
  z.object({ kind: z.literal('step-card'), ticketId: z.null(), number: z.null(), ...ofEveryJob }),
]);
export type PrintJobRow = z.output<typeof printJobRow>;
export type TicketJobRow = Extract<PrintJobRow, { kind: 'ticket' }>;

/** A ticket's job, and why it stands where it stands. */
export const reasonedJobRow = z.object({
  kind: z.literal('ticket'),
  ticketId: z.string(),
  number: z.string(),
  ...ofEveryJob,
  reason: z.string().nullable(),
});
export type ReasonedJobRow = z.output<typeof reasonedJobRow>;
