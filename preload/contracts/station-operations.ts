import { z } from 'zod';
import { hallOperations, ServiceView } from './hall-operations.ts';
import { RatableVisit } from './hall/rating-rows.ts';
import { CounterId, RequestId, ServiceCode, TicketId, TicketNumber } from './ids.ts';
import type { OperationTable } from './operation.ts';
import { priorityClassSchema, priorityReasonSchema } from './priority.ts';
import { ratingLevelSchema } from './rating.ts';
import { printStateSchema } from './ticket-state.ts';

export const DeviceView = z.object({
  /** Loudspeaker, displays over windows and rating pad are listed only where there are any. */
  device: z.enum(['idCardReader', 'ticketPrinter', 'speaker', 'windowDisplay', 'ratingPad']),
  /** The counter above which a display hangs or at which a pad stands; `null` for what belongs to no counter. */
  counterId: CounterId.nullable(),
  state: z.enum(['ready', 'busy', 'connecting', 'unavailable']),
  /** Why it cannot be used; words come from the page. `null` when it can. */
  reason: z.string().nullable(),
  /** What the device itself gives as the cause: a display that is `refused` with `font-missing`. */
  detail: z.string().nullable(),
  paperLow: z.boolean(),
  simulated: z.boolean(),
});
export type DeviceView = z.output<typeof DeviceView>;

/** Who stands before the kiosk, as far as a page may know: a masked name, an age band, a priority. */
export const VisitView = z.object({
  visitId: z.uuid(),
  person: z.enum(['card', 'no-card']),
  maskedName: z.string().nullable(),
  /** Full years; shown to the person themselves ("78岁"). */
  age: z.int().nonnegative().nullable(),
  priorityClass: priorityClassSchema,
  priorityReason: priorityReasonSchema,
  cardPresent: z.boolean(),
  cardExpired: z.boolean(),
  /** Visits of today that this person can still rate; only with a card. */
  ratable: z.array(RatableVisit),
  /** Tickets taken in this visit, newest last. */
  tickets: z.array(
    hallOperations.issueTicket.output.omit({ ratingUrl: true }).extend({
      /** True when the person already had this number before they came to the kiosk. */
      alreadyHeld: z.boolean(),
      printProblem: z.string().nullable(),
    }),
  ),
});
export type VisitView = z.output<typeof VisitView>;

export const StationView = z.object({
  stationId: z.string(),
  hallName: z.string(),
  hallType: z.string(),
  hall: z.enum(['reachable', 'unreachable']),
  waiting: z.int().nonnegative(),
  panel: z.object({
    diagonalInch: z.number(),
    readingDistanceMm: z.number(),
    widthPx: z.number(),
    heightPx: z.number(),
  }),
  /** What the reader said last when no card could be read: words come from the page. */
  readerAdvice: z.enum(['lift-and-replace', 'not-an-id-card', 'go-to-counter']).nullable(),
  manualCounters: z.array(CounterId),
  simulated: z.array(z.string()),
});
export type StationView = z.output<typeof StationView>;

/**
 * The station's feed. `station` has one item, `visit` at most one; both have the id "now". A device's id is its kind; a
 * display over a window has its place in the configuration behind it: `windowDisplay-1`.
 */
export const stationCollections = {
  station: StationView,
  visit: VisitView,
  devices: DeviceView,
  services: ServiceView,
} as const;

export const stationOperations = {
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
  deviceStatus: {
    effect: 'query',
    summary: 'What the PC’s devices say of themselves.',
    roles: ['kiosk', 'counter', 'admin'],
    staff: [],
    input: z.object({}).strict(),
    output: z.object({ devices: z.array(DeviceView) }),
  },
  simulateCard: {
    effect: 'mutation',
    summary: 'Put a fictitious card on the virtual reader, or take it away. Refused when the reader is real.',
    roles: ['kiosk', 'admin'],
    staff: [],
    input: z
      .object({
        requestId: RequestId,
        card: z
          .object({
            name: z.string().min(1).max(30),
            birthDate: z.string().regex(/^\d{8}$/),
            sex: z.enum(['male', 'female']),
          })
          .strict()
          .nullable(),
      })
      .strict(),
    output: z.object({}),
  },
} as const satisfies OperationTable;

export type StationOperations = typeof stationOperations;
