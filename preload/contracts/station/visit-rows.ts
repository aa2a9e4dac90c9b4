import { z } from 'zod';
import { RequestId, ServiceCode, TicketId, TicketNumber } from '../ids.ts';
import type { OperationTable } from '../operation.ts';
import { priorityClassSchema } from '../priority.ts';
import { ratingLevelSchema } from '../rating.ts';
import { printStateSchema } from '../ticket-state.ts';
import { StationView, VisitView } from './views.ts';

/** From coming to leaving: who stands before the kiosk, their numbers, their paper. */
export const visitRows = {
  visit: {
    effect: 'query',
    summary: 'Who stands before the kiosk now (masked), or nobody.',
    roles: ['kiosk', 'admin'],
    staff: [],
    input: z.object({}).strict(),
    output: z.object({ station: StationView, visit: VisitView.nullable() }),
  },
  beginWithoutCard: {
    effect: 'mutation',
    summary: 'Somebody without an ID card starts a visit.',
    roles: ['kiosk'],
    staff: [],
    input: z.object({ requestId: RequestId }).strict(),
    output: VisitView,
  },
  takeTicket: {
    effect: 'mutation',
    summary: 'The person chose a service: take a number at the hall, then print it.',
    roles: ['kiosk'],
    staff: [],
    input: z
      .object({
        requestId: RequestId,
        serviceCode: ServiceCode,
        priorityClass: priorityClassSchema.optional(),
      })
      .strict(),
    output: z.object({ ticketId: TicketId, number: TicketNumber, alreadyHeld: z.boolean() }),
  },
  rateVisit: {
    effect: 'mutation',
    summary:
      'The person before the kiosk rates a visit of theirs (好差评). Nothing but their own can be rated here.',
    roles: ['kiosk'],
    staff: [],
    input: z.object({ requestId: RequestId, ticketId: TicketId, level: ratingLevelSchema }).strict(),
    output: z.object({}),
  },
  reprint: {
    effect: 'mutation',
    summary: 'Print the same number once more, marked 补打.',
    roles: ['kiosk', 'admin'],
    staff: [],
    input: z.object({ requestId: RequestId, ticketId: TicketId }).strict(),
    output: z.object({ printState: printStateSchema }),
  },
  endVisit: {
    effect: 'mutation',
    summary: 'The person is done: everything about them leaves this PC’s memory.',
    roles: ['kiosk', 'admin'],
    staff: [],
    input: z.object({ requestId: RequestId }).strict(),
    output: z.object({}),
  },
} as const satisfies OperationTable;
