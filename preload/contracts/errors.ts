import { z } from 'zod';

/**
 * Everything an operation may answer instead of a value. Errors carry facts; words come from translations
 * in the page and from `describeProblem` on the command line.
 */
export const ApiError = z.discriminatedUnion('kind', [
  /** The message does not fit the contract. `problems` says where and what is allowed. */
  z.object({
    kind: z.literal('bad-input'),
    problems: z.array(z.object({ where: z.string(), allowed: z.string() })),
  }),
  z.object({ kind: z.literal('not-signed-in') }),
  z.object({ kind: z.literal('not-allowed'), role: z.string(), operation: z.string() }),
  /** At a PC of staff: somebody must sign in first, or again after a pause. */
  z.object({ kind: z.literal('staff-not-signed-in') }),
  /** Number and PIN do not belong together. Does not say which is wrong. */
  z.object({ kind: z.literal('wrong-pin') }),
  /** Too many wrong PINs here: wait, or ask a supervisor. */
  z.object({ kind: z.literal('locked-out'), retryAfterSeconds: z.number() }),
  z.object({ kind: z.literal('pin-must-change') }),
  z.object({
    kind: z.literal('weak-pin'),
    reason: z.enum(['one-digit-repeated', 'digits-in-order', 'own-number', 'same-as-before']),
  }),
  z.object({ kind: z.literal('unknown-staff'), staffNumber: z.string() }),
  z.object({ kind: z.literal('not-found') }),
  z.object({ kind: z.literal('too-large'), limitBytes: z.number() }),
  z.object({ kind: z.literal('too-many-requests'), retryAfterSeconds: z.number() }),

  z.object({ kind: z.literal('unknown-service'), serviceCode: z.string() }),
  z.object({ kind: z.literal('unknown-counter'), counterId: z.string() }),
  z.object({ kind: z.literal('unknown-ticket') }),
  z.object({ kind: z.literal('unknown-appointment') }),
  /** Nobody is booked for this service: people come as they like. */
  z.object({ kind: z.literal('not-bookable'), serviceCode: z.string() }),
  /** Nobody else can be booked then: choose another time. */
  z.object({ kind: z.literal('slot-full'), slotId: z.string() }),
  /** One booking a person and day (一人一日一约). */
  z.object({ kind: z.literal('already-booked'), date: z.string() }),
  /** `missed`: more bookings than `limit` to which nobody came. `late`: less than `limit` hours before the time. */
  z.object({
    kind: z.literal('appointment-needs-staff'),
    reason: z.enum(['missed', 'late']),
    limit: z.number(),
  }),
  /** Come for a booking before its time: from when, on the hall's own clocks. */
  z.object({ kind: z.literal('too-early'), from: z.string() }),
  /** Never repeats the date or the number: errors are logged. */
  z.object({
    kind: z.literal('bad-birth-date'),
    reason: z.enum(['unreadable', 'in-the-future', 'too-long-ago']),
  }),
  z.object({ kind: z.literal('bad-id-number'), where: z.string(), reason: z.string() }),
  /** All numbers of the series are used for today: A001 to A9999. */
  z.object({ kind: z.literal('numbers-used-up'), series: z.string() }),
  /** The same person already waits for the same service: the number is still good. */
  z.object({ kind: z.literal('already-waiting'), ticketId: z.string(), number: z.string() }),
  z.object({ kind: z.literal('nobody-waiting') }),
  /** No visitor is on record for that service day, or for any before today (`null`). */
  z.object({ kind: z.literal('nobody-came'), date: z.string().nullable() }),
  z.object({ kind: z.literal('counter-closed'), counterId: z.string() }),
  z.object({ kind: z.literal('counter-paused'), counterId: z.string() }),
  /** The counter still has a person: finish, or mark as missed, first. */
  z.object({
    kind: z.literal('counter-busy'),
    counterId: z.string(),
    ticketId: z.string(),
    number: z.string(),
  }),
  z.object({ kind: z.literal('other-counters-ticket'), counterId: z.string() }),
  /** The ticket's life cycle knows no such step: `state` is where it stands now. */
  z.object({ kind: z.literal('not-now'), state: z.string(), step: z.string() }),
  /** One visit, one rating (一次一评). */
  z.object({ kind: z.literal('already-rated') }),
  /** Not finished: `state` is where the ticket stands. `past`: finished, and the time to rate it is over. */
  z.object({ kind: z.literal('not-ratable'), state: z.string() }),
  z.object({ kind: z.literal('unknown-rating-case') }),
  /** Whoever judged a rating to be a mistake cannot be the one who agrees. */
  z.object({ kind: z.literal('second-person-needed') }),
  z.object({ kind: z.literal('too-soon'), retryAfterSeconds: z.number() }),
  /** Called as often as the hall calls: serve, or mark as missed. */
  z.object({ kind: z.literal('recall-limit'), limit: z.number() }),
  /** Only for so long, and only before anything else is done with the ticket or at the counter. */
  z.object({ kind: z.literal('undo-too-late'), limitSeconds: z.number() }),
  /** The colleague has no counter open now. */
  z.object({ kind: z.literal('colleague-not-there'), staffNumber: z.string() }),
  /** The same request id came with other content. */
  z.object({ kind: z.literal('request-id-reused') }),
  /** The clock shows a year in which this program did not exist: set it, then try again. */
  z.object({ kind: z.literal('absurd-clock'), year: z.number() }),

  /** The storage cannot take another record. `trouble` is what staff can act on. */
  z.object({
    kind: z.literal('storage'),
    trouble: z.enum(['full', 'failing', 'corrupt', 'read-only', 'busy', 'vault-key-lost']),
  }),
  /** The law or the hall wants the person themselves: `rule` is the catalogue's reason, null where it gives none. */
  z.object({ kind: z.literal('not-by-proxy'), serviceCode: z.string(), rule: z.string().nullable() }),
  /** A check is made once a cycle: it was, for these benefits, on that day and in that way. */
  z.object({
    kind: z.literal('already-certified'),
    benefits: z.array(z.string()),
    on: z.string(),
    mode: z.string(),
  }),
  /** The register has this organisation: under this name in this community, or by this credit code. */
  z.object({
    kind: z.literal('already-filed'),
    by: z.enum(['name', 'creditCode']),
    name: z.string(),
    filedOn: z.string(),
    organisationId: z.string(),
  }),
  /** Nothing is prepared for somebody else at this kiosk. */
  z.object({ kind: z.literal('no-proxy') }),
  /** A person cannot act for themselves. */
  z.object({ kind: z.literal('same-person') }),
  z.object({ kind: z.literal('agent-too-young'), ageYears: z.number() }),
  /** Somebody is already there: take them out first. */
  z.object({ kind: z.literal('proxy-place-taken') }),
  /** A letter names both people. */
  z.object({ kind: z.literal('proxy-incomplete') }),
  /** The agent acts for so many people that staff decide at the counter. */
  z.object({ kind: z.literal('proxy-needs-staff'), limit: z.number() }),
  /** One form comes out so often in one visit: more at the counter. */
  z.object({ kind: z.literal('print-limit'), limit: z.number() }),
  z.object({ kind: z.literal('hall-unreachable') }),
  z.object({ kind: z.literal('nobody-at-the-kiosk') }),
  z.object({ kind: z.literal('simulated-devices-only') }),
  /** `none`: this PC has no voice. `language`: it has none for that language. */
  z.object({ kind: z.literal('cannot-read-aloud'), reason: z.enum(['none', 'language']) }),
  /** `none`: this PC has no recogniser. `busy`: somebody is being listened to. Nothing of what was said is kept. */
  z.object({
    kind: z.literal('cannot-listen'),
    reason: z.enum(['none', 'busy', 'no-microphone', 'recogniser-missing', 'recogniser-failed', 'stopped']),
  }),
  z.object({ kind: z.literal('internal') }),
]);

