import { timingSafeEqual } from 'node:crypto';
import type { HallOperations } from '../../../../preload/contracts/hall-operations.ts';
import type { Output } from '../../../../preload/contracts/operation.ts';
import { formatRatingCode, parseRatingCode, RATING_PROOF_BYTES } from '../../domain/rating/rating-code.ts';
import type { TicketRow } from '../../store/ticket-row.ts';
import type { HallContext } from '../hall-context.ts';

type Issued = Output<HallOperations, 'issueTicket'>;

/**
 * The address behind the QR code of a ticket; null where the hall has no rating page, or lost the key of its vault. It is
 * worked out anew whenever it is asked for and stands in no table, no journal and no remembered answer.
 */
export function ratingUrlOf(hall: HallContext, { ticketId, number }: Pick<Issued, 'ticketId' | 'number'>) {
  const { address } = hall.policy.ratings;
  const proof = proofOf(hall, ticketId);
  if (address === null || proof === undefined) return null;
  return `${address}/r/${formatRatingCode({ number, proof: proof.toString('base64url') })}`;
}

export interface FoundVisit {
  readonly ticket: TicketRow;
  /** Calendar days since the visit's service day. */
  readonly daysAgo: number;
}

/** The visit that a code stands for, within the days in which it may be rated; undefined for every other code. */
export function visitOfCode(hall: HallContext, text: string): FoundVisit | undefined {
  const code = parseRatingCode(text);
  if (code === undefined) return undefined;
  const today = hall.localTime.date(hall.clock.nowMs());
  const since = daysBefore(today, hall.policy.ratings.withinDays);
  const given = Buffer.from(code.proof, 'base64url');
  const found = hall.stores.tickets
    .byNumberSince(code.number, since)
    .find(({ ticketId }) => isProofOf(hall, ticketId, given));
  if (found === undefined) return undefined;
  const day = hall.stores.days.dateOf(found.dayId);
  return { ticket: found, daysAgo: daysBetween(day, today) };
}

const MS_PER_DAY = 86_400_000;

function daysBefore(date: string, days: number): string {
  return new Date(Date.parse(date) - days * MS_PER_DAY).toISOString().slice(0, 10);
}

function daysBetween(earlier: string, later: string): number {
  return (Date.parse(later) - Date.parse(earlier)) / MS_PER_DAY;
}

function isProofOf(hall: HallContext, ticketId: string, given: Buffer): boolean {
  const proof = proofOf(hall, ticketId);
  return proof !== undefined && given.length === proof.length && timingSafeEqual(given, proof);
}

function proofOf({ vault }: HallContext, ticketId: string): Buffer | undefined {
  return vault?.proof('rating', ticketId).subarray(0, RATING_PROOF_BYTES);
}
