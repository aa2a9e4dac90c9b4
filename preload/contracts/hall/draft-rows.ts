import { z } from 'zod';
import { CounterId, Instant, RequestId } from '../ids.ts';
import type { OperationTable } from '../operation.ts';
import { ElderPerson } from './elder-person.ts';
import { clerks, floorStaff, nobody } from './rows.ts';

/** What a form says of itself; none of it is about who fills it. */
export const DraftForm = z.object({
  formId: z.string().regex(/^[a-z][a-z0-9-]{2,59}$/),
  version: z.string().regex(/^\d{4}\.\d{1,3}$/),
  title: z.string().trim().min(1).max(60),
});

/** What a kiosk filled in for somebody, so that a clerk need not type it again. */
export const draftRows = {
  keepDraft: {
    effect: 'mutation',
    summary:
      'Keep what a form was filled with; the answer is the code for its QR. The values go into the vault under the day’s key, the code holds nothing of them.',
    roles: ['kiosk'],
    staff: nobody,
    input: DraftForm.extend({ requestId: RequestId, holder: ElderPerson }).strict(),
    output: z.object({ code: z.string().length(8) }),
  },
  recallDraft: {
    effect: 'mutation',
    summary:
      'What a form was filled with, by the code on the paper in the clerk’s hand. Each look is a fact of its own; the answer is kept nowhere.',
    roles: clerks,
    staff: floorStaff,
    input: z
      .object({
        requestId: RequestId,
        /** As typed or scanned: small letters, gaps and dashes make no difference. */
        code: z.string().trim().min(8).max(20),
        counterId: CounterId,
      })
      .strict(),
    output: DraftForm.extend({
      keptAt: Instant,
      /** Null: the card did not say it, or not well enough to print it. */
      name: z.string().nullable(),
      idNumber: z.string().nullable(),
      address: z.string().nullable(),
    }),
  },
} as const satisfies OperationTable;
