import { z } from 'zod';
import { CounterLook, READER_SIDES } from '../../../preload/contracts/configuration-kiosk.ts';
import {
  STEP_CARD_LANGUAGES,
  type StepCardPaper,
  type TicketPaper,
} from '../devices/ticket-printer/index.ts';
import type { PrintJobRow } from './print-job.ts';

type ShapeOf<Paper> = Record<keyof Paper, z.ZodType>;

/**
 * A ticket as it lies in the spool. Every field of it is named, else it would not come out on paper; those that came
 * later may be missing, for the papers of yesterday's program.
 */
export const storedTicket = z.object({
  hallName: z.string(),
  number: z.string(),
  serviceName: z.string(),
  priority: z.object({ label: z.string(), reason: z.string() }).optional(),
  people: z.literal([1, 2]).optional(),
  waitingAhead: z.number(),
  waitMinutes: z.object({ low: z.number(), high: z.number() }),
  counters: z.array(z.string()),
  counterLooks: z.record(z.string(), CounterLook).optional(),
  waitingArea: z.string().optional(),
  documents: z.array(z.string()).optional(),
  telephone: z.string().optional(),
  issuedAt: z.string(),
  holderMasked: z.string().optional(),
  reprint: z.boolean(),
  simulated: z.boolean().optional(),
  ratingUrl: z.string().optional(),
  qrText: z.string().optional(),
} satisfies ShapeOf<TicketPaper>);

const storedStepCard = z.object({
  kind: z.literal('step-card'),
  language: z.enum(STEP_CARD_LANGUAGES),
  hallName: z.string(),
  readerSide: z.enum(READER_SIDES).nullable(),
  waitingArea: z.string().nullable(),
  manualCounters: z.array(z.string()),
  counterLooks: z.record(z.string(), CounterLook),
  telephone: z.string().nullable(),
  simulated: z.boolean(),
} satisfies ShapeOf<StepCardPaper>);

/** What is to be printed. Throws for a paper that was forgotten or is none. */
export function paperOf({ kind, paper }: Pick<PrintJobRow, 'kind' | 'paper'>): TicketPaper | StepCardPaper {
  const stored: unknown = JSON.parse(paper ?? 'null');
  return kind === 'ticket' ? storedTicket.parse(stored) : storedStepCard.parse(stored);
}

/** The name on a ticket is needed no longer than until the paper is out; a reprint goes without it. */
export function withoutHolder({ kind, paper }: Pick<PrintJobRow, 'kind' | 'paper'>): string | undefined {
  if (kind !== 'ticket' || paper === null) return undefined;
  const ticket = storedTicket.parse(JSON.parse(paper));
  delete ticket.holderMasked;
  return JSON.stringify(ticket);
}
