import { z } from 'zod';
import { CounterId, Instant, StaffNumber, TicketNumber } from '../ids.ts';
import { DIFFICULTY_KINDS, DIFFICULTY_RESULTS, HELP_KINDS } from './closed-lists.ts';

const Colleague = z.object({ staffNumber: StaffNumber, name: z.string() });

/** A call for help: where, what kind, since when, and who is on the way. */
export const HelpView = z.object({
  helpId: z.uuid(),
  kind: z.enum(HELP_KINDS),
  state: z.enum(['open', 'answered', 'ended']),
  counterId: CounterId.nullable(),
  /** The device it came from, as it was enrolled. */
  place: z.string(),
  askedAt: Instant,
  /** Whom it is meant for; null: whoever is free. */
  wanted: Colleague.nullable(),
  /** When nobody had answered for as long as the hall waits, and the supervisors were told; null: not so. */
  escalatedAt: Instant.nullable(),
  answeredBy: Colleague.nullable(),
});
export type HelpView = z.output<typeof HelpView>;

/** A difficulty in the hall's ledger. Says nothing of whose it was. */
export const DifficultyView = z.object({
  difficultyId: z.uuid(),
  kind: z.enum(DIFFICULTY_KINDS),
  state: z.enum(['open', 'settled']),
  /** The service day. */
  date: z.iso.date(),
  reportedAt: Instant,
  reportedBy: Colleague.nullable(),
  counterId: CounterId.nullable(),
  place: z.string(),
  number: TicketNumber.nullable(),
  settledAt: Instant.nullable(),
  settledBy: Colleague.nullable(),
  result: z.enum(DIFFICULTY_RESULTS).nullable(),
});
export type DifficultyView = z.output<typeof DifficultyView>;
