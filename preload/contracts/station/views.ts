import { z } from 'zod';
import { CounterLook, Languages, READER_SIDES } from '../configuration-kiosk.ts';
import { hallOperations } from '../hall-operations.ts';
import { RatableVisit } from '../hall/rating-rows.ts';
import { CounterId, Instant } from '../ids.ts';
import { priorityClassSchema, priorityReasonSchema } from '../priority.ts';
import { paperStateSchema } from '../ticket-state.ts';
import { BookingView } from './appointment-rows.ts';
import { FormPrintView } from './form-rows.ts';
import { ProxyView } from './proxy-view.ts';

export const DeviceView = z.object({
  /** Only reader and ticket printer are listed also where there is none. */
  device: z.enum([
    'idCardReader',
    'ticketPrinter',
    'formPrinter',
    'speaker',
    'readAloud',
    'windowDisplay',
    'ratingPad',
  ]),
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
  /** What this person is booked for from today on, or what their code stands for. */
  bookings: z.array(BookingView),
  /** Tickets taken in this visit, newest last. */
  tickets: z.array(
    hallOperations.issueTicket.output.omit({ ratingUrl: true }).extend({
      /** True when the person already had this number before they came to the kiosk. */
      alreadyHeld: z.boolean(),
      /** Two: for somebody and whoever comes for them. */
      people: z.literal([1, 2]),
      printProblem: z.string().nullable(),
    }),
  ),
  /** What is prepared for somebody else; null while nobody has asked for it. */
  proxy: ProxyView.nullable(),
});
export type VisitView = z.output<typeof VisitView>;

/** The call for help from this kiosk, until it has ended. */
export const KioskHelpView = z.object({
  helpId: z.uuid(),
  /** `answered`: somebody is on the way. */
  state: z.enum(['asked', 'answered']),
  askedAt: Instant,
  /** Nobody answered for long: the supervisors were told, too. */
  escalated: z.boolean(),
  /** Who comes, by the name that visitors see. */
  answeredBy: z.string().nullable(),
});
export type KioskHelpView = z.output<typeof KioskHelpView>;

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
  /** The step card on its way, and for a moment what became of it; null: none. */
  stepCard: z.object({ state: paperStateSchema, problem: z.string().nullable() }).nullable(),
  /** The form that this visit asked for last; null: none. */
  form: FormPrintView.nullable(),
  manualCounters: z.array(CounterId),
  /** The hall's number for people who would rather telephone; null: none is given. */
  telephone: z.string().nullable(),
  /** Where people sit until they are called. */
  waitingArea: z.string().nullable(),
  /** How each counter is found, by its id. */
  counterLooks: z.record(CounterId, CounterLook),
  languages: Languages,
  /** Where the reader is, seen from the screen. */
  readerSide: z.enum(READER_SIDES),
  /** Everything that is touched stands in the lower part from the start. */
  lowReach: z.boolean(),
  /** Full years from which a person goes first. */
  elderAge: z.int(),
  /** Null: nobody was asked to come. */
  help: KioskHelpView.nullable(),
  simulated: z.array(z.string()),
});
export type StationView = z.output<typeof StationView>;
