import { z } from 'zod';
import { CounterId, Instant, RequestId, ServiceCode, TicketId, TicketNumber } from './ids.ts';
import type { OperationTable } from './operation.ts';
import { priorityClassSchema, priorityReasonSchema } from './priority.ts';
import { printStateSchema, ticketStateSchema } from './ticket-state.ts';

/**
 * A person's own words and numbers. They go straight into the vault; no answer, feed, log or journal entry carries
 * them back in clear.
 */
const Person = z
  .object({
    name: z.string().trim().min(1).max(120),
    idNumber: z.string().trim().min(1).max(32).optional(),
  })
  .strict();

const WaitMinutes = z.object({ low: z.int().nonnegative(), high: z.int().nonnegative() });

/** What any page may know of a ticket. No name, no number of a card. */
export const TicketView = z.object({
  ticketId: TicketId,
  number: TicketNumber,
  serviceCode: ServiceCode,
  serviceName: z.string(),
  state: ticketStateSchema,
  priorityClass: priorityClassSchema,
  priorityReason: priorityReasonSchema,
  issuedAt: Instant,
  counterId: CounterId.nullable(),
  calledAt: Instant.nullable(),
  callCount: z.int().nonnegative(),
  printState: printStateSchema,
});
export type TicketView = z.output<typeof TicketView>;

export const CounterView = z.object({
  counterId: CounterId,
  name: z.string(),
  state: z.enum(['closed', 'open', 'paused']),
  /** Empty = all services of the hall. */
  services: z.array(ServiceCode),
  ticketId: TicketId.nullable(),
  waiting: z.int().nonnegative(),
});
export type CounterView = z.output<typeof CounterView>;

export const CallView = z.object({
  /** Grows with every call and recall: a page that sees a new one flashes and speaks it once. */
  callSequence: z.int().positive(),
  ticketId: TicketId,
  number: TicketNumber,
  counterId: CounterId,
  counterName: z.string(),
  priority: z.boolean(),
  recall: z.boolean(),
  calledAt: Instant,
});
export type CallView = z.output<typeof CallView>;

export const HallView = z.object({
  hallId: z.string(),
  name: z.string(),
  type: z.string(),
  dayDate: z.iso.date().nullable(),
  waiting: z.int().nonnegative(),
  rule: z.string(),
  /** Devices that are stand-ins. Empty in a real hall; never hidden when not empty. */
  simulated: z.array(z.string()),
  storage: z.enum(['well', 'full', 'failing', 'corrupt', 'read-only', 'busy', 'vault-key-lost']),
});
export type HallView = z.output<typeof HallView>;

/** Whose turn comes next if nobody else arrives: the first numbers in calling order, best first. */
export const OrderView = z.object({ numbers: z.array(TicketNumber).max(50) });
export type OrderView = z.output<typeof OrderView>;

/** The hall's feed: everything a counter or a display shows. `hall` and `order` have one item each, id "now". */
export const hallCollections = {
  hall: HallView,
  order: OrderView,
  tickets: TicketView,
  counters: CounterView,
  /** The last calls of the day, keyed by ticket. */
  calls: CallView,
} as const;

export const ServiceView = z.object({
  serviceCode: ServiceCode,
  name: z.string(),
  elderRelevant: z.boolean(),
  documents: z.array(z.string()),
  typicalMinutes: z.number(),
  waiting: z.int().nonnegative(),
  waitMinutes: WaitMinutes,
  counters: z.array(CounterId),
});
export type ServiceView = z.output<typeof ServiceView>;

const TicketStep = z
  .object({ requestId: RequestId, ticketId: TicketId, counterId: CounterId.optional() })
  .strict();
const CounterStep = z.object({ requestId: RequestId, counterId: CounterId }).strict();

const CalledTicket = z.object({
  ticketId: TicketId,
  number: TicketNumber,
  serviceCode: ServiceCode,
  priorityClass: priorityClassSchema,
});

const clerks = ['counter', 'admin'] as const;
const everyone = ['kiosk', 'counter', 'display', 'admin'] as const;

