import { z } from 'zod';
import { TicketId, TicketNumber } from '../ids.ts';
import type { OperationTable } from '../operation.ts';
import { HelpView } from './assist-views.ts';
import { everyone, nobody } from './rows.ts';
import { CallView, CounterView, HallView, OrderView, ServiceView, TicketView, WaitMinutes } from './views.ts';

/** What anybody of the hall may look at. */
export const lookingRows = {
  listServices: {
    effect: 'query',
    summary: 'The services this hall offers, with how long people wait for each.',
    roles: everyone,
    staff: nobody,
    input: z.object({}).strict(),
    output: z.object({ services: z.array(ServiceView) }),
  },
  queueSnapshot: {
    effect: 'query',
    summary: 'The hall as its pages see it: tickets of the day that still matter, counters, last calls.',
    roles: everyone,
    staff: nobody,
    input: z.object({}).strict(),
    output: z.object({
      hall: HallView,
      order: OrderView,
      tickets: z.array(TicketView),
      counters: z.array(CounterView),
      calls: z.array(CallView),
      /** Calls for help that have not ended, oldest first. */
      help: z.array(HelpView),
    }),
  },
  ticketStatus: {
    effect: 'query',
    summary: 'Where one ticket stands, by its id or by its number of the day.',
    roles: ['kiosk', 'counter', 'admin'],
    staff: nobody,
    input: z.union([z.object({ ticketId: TicketId }).strict(), z.object({ number: TicketNumber }).strict()]),
    output: z.object({
      ticket: TicketView,
      waitingAhead: z.int().nonnegative().nullable(),
      waitMinutes: WaitMinutes.nullable(),
    }),
  },
} as const satisfies OperationTable;
