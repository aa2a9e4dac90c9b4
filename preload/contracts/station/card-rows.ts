import { z } from 'zod';
import { LANGUAGES } from '../configuration-kiosk.ts';
import { RequestId } from '../ids.ts';
import type { OperationTable } from '../operation.ts';
import { paperStateSchema } from '../ticket-state.ts';

/** Papers that belong to no number. */
export const stepCardRows = {
  printStepCard: {
    effect: 'mutation',
    summary:
      'Print the steps of taking a number at this hall in large type. One at a time: a card on its way is the answer. In Chinese where it is not written in the language asked for.',
    roles: ['kiosk'],
    staff: [],
    input: z.object({ requestId: RequestId, language: z.enum(LANGUAGES).optional() }).strict(),
    output: z.object({ printState: paperStateSchema }),
  },
} as const satisfies OperationTable;
