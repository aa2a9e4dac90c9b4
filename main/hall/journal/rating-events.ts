import { z } from 'zod';
import { RatingCaseId, TicketId } from '../../../preload/contracts/ids.ts';
import {
  judgementSchema,
  ratingCaseNoteSchema,
  ratingCaseStepSchema,
} from '../../../preload/contracts/rating-case.ts';
import { RATING_CHANNELS, ratingLevelSchema } from '../../../preload/contracts/rating.ts';

/** What the catalogue says of ratings. Nobody's hand stands beside a rating: it is the visitor's. */
export const visitRated = {
  ticketId: TicketId,
  level: ratingLevelSchema,
  channel: z.enum(RATING_CHANNELS),
};

/** A bad rating: in the same transaction as the rating itself, so that none is forgotten. */
export const ratingCaseReceived = {
  caseId: RatingCaseId,
  ticketId: TicketId,
  /** The number was taken with a card; who it was stands in the vault under the ticket. */
  realName: z.boolean(),
  /** The hall's local date: its limits are counted from it, whatever time zone a later program runs in. */
  receivedOn: z.iso.date(),
};

export const ratingCaseAdvanced = {
  caseId: RatingCaseId,
  step: ratingCaseStepSchema,
  on: z.iso.date(),
  judgement: judgementSchema.optional(),
  note: ratingCaseNoteSchema.optional(),
};