export type ApiError = z.output<typeof ApiError>;
export type ApiErrorKind = ApiError['kind'];

/** The HTTP status that carries each error. 409 = refused by a rule; 503 = not now; whether a
 * change under way was kept is told by the same request id, asked again. */
export const HTTP_STATUS: Readonly<Record<ApiErrorKind, number>> = {
  'bad-input': 400,
  'bad-birth-date': 400,
  'bad-id-number': 400,
  'not-signed-in': 401,
  'staff-not-signed-in': 401,
  'wrong-pin': 401,
  'pin-must-change': 403,
  'weak-pin': 400,
  'unknown-staff': 404,
  'locked-out': 429,
  'not-allowed': 403,
  'not-found': 404,
  'unknown-service': 404,
  'unknown-counter': 404,
  'unknown-ticket': 404,
  'unknown-appointment': 404,
  'unknown-rating-case': 404,
  'nobody-came': 404,
  'not-bookable': 409,
  'slot-full': 409,
  'already-booked': 409,
  'appointment-needs-staff': 409,
  'too-early': 409,
  'already-waiting': 409,
  'nobody-waiting': 409,
  'numbers-used-up': 409,
  'counter-closed': 409,
  'counter-paused': 409,
  'counter-busy': 409,
  'other-counters-ticket': 409,
  'not-now': 409,
  'already-rated': 409,
  'not-ratable': 409,
  'second-person-needed': 409,
  'too-soon': 409,
  'recall-limit': 409,
  'undo-too-late': 409,
  'colleague-not-there': 409,
  'request-id-reused': 409,
  'already-certified': 409,
  'already-filed': 409,
  'not-by-proxy': 409,
  'no-proxy': 409,
  'same-person': 409,
  'agent-too-young': 409,
  'proxy-place-taken': 409,
  'proxy-incomplete': 409,
  'proxy-needs-staff': 409,
  'print-limit': 409,
  'nobody-at-the-kiosk': 409,
  'simulated-devices-only': 409,
  'too-large': 413,
  'too-many-requests': 429,
  internal: 500,
  'cannot-read-aloud': 503,
  'cannot-listen': 503,
  'absurd-clock': 503,
  storage: 503,
  'hall-unreachable': 503,
};
