import { z } from 'zod';
import { CounterId, RequestId, ServiceCode, TicketId } from '../ids.ts';
import type { OperationTable } from '../operation.ts';
import { priorityClassSchema } from '../priority.ts';
import { companionRelationSchema } from './closed-lists.ts';
import { Person } from './person.ts';
import { clerks, floorStaff } from './rows.ts';
import { TicketView } from './views.ts';

/** The matters of one visit: one number, several services, and people served without having taken a number. */
export const matterRows = {
  serveNow: {
    effect: 'mutation',
    summary: 'Serve somebody who has no ticket: a number is given, nothing is printed, the record is whole.',
    roles: clerks,
    staff: floorStaff,
    input: z
      .object({
        requestId: RequestId,
        counterId: CounterId,
        serviceCode: ServiceCode,
        /** Given by staff; without it, by the age in the holder's number. */
        priorityClass: priorityClassSchema.optional(),
        holder: Person.optional(),
        companion: Person.optional(),
        companionRelation: companionRelationSchema.optional(),
      })
      .strict(),
    output: TicketView,
  },
  addService: {
    effect: 'mutation',
    summary: 'The person being served has one more matter: it follows under the same number.',
    roles: clerks,
    staff: floorStaff,
    input: z
      .object({ requestId: RequestId, ticketId: TicketId, counterId: CounterId, serviceCode: ServiceCode })
      .strict(),
    output: TicketView,
  },
} as const satisfies OperationTable;
