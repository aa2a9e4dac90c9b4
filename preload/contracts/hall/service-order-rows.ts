import { z } from 'zod';
import { AGE_BANDS, audienceSchema } from '../age-band.ts';
import { SERVICE_ORDERS } from '../configuration-kiosk.ts';
import { ServiceCode } from '../ids.ts';
import type { OperationTable } from '../operation.ts';
import { overseers } from './rows.ts';

const count = z.int().nonnegative();

/** Why services stand on the kiosks as they do for people of one age. */
export const AudienceOrderView = z.object({
  audience: audienceSchema,
  /** The service day from which on these places stand; null: the program’s own order. */
  learnedSince: z.iso.date().nullable(),
  /** Out of how much it was learned on that day. */
  learnedFrom: z.object({ tickets: z.int().positive(), days: z.int().positive() }).nullable(),
  /** Tickets of the last service days before today; 0 while there are too few to learn from. */
  tickets: count,
  /** Service days on which they were taken. */
  days: count,
  /** Whose tickets: neighbours in age are asked as well where the own are too few. Empty = too few of anybody. */
  bands: z.array(z.enum([...AGE_BANDS, 'unknown'])),
  /** What stands first, with how many of those tickets were for it. */
  first: z.array(
    z.object({
      serviceCode: ServiceCode,
      serviceName: z.string(),
      tickets: count,
      perMille: z.int().min(0).max(1000).nullable(),
    }),
  ),
});
export type AudienceOrderView = z.output<typeof AudienceOrderView>;

/** The order of the services on the kiosks, told to whoever looks after the hall. */
export const serviceOrderRows = {
  serviceOrder: {
    effect: 'query',
    summary:
      'Which services stand first on the kiosks for which age, since when, and out of how many tickets.',
    roles: ['admin'],
    staff: overseers,
    input: z.object({}).strict(),
    output: z.object({
      setting: z.enum(SERVICE_ORDERS),
      leastTickets: z.int().positive(),
      learningDays: z.int().positive(),
      audiences: z.array(AudienceOrderView),
    }),
  },
} as const satisfies OperationTable;
