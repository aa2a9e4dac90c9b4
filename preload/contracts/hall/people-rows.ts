import { z } from 'zod';
import { CounterId, RequestId, TicketId } from '../ids.ts';
import type { OperationTable } from '../operation.ts';
import { companionRelationSchema, REVEAL_PURPOSES, REVEALED_FIELDS } from './closed-lists.ts';
import { clerks, floorStaff } from './rows.ts';

/** Masked, as lists and slips show people; null where nothing was given or kept. */
const MaskedPerson = z.object({ maskedName: z.string(), maskedIdNumber: z.string().nullable() });

/** Who stands at the counter: only for the counter that has called them, and never before the call. */
export const peopleRows = {
  ticketPeople: {
    effect: 'query',
    summary: 'Who has the ticket that is called, served or away at this counter: masked names.',
    roles: clerks,
    staff: floorStaff,
    input: z.object({ ticketId: TicketId, counterId: CounterId }).strict(),
    output: z.object({
      holder: MaskedPerson.nullable(),
      companion: MaskedPerson.nullable(),
      companionRelation: companionRelationSchema.nullable(),
    }),
  },
  revealPerson: {
    effect: 'mutation',
    summary:
      'One field of one person in clear while they are served here. Each look is a fact of its own; the answer is kept nowhere.',
    roles: clerks,
    staff: floorStaff,
    input: z
      .object({
        requestId: RequestId,
        ticketId: TicketId,
        counterId: CounterId,
        who: z.enum(['holder', 'companion']),
        field: z.enum(REVEALED_FIELDS),
        purpose: z.enum(REVEAL_PURPOSES),
      })
      .strict(),
    output: z.object({ value: z.string() }),
  },
} as const satisfies OperationTable;
