import { z } from 'zod';
import { CounterId, Instant, RequestId, ServiceCode, StaffNumber, TicketId, TicketNumber } from '../ids.ts';
import type { OperationTable } from '../operation.ts';
import { priorityClassSchema, priorityReasonSchema } from '../priority.ts';
import { paperStateSchema, printStateSchema } from '../ticket-state.ts';
import { companionRelationSchema, MOST_FURTHER_SERVICES } from './closed-lists.ts';
import { Person } from './person.ts';
import { clerks, floorStaff, nobody, TicketStep } from './rows.ts';
import { TicketView, WaitMinutes } from './views.ts';

const TRANSFER_TARGETS = ['toCounterId', 'toStaffNumber', 'toSender'] as const;

/** A service, a place, or both: without a service it stays the same one (back to the sender: the one it had there). */
const TransferInput = TicketStep.extend({
  serviceCode: ServiceCode.optional(),
  toCounterId: CounterId.optional(),
  /** The counter where this colleague sits now. */
  toStaffNumber: StaffNumber.optional(),
  toSender: z.literal(true).optional(),
})
  .strict()
  .refine((wish) => wish.serviceCode !== undefined || TRANSFER_TARGETS.some((target) => target in wish), {
    error: `at least one of serviceCode, ${TRANSFER_TARGETS.join(', ')}`,
    path: ['serviceCode'],
  })
  .refine((wish) => TRANSFER_TARGETS.filter((target) => wish[target] !== undefined).length <= 1, {
    error: `one of ${TRANSFER_TARGETS.join(', ')}, not several`,
    path: ['toCounterId'],
  });

/** What happens to one ticket, from its issue to its end. */
export const ticketRows = {
  issueTicket: {
    effect: 'mutation',
    summary: 'Give a person a place in the queue. The ticket exists once this answers; paper comes after.',
    roles: ['kiosk', 'counter', 'admin'],
    staff: floorStaff,
    input: z
      .object({
        requestId: RequestId,
        serviceCode: ServiceCode,
        /** Further matters of the same visit, in the order of the wish: one number for all. */
        moreServices: z.array(ServiceCode).max(MOST_FURTHER_SERVICES).optional(),
        /** YYYYMMDD as on the card, or YYYY-MM-DD. Decides the elder's priority; not kept. */
        birthDate: z
          .string()
          .regex(/^\d{4}-?\d{2}-?\d{2}$/)
          .optional(),
        priorityClass: priorityClassSchema.optional(),
        priorityReason: priorityReasonSchema.optional(),
        holder: Person.optional(),
        companion: Person.optional(),
        /** Two people came with one matter. May be said without saying who. */
        companionRelation: companionRelationSchema.optional(),
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
      /** For the QR code on the paper: whoever holds it may rate this visit. Null where the hall has no rating page. */
      ratingUrl: z.string().max(250).nullable(),
      /** Where the person was booked: came in time, or later and waits like everybody. */
      appointment: z.enum(['on-time', 'late']).optional(),
    }),
  },
  recallTicket: {
    effect: 'mutation',
    summary: 'Call the same person again: display and voice repeat.',
    roles: clerks,
    staff: floorStaff,
    input: TicketStep,
    output: TicketView,
  },
  startService: {
    effect: 'mutation',
    summary: 'The person has come to the counter.',
    roles: clerks,
    staff: floorStaff,
    input: TicketStep,
    output: TicketView,
  },
  finishService: {
    effect: 'mutation',
    summary:
      'The matter is done, or ends here for today. Where others remain the visit goes on by itself: here, or waiting for whoever serves them.',
    roles: clerks,
    staff: floorStaff,
    input: TicketStep.extend({
      outcome: z.enum(['done', 'not-possible-today', 'sent-elsewhere']).default('done'),
      /** The person goes: matters that remain are dropped. */
      endVisit: z.literal(true).optional(),
    }).strict(),
    output: TicketView,
  },
  missTicket: {
    effect: 'mutation',
    summary: 'Nobody came. The number goes to the missed board and keeps its chance.',
    roles: clerks,
    staff: floorStaff,
    input: TicketStep,
    output: TicketView,
  },
  returnTicket: {
    effect: 'mutation',
    summary: 'A missed person is here after all: back into the queue after the next few of the same class.',
    roles: ['kiosk', 'counter', 'admin'],
    staff: floorStaff,
    input: TicketStep,
    output: TicketView,
  },
  cancelTicket: {
    effect: 'mutation',
    summary: 'The person does not want to wait any longer.',
    roles: ['kiosk', 'counter', 'admin'],
    staff: floorStaff,
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
    staff: floorStaff,
    input: TicketStep,
    output: TicketView,
  },
  resumeTicket: {
    effect: 'mutation',
    summary: 'A parked person is back at the counter, which must be free.',
    roles: clerks,
    staff: floorStaff,
    input: z.object({ requestId: RequestId, ticketId: TicketId, counterId: CounterId }).strict(),
    output: TicketView,
  },
  transferTicket: {
    effect: 'mutation',
    summary:
      'Pass the person on to another service, one counter, a colleague, or back to who sent them: same number, the time already waited counts.',
    roles: clerks,
    staff: floorStaff,
    input: TransferInput,
    output: TicketView,
  },
  correctPriority: {
    effect: 'mutation',
    summary: 'Staff correct the class of a ticket that waits, with the reason.',
    roles: clerks,
    staff: floorStaff,
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
    staff: nobody,
    input: z
      .object({
        requestId: RequestId,
        ticketId: TicketId,
        printState: paperStateSchema,
        reprint: z.boolean(),
      })
      .strict(),
    output: TicketView,
  },
} as const satisfies OperationTable;
