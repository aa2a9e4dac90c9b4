import { z } from 'zod';
import { CounterId, RequestId, ServiceCode, TicketId, TicketNumber } from '../ids.ts';
import type { OperationTable } from '../operation.ts';
import { priorityClassSchema } from '../priority.ts';
import { callReasonSchema, pauseReasonSchema, undoableStepSchema } from './closed-lists.ts';
import { clerks, CounterStep, floorStaff } from './rows.ts';
import { CounterView, TicketView } from './views.ts';

const CalledTicket = z.object({
  ticketId: TicketId,
  number: TicketNumber,
  serviceCode: ServiceCode,
  priorityClass: priorityClassSchema,
});

/** What a clerk does at a counter: open, call, pause, close. */
export const counterRows = {
  openCounter: {
    effect: 'mutation',
    summary: 'A clerk sits down: the counter may call.',
    roles: clerks,
    staff: floorStaff,
    input: z
      .object({
        requestId: RequestId,
        counterId: CounterId,
        services: z.array(ServiceCode).max(200).optional(),
      })
      .strict(),
    output: CounterView,
  },
  pauseCounter: {
    effect: 'mutation',
    summary: 'The counter stops calling for a while; the person at it is served to the end.',
    roles: clerks,
    staff: floorStaff,
    input: CounterStep.extend({ reason: pauseReasonSchema.default('other') }).strict(),
    output: CounterView,
  },
  closeCounter: {
    effect: 'mutation',
    summary: 'The clerk leaves. Refused while somebody is being called or served there.',
    roles: clerks,
    staff: floorStaff,
    input: CounterStep,
    output: CounterView,
  },
  callNext: {
    effect: 'mutation',
    summary: 'Call the person whose turn it is by the hall’s rule among the counter’s services.',
    roles: clerks,
    staff: floorStaff,
    input: CounterStep,
    output: CalledTicket,
  },
  callTicket: {
    effect: 'mutation',
    summary:
      'Call one waiting or missed person out of order, with the reason. Who waits: a supervisor, and a clerk where the hall allows it; who was missed: any clerk.',
    roles: clerks,
    staff: floorStaff,
    input: CounterStep.extend({ ticketId: TicketId, why: callReasonSchema }).strict(),
    output: CalledTicket,
  },
  undoStep: {
    effect: 'mutation',
    summary:
      'Take back what was last done here (call, start, finish, missed, away), within a few seconds and before anything else.',
    roles: clerks,
    staff: floorStaff,
    input: CounterStep,
    output: z.object({ undone: undoableStepSchema, ticket: TicketView }),
  },
} as const satisfies OperationTable;
