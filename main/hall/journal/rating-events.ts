import { z } from 'zod';
import { TicketId } from '../../../preload/contracts/ids.ts';
import { RATING_CHANNELS, ratingLevelSchema } from '../../../preload/contracts/rating.ts';

/** What the catalogue says of ratings. Nobody's hand stands beside a rating: it is the visitor's. */
export const visitRated = {
  ticketId: TicketId,
  level: ratingLevelSchema,
  channel: z.enum(RATING_CHANNELS),
};
