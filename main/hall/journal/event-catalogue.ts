import { z } from 'zod';
import { ageBandSchema, audienceSchema } from '../../../preload/contracts/age-band.ts';
import {
  callReasonSchema,
  companionRelationSchema,
  pauseReasonSchema,
  undoableStepSchema,
  DIFFICULTY_KINDS,
  DIFFICULTY_RESULTS,
  HELP_KINDS,
} from '../../../preload/contracts/hall/closed-lists.ts';
import {
  CounterId,
  RequestId,
  ServiceCode,
  StaffNumber,
  TicketId,
  TicketNumber,
} from '../../../preload/contracts/ids.ts';
import { STAFF_ROLES } from '../../../preload/contracts/operation.ts';
import { priorityClassSchema, priorityReasonSchema } from '../../../preload/contracts/priority.ts';
import { printStateSchema } from '../../../preload/contracts/ticket-state.ts';
import { vaultPurposeSchema, vaultFieldSchema, vaultIdSchema } from '../vault/vocabulary.ts';
import {
  appointmentBooked,
  appointmentCancelled,
  appointmentCheckedIn,
  appointmentMissed,
  appointmentMoved,
} from './appointment-events.ts';
import { catalogueChanged, channelsAudited } from './catalogue-events.ts';
import { careFollowed, careRegistered, homeVisitBooked, homeVisitEnded } from './care-events.ts';
import {
  certificationChecked,
  elderAnswered,
  elderCertified,
  elderListed,
  elderListImported,
  elderOfferAccepted,
  elderTierConfirmed,
  remindersExported,
  stopDecided,
  stopReported,
} from './elder-events.ts';
import { draftKept, draftRecalled, formPrinted } from './form-events.ts';
import {
  ledgerAdvanced,
  ledgerOpened,
  measureNoted,
  reportMade,
  reportSent,
  selfInspectionMade,
} from './ledger-events.ts';
import { organisationChanged, organisationFiled, organisationReported } from './organisation-events.ts';
import { proxyLetterPrinted } from './proxy-events.ts';
import { ratingCaseAdvanced, ratingCaseReceived, visitRated } from './rating-events.ts';

/** The name of a PC's token: never a person's. */
const DeviceName = z.string().min(1).max(60);

/** Whose hand it was, by the number on the badge; missing where a machine or a visitor acted. */
const actor = { by: StaffNumber.optional() };

const version1 = <Shape extends z.ZodRawShape>(shape: Shape) =>
  ({ v: 1, body: z.object({ ...shape, ...actor }).strict() }) as const;

/** What a number stands for, however it was given. */
const newTicket = {
  ticketId: TicketId,
  number: TicketNumber,
  series: z.string().min(1).max(4),
  sequence: z.int().positive(),
  serviceCode: ServiceCode,
  priorityClass: priorityClassSchema,
  priorityReason: priorityReasonSchema,
  holderVaultId: vaultIdSchema.optional(),
  companionVaultId: vaultIdSchema.optional(),
  /** Missing: one person. */
  people: z.literal(2).optional(),
  companionRelation: companionRelationSchema.optional(),
  /** The hall's own time of issue, which follows the monotonic clock: what the queue's rules compare. */
  hallTimeMs: z.int().nonnegative(),
  requestId: RequestId,
  /**
   * In which ten years the holder's age lies; missing where nobody knows it. Optional within version 1: what was written
   * before keeps its meaning, nobody knew. The birth date itself is in no event.
   */
  ageBand: ageBandSchema.optional(),
};
const outcome = z.enum(['done', 'not-possible-today', 'sent-elsewhere']);

/**
 * Every fact the hall can state. Closed, every field named: nobody can write "the whole object", and a person's own
 * words and numbers have no field to go to. When it happened is the envelope's `at_wall`.
 * A kind may gain a new version; a version that was ever written keeps its meaning.
 */
