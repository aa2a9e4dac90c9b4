import { z } from 'zod';
import { RequestId } from '../ids.ts';
import type { OperationTable } from '../operation.ts';
import { nobody } from './rows.ts';

/** Forms that came out of a printer of the hall. */
export const hallFormRows = {
  printForm: {
    effect: 'mutation',
    summary: 'A form was printed: which one, in which version. Says nothing of whose it is.',
    roles: ['kiosk', 'counter', 'admin'],
    staff: nobody,
    input: z
      .object({
        requestId: RequestId,
        formId: z.string().regex(/^[a-z][a-z0-9-]{2,59}$/),
        version: z.string().regex(/^\d{4}\.\d{1,3}$/),
        size: z.enum(['standard', 'large']),
        /** With what a card says in its place. */
        prefilled: z.boolean(),
        printState: z.enum(['confirmed', 'unknown']),
      })
      .strict(),
    output: z.object({}),
  },
} as const satisfies OperationTable;
