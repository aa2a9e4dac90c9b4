import { z } from 'zod';
import { RequestId, TicketId, TicketNumber } from '../ids.ts';
import type { OperationTable } from '../operation.ts';
import { DEVICE_RATING_CHANNELS, ratingLevelSchema } from '../rating.ts';
import { nobody } from './rows.ts';

/** What visitors say of their visits (好差评). No answer carries a level back: who rated what is nobody's at the floor. */
export const ratingRows = {
  rateVisit: {
    effect: 'mutation',
    summary:
      'A visitor rates a visit of today whose service is finished. One visit, one rating, whatever the channel.',
    roles: ['kiosk', 'counter', 'admin'],
    staff: nobody,
    input: z
      .object({
        requestId: RequestId,
        ticketId: TicketId,
        level: ratingLevelSchema,
        channel: z.enum(DEVICE_RATING_CHANNELS),
      })
      .strict(),
    output: z.object({ ticketId: TicketId, number: TicketNumber }),
  },
} as const satisfies OperationTable;
