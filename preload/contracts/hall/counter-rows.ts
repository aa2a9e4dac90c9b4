import { z } from 'zod';
import { CounterId, RequestId, ServiceCode, TicketId, TicketNumber } from '../ids.ts';
import type { OperationTable } from '../operation.ts';
import { priorityClassSchema } from '../priority.ts';
import { clerks, CounterStep, floorStaff } from './rows.ts';
import { CounterView } from './views.ts';

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
    input: CounterStep.extend({ reason: z.string().trim().max(80).optional() }).strict(),
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
} as const satisfies OperationTable;
