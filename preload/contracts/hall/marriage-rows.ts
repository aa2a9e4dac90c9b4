import { z } from 'zod';
import type { OperationTable } from '../operation.ts';
import { nobody } from './rows.ts';

/** The two terms of a divorce application (民法典 art. 1077), and where somebody stands in them today. */
export const DivorceDatesView = z.object({
  acceptedOn: z.iso.date(),
  coolingLast: z.iso.date(),
  windowFrom: z.iso.date(),
  windowTo: z.iso.date(),
  /** `ahead`: the application has not been accepted yet. */
  standing: z.enum(['ahead', 'cooling', 'window', 'over']),
  /** False: a term ends in a year whose holidays are not entered yet, so the office's own paper decides. */
  holidaysKnown: z.boolean(),
});
export type DivorceDatesView = z.output<typeof DivorceDatesView>;

export const AcceptedOn = z.object({ acceptedOn: z.iso.date() }).strict();

/** What a marriage hall computes for those who ask. Nothing here registers anything. */
export const marriageRows = {
  divorceDates: {
    effect: 'query',
    summary: 'Until when an application for divorce can be withdrawn, and when both fetch the certificate.',
    roles: ['kiosk', 'counter', 'admin'],
    staff: nobody,
    input: AcceptedOn,
    output: DivorceDatesView,
  },
} as const satisfies OperationTable;
