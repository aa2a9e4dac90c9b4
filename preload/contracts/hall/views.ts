import { z } from 'zod';
import { audienceSchema } from '../age-band.ts';
import { CounterId, Instant, ServiceCode, StaffNumber, TicketId, TicketNumber } from '../ids.ts';
import { priorityClassSchema, priorityReasonSchema } from '../priority.ts';
import { printStateSchema, ticketStateSchema } from '../ticket-state.ts';
import { HelpView } from './assist-views.ts';
import { StationDevicesView } from './device-rows.ts';
import {
  companionRelationSchema,
  pauseReasonSchema,
  PROXY_ANSWERS,
  undoableStepSchema,
} from './closed-lists.ts';

export const WaitMinutes = z.object({ low: z.int().nonnegative(), high: z.int().nonnegative() });

/** One matter of a visit. */
export const VisitService = z.object({
  serviceCode: ServiceCode,
  serviceName: z.string(),
  state: z.enum(['done', 'now', 'later']),
});
export type VisitService = z.output<typeof VisitService>;

/** What any page may know of a ticket. No name, no number of a card. */
export const TicketView = z.object({
  ticketId: TicketId,
  number: TicketNumber,
  serviceCode: ServiceCode,
  serviceName: z.string(),
  /** All matters of the visit under this number, in their order; the one above is `now`, or `done` with the visit. */
  services: z.array(VisitService),
  state: ticketStateSchema,
  priorityClass: priorityClassSchema,
  priorityReason: priorityReasonSchema,
  issuedAt: Instant,
  counterId: CounterId.nullable(),
  calledAt: Instant.nullable(),
  callCount: z.int().nonnegative(),
  /** How often this number may still be called before it counts as missed. */
  callsLeft: z.int().nonnegative(),
  /** It waits for this one counter, whatever others serve; they take it only while that counter is closed. */
  forCounterId: CounterId.nullable(),
  /** Who passed it on, for the way back. */
  cameFromCounterId: CounterId.nullable(),
  printState: printStateSchema,
  /** How many people share the number. */
  people: z.literal([1, 2]),
  companionRelation: companionRelationSchema.nullable(),
});
export type TicketView = z.output<typeof TicketView>;

export const CounterView = z.object({
  counterId: CounterId,
  name: z.string(),
  state: z.enum(['closed', 'open', 'paused']),
  /** Null unless the counter is paused. */
  pauseReason: pauseReasonSchema.nullable(),
  /** Who opened it; null while it is closed, and where nobody has signed in. */
  staff: z.object({ staffNumber: StaffNumber, name: z.string() }).nullable(),
  /** Empty = all services of the hall. */
  services: z.array(ServiceCode),
  ticketId: TicketId.nullable(),
  waiting: z.int().nonnegative(),
  /** The last step here while it can still be taken back. */
  undoable: z.object({ step: undoableStepSchema, number: TicketNumber, until: Instant }).nullable(),
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
  /** Who may call a waiting person out of order: leaders always, clerks where the hall lets them. */
  clerksCallOutOfOrder: z.boolean(),
  /** Devices that are stand-ins. Empty in a real hall; never hidden when not empty. */
  simulated: z.array(z.string()),
  storage: z.enum(['well', 'full', 'failing', 'corrupt', 'read-only', 'busy', 'vault-key-lost']),
});
export type HallView = z.output<typeof HallView>;

/** Whose turn comes next if nobody else arrives: the first numbers in calling order, best first. */
export const OrderView = z.object({ numbers: z.array(TicketNumber).max(50) });
export type OrderView = z.output<typeof OrderView>;

/**
 * Who announced a ticket's newest call: how many hall displays, voices and displays over windows said they did. A call that
 * no hall display and no voice announced in time is `unanswered`: the clerk has to call out.
 */
export const AnnouncementView = z.object({
  ticketId: TicketId,
  callSequence: z.int().positive(),
  display: z.int().nonnegative(),
  speaker: z.int().nonnegative(),
  windowDisplay: z.int().nonnegative(),
  state: z.enum(['pending', 'announced', 'unanswered']),
});
export type AnnouncementView = z.output<typeof AnnouncementView>;

/** How long somebody who came now would wait for a service. */
export const ServiceWait = z.object({
  serviceCode: ServiceCode,
  name: z.string(),
  waiting: z.int().nonnegative(),
  waitMinutes: WaitMinutes,
  /** 0: nobody calls this service at present. */
  openCounters: z.int().nonnegative(),
});
export type ServiceWait = z.output<typeof ServiceWait>;

/** What the hall displays show beside the calls, as the configuration says it. */
export const DisplayView = z.object({
  openHours: z.array(z.string()),
  notices: z.array(z.string()),
  policies: z.array(z.object({ title: z.string(), lines: z.array(z.string()) })),
  rotateSeconds: z.int().positive(),
  diagonalInch: z.number().positive(),
  readingDistanceMm: z.number().positive(),
});
export type DisplayView = z.output<typeof DisplayView>;

/** The hall's feed: everything a counter or a display shows. `hall`, `order` and `display` have one item each, id "now". */
export const hallCollections = {
  hall: HallView,
  order: OrderView,
  tickets: TicketView,
  counters: CounterView,
  /** Calls for help that have not ended. */
  help: HelpView,
  /** The last calls of the day, keyed by ticket. */
  calls: CallView,
  /** What became of those calls, keyed by ticket. A call made before the hall was started has none until it is announced. */
  announcements: AnnouncementView,
  /** Services that somebody waits for or serves now; told at most once a second, after the calls. */
  waits: ServiceWait,
  display: DisplayView,
  /** The devices of each PC, keyed by station. Nothing until a station has said how they are. */
  devices: StationDevicesView,
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
  /** Whether somebody may come for somebody else (亲友代办). */
  proxy: z.enum(PROXY_ANSWERS),
  /** The catalogue's words: on what conditions, or why not. */
  proxyRule: z.string().nullable(),
  /** Where it stands among the hall's services for people of an age, from 1. Stays the same for a service day. */
  placeByAge: z.record(audienceSchema, z.int().positive()),
});
export type ServiceView = z.output<typeof ServiceView>;