export const eventCatalogue = {
  'hall.started': version1({
    version: z.string().min(1).max(40),
    /** The hall's own time at that moment: with the envelope's monotonic time it dates every event of this run. */
    hallTimeMs: z.int().nonnegative().optional(),
  }),
  'day.opened': version1({ date: z.iso.date() }),
  'clock.stepped': version1({ byMs: z.int() }),
  /** Which keys, and what the whole file now hashes to; the values stay in the file. */
  'configuration.changed': version1({
    keys: z.array(z.string().min(1).max(120)),
    digest: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  /** What stands first on the kiosks for people of this age from this day on, and out of how much it was learned. */
  'service-order.learned': version1({
    audience: audienceSchema,
    first: z.array(ServiceCode).min(1).max(5),
    tickets: z.int().positive(),
    days: z.int().positive(),
  }),

  'counter.opened': version1({ counterId: CounterId, services: z.array(ServiceCode) }),
  'counter.paused': version1({ counterId: CounterId, reason: pauseReasonSchema }),
  'counter.closed': version1({ counterId: CounterId }),
  /** What it serves from its next call on. */
  'counter.assigned': version1({ counterId: CounterId, services: z.array(ServiceCode) }),

  'ticket.issued': version1({
    ...newTicket,
    headStartMinutes: z.int().nonnegative().optional(),
    moreServices: z.array(ServiceCode).optional(),
    /** The minutes that the person was told: how good they were is measured. */
    waitLow: z.int().nonnegative().optional(),
    waitHigh: z.int().nonnegative().optional(),
  }),
  /** Served at once, without having waited for a number. */
  'ticket.served-now': version1({ ...newTicket, counterId: CounterId }),
  /** `why`: somebody named this ticket, out of order; missing where it was its turn. */
  'ticket.called': version1({
    ticketId: TicketId,
    counterId: CounterId,
    callCount: z.int().positive(),
    why: callReasonSchema.optional(),
  }),
  'ticket.recalled': version1({ ticketId: TicketId, counterId: CounterId, callCount: z.int().positive() }),
  /** No hall display and no voice announced the call in time: the counter was told to call out. */
  'call.unanswered': version1({
    ticketId: TicketId,
    counterId: CounterId,
    callSequence: z.int().positive(),
  }),
  'ticket.started': version1({ ticketId: TicketId, counterId: CounterId }),
  'ticket.finished': version1({
    ticketId: TicketId,
    counterId: CounterId,
    outcome,
    /** Matters that remained when the person left. */
    dropped: z.array(ServiceCode).optional(),
  }),
  /** One matter of several is over. `stays`: the next goes on at the same counter; else it waits for another. */
  'ticket.matter-finished': version1({
    ticketId: TicketId,
    counterId: CounterId,
    serviceCode: ServiceCode,
    outcome,
    nextServiceCode: ServiceCode,
    stays: z.boolean(),
  }),
  'ticket.service-added': version1({ ticketId: TicketId, counterId: CounterId, serviceCode: ServiceCode }),
  'ticket.missed': version1({ ticketId: TicketId, counterId: CounterId }),
  'ticket.returned': version1({ ticketId: TicketId, afterCalls: z.int().nonnegative() }),
  /** Off for a copy or a signature; the counter is free meanwhile. */
  'ticket.parked': version1({ ticketId: TicketId, counterId: CounterId }),
  'ticket.resumed': version1({ ticketId: TicketId, counterId: CounterId }),
  /**
   * Waits for another service, or for one counter, under the same number, at the place its issue gives it.
   */
  'ticket.transferred': version1({
    ticketId: TicketId,
    fromCounterId: CounterId.optional(),
    fromServiceCode: ServiceCode,
    serviceCode: ServiceCode,
    /** Only this counter calls it, unless it is closed. */
    toCounterId: CounterId.optional(),
  }),
  'ticket.priority-corrected': version1({
    ticketId: TicketId,
    priorityClass: priorityClassSchema,
    why: z.enum(['document-shown', 'evident', 'unwell', 'entered-wrongly', 'request-withdrawn']),
  }),
  /** A counter's last step was taken back; the ticket stands as before it. */
  'step.undone': version1({ ticketId: TicketId, counterId: CounterId, undone: undoableStepSchema }),
  'ticket.cancelled': version1({
    ticketId: TicketId,
    reason: z.enum(['left', 'mistake', 'served-elsewhere']),
  }),
  'ticket.lapsed': version1({ ticketId: TicketId }),
  'ticket.print-changed': version1({
    ticketId: TicketId,
    jobId: z.string().min(1).max(64),
    printState: printStateSchema,
    reprint: z.boolean(),
  }),

  'appointment.booked': version1(appointmentBooked),
  'appointment.moved': version1(appointmentMoved),
  'appointment.cancelled': version1(appointmentCancelled),
  'appointment.checked-in': version1(appointmentCheckedIn),
  'appointment.missed': version1(appointmentMissed),
  'catalogue.changed': version1(catalogueChanged),
  'channels.audited': version1(channelsAudited),
  'form.printed': version1(formPrinted),
  'draft.kept': version1(draftKept),
  'draft.recalled': version1(draftRecalled),
  'ledger.opened': version1(ledgerOpened),
  'ledger.advanced': version1(ledgerAdvanced),
  'self-inspection.made': version1(selfInspectionMade),
  'measure.noted': version1(measureNoted),
  'report.made': version1(reportMade),
  'report.sent': version1(reportSent),
  'organisation.filed': version1(organisationFiled),
  'organisation.changed': version1(organisationChanged),
  'organisation.reported': version1(organisationReported),
  'proxy.letter-printed': version1(proxyLetterPrinted),
  'elder.list-imported': version1(elderListImported),
  'elder.listed': version1(elderListed),
  'elder.certified': version1(elderCertified),
  'elder.certification-checked': version1(certificationChecked),
  'elder.answered': version1(elderAnswered),
  'elder.offer-accepted': version1(elderOfferAccepted),
  'elder.tier-confirmed': version1(elderTierConfirmed),
  'elder.reminders-exported': version1(remindersExported),
  'elder.stop-reported': version1(stopReported),
  'elder.stop-decided': version1(stopDecided),
  'care.registered': version1(careRegistered),
  'care.followed': version1(careFollowed),
  'home-visit.booked': version1(homeVisitBooked),
  'home-visit.ended': version1(homeVisitEnded),
  'visit.rated': version1(visitRated),
  'rating-case.received': version1(ratingCaseReceived),
  'rating-case.advanced': version1(ratingCaseAdvanced),
  'staff.signed-in': version1({ staffNumber: StaffNumber, role: z.enum(STAFF_ROLES), device: DeviceName }),
  'staff.signed-out': version1({
    staffNumber: StaffNumber,
    device: DeviceName,
    why: z.enum(['asked', 'idle', 'too-long', 'account-changed']),
  }),
  /** The number is missing where nobody has it: what was typed may be a PIN in the wrong field. */
  'staff.sign-in-refused': version1({ staffNumber: StaffNumber.optional(), device: DeviceName }),
  'staff.unlocked': version1({ staffNumber: StaffNumber }),
  'staff.pin-changed': version1({ staffNumber: StaffNumber }),

  'help.asked': version1({
    helpId: z.uuid(),
    kind: z.enum(HELP_KINDS),
    counterId: CounterId.optional(),
    place: DeviceName,
    /** Whom it is meant for. */
    staffNumber: StaffNumber.optional(),
  }),
  'help.answered': version1({ helpId: z.uuid() }),
  /** Nobody had answered in time: the supervisors were told. */
  'help.escalated': version1({ helpId: z.uuid() }),
  'help.ended': version1({ helpId: z.uuid() }),
  /** 困难上报. Says nothing of whose it was but the ticket it came up with. */
  'difficulty.reported': version1({
    difficultyId: z.uuid(),
    kind: z.enum(DIFFICULTY_KINDS),
    counterId: CounterId.optional(),
    place: DeviceName,
    aboutTicketId: TicketId.optional(),
  }),
  /** `on`: the hall's local date. Optional within version 1: what was written before means the service day. */
  'difficulty.settled': version1({
    difficultyId: z.uuid(),
    result: z.enum(DIFFICULTY_RESULTS),
    on: z.iso.date().optional(),
  }),

  'person.revealed': version1({
    vaultId: vaultIdSchema,
    field: vaultFieldSchema,
    purpose: vaultPurposeSchema,
    /** Whose turn it was, and where. */
    ticketId: TicketId.optional(),
    counterId: CounterId.optional(),
  }),
  /** The personal fields of a past day can never be read again. */
  'person.day-erased': version1({ erasedDayId: z.uuid() }),
} as const;

export type EventKind = keyof typeof eventCatalogue;
export type EventVersion<Kind extends EventKind> = (typeof eventCatalogue)[Kind]['v'];
export type EventBody<Kind extends EventKind> = z.output<(typeof eventCatalogue)[Kind]['body']>;

export function isEventKind(text: string): text is EventKind {
  return Object.hasOwn(eventCatalogue, text);
}