/** The hall's public surface: routes, client, types and the OpenAPI document derive from this table. */
export const hallOperations = {
  issueTicket: {
    effect: 'mutation',
    summary: 'Give a person a place in the queue. The ticket exists once this answers; paper comes after.',
    roles: ['kiosk', 'counter', 'admin'],
    input: z
      .object({
        requestId: RequestId,
        serviceCode: ServiceCode,
        /** YYYYMMDD as on the card, or YYYY-MM-DD. Decides the elder's priority; not kept. */
        birthDate: z
          .string()
          .regex(/^\d{4}-?\d{2}-?\d{2}$/)
          .optional(),
        priorityClass: priorityClassSchema.optional(),
        priorityReason: priorityReasonSchema.optional(),
        holder: Person.optional(),
        companion: Person.optional(),
        appointmentId: z.string().min(1).max(64).optional(),
      })
      .strict(),
    output: z.object({
      ticketId: TicketId,
      number: TicketNumber,
      serviceCode: ServiceCode,
      serviceName: z.string(),
      priorityClass: priorityClassSchema,
      priorityReason: priorityReasonSchema,
      issuedAt: Instant,
      waitingAhead: z.int().nonnegative(),
      waitMinutes: WaitMinutes,
      counters: z.array(CounterId),
      printState: printStateSchema,
    }),
  },
  listServices: {
    effect: 'query',
    summary: 'The services this hall offers, with how long people wait for each.',
    roles: everyone,
    input: z.object({}).strict(),
    output: z.object({ services: z.array(ServiceView) }),
  },
  queueSnapshot: {
    effect: 'query',
    summary: 'The hall as its pages see it: tickets of the day that still matter, counters, last calls.',
    roles: everyone,
    input: z.object({}).strict(),
    output: z.object({
      hall: HallView,
      order: OrderView,
      tickets: z.array(TicketView),
      counters: z.array(CounterView),
      calls: z.array(CallView),
    }),
  },
  ticketStatus: {
    effect: 'query',
    summary: 'Where one ticket stands, by its id or by its number of the day.',
    roles: ['kiosk', 'counter', 'admin'],
    input: z.union([z.object({ ticketId: TicketId }).strict(), z.object({ number: TicketNumber }).strict()]),
    output: z.object({
      ticket: TicketView,
      waitingAhead: z.int().nonnegative().nullable(),
      waitMinutes: WaitMinutes.nullable(),
    }),
  },
  openCounter: {
    effect: 'mutation',
    summary: 'A clerk sits down: the counter may call.',
    roles: clerks,
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
    input: CounterStep.extend({ reason: z.string().trim().max(80).optional() }).strict(),
    output: CounterView,
  },
  closeCounter: {
    effect: 'mutation',
    summary: 'The clerk leaves. Refused while somebody is being called or served there.',
    roles: clerks,
    input: CounterStep,
    output: CounterView,
  },
  callNext: {
    effect: 'mutation',
    summary: 'Call the person whose turn it is by the hall’s rule among the counter’s services.',
    roles: clerks,
    input: CounterStep,
    output: CalledTicket,
  },
  recallTicket: {
    effect: 'mutation',
    summary: 'Call the same person again: display and voice repeat.',
    roles: clerks,
    input: TicketStep,
    output: TicketView,
  },
  startService: {
    effect: 'mutation',
    summary: 'The person has come to the counter.',
    roles: clerks,
    input: TicketStep,
    output: TicketView,
  },
  finishService: {
    effect: 'mutation',
    summary: 'The matter is done, or ends here for today.',
    roles: clerks,
    input: TicketStep.extend({
      outcome: z.enum(['done', 'not-possible-today', 'sent-elsewhere']).default('done'),
    }).strict(),
    output: TicketView,
  },
  missTicket: {
    effect: 'mutation',
    summary: 'Nobody came. The number goes to the missed board and keeps its chance.',
    roles: clerks,
    input: TicketStep,
    output: TicketView,
  },
  returnTicket: {
    effect: 'mutation',
    summary: 'A missed person is here after all: back into the queue after the next few of the same class.',
    roles: ['kiosk', 'counter', 'admin'],
    input: TicketStep,
    output: TicketView,
  },
  cancelTicket: {
    effect: 'mutation',
    summary: 'The person does not want to wait any longer.',
    roles: ['kiosk', 'counter', 'admin'],
    input: TicketStep.extend({
      reason: z.enum(['left', 'mistake', 'served-elsewhere']).default('left'),
    }).strict(),
    output: TicketView,
  },
  parkTicket: {
    effect: 'mutation',
    summary:
      'The person is off for a copy or a signature and comes back to this counter; meanwhile it may call others.',
    roles: clerks,
    input: TicketStep,
    output: TicketView,
  },
  resumeTicket: {
    effect: 'mutation',
    summary: 'A parked person is back at the counter, which must be free.',
    roles: clerks,
    input: z.object({ requestId: RequestId, ticketId: TicketId, counterId: CounterId }).strict(),
    output: TicketView,
  },
  transferTicket: {
    effect: 'mutation',
    summary: 'Pass the person on to another service: same number, the time already waited counts.',
    roles: clerks,
    input: TicketStep.extend({ serviceCode: ServiceCode }).strict(),
    output: TicketView,
  },
  correctPriority: {
    effect: 'mutation',
    summary: 'Staff correct the class of a ticket that waits, with the reason.',
    roles: clerks,
    input: TicketStep.extend({
      priorityClass: priorityClassSchema,
      why: z.enum(['document-shown', 'evident', 'unwell', 'entered-wrongly', 'request-withdrawn']),
    }).strict(),
    output: TicketView,
  },
  recordPrint: {
    effect: 'mutation',
    summary: 'A station reports what became of a ticket’s paper.',
    roles: ['kiosk', 'counter', 'admin'],
    input: z
      .object({
        requestId: RequestId,
        ticketId: TicketId,
        printState: printStateSchema,
        reprint: z.boolean(),
      })
      .strict(),
    output: TicketView,
  },
} as const satisfies OperationTable;

export type HallOperations = typeof hallOperations;
