import type { ApiError, ApiErrorKind } from '../../../preload/contracts/errors.ts';
import type { MessageFields, MessageKey } from './words.ts';

export interface Message {
  readonly key: MessageKey;
  readonly fields: MessageFields;
}

type Table = Readonly<Record<ApiErrorKind, MessageKey>>;

/** To a visitor: what to do now, never what is broken inside. Adding an error kind breaks the compile here. */
const VISITOR: Table = {
  'bad-input': 'problem.visitor.again',
  'not-signed-in': 'problem.visitor.counter',
  'staff-not-signed-in': 'problem.visitor.counter',
  'wrong-pin': 'problem.visitor.counter',
  'locked-out': 'problem.visitor.counter',
  'pin-must-change': 'problem.visitor.counter',
  'weak-pin': 'problem.visitor.counter',
  'unknown-staff': 'problem.visitor.counter',
  'not-allowed': 'problem.visitor.counter',
  'not-found': 'problem.visitor.counter',
  'too-large': 'problem.visitor.counter',
  'too-many-requests': 'problem.visitor.moment',
  'unknown-service': 'problem.visitor.otherService',
  'unknown-counter': 'problem.visitor.counter',
  'unknown-ticket': 'problem.visitor.counter',
  'unknown-appointment': 'problem.visitor.unknownAppointment',
  'not-bookable': 'problem.visitor.notBookable',
  'slot-full': 'problem.visitor.slotFull',
  'already-booked': 'problem.visitor.alreadyBooked',
  'appointment-needs-staff': 'problem.visitor.appointmentNeedsStaff',
  'too-early': 'problem.visitor.tooEarly',
  'bad-birth-date': 'problem.visitor.cardUnclear',
  'bad-id-number': 'problem.visitor.cardUnclear',
  'numbers-used-up': 'problem.visitor.counter',
  'already-waiting': 'problem.visitor.alreadyWaiting',
  'nobody-waiting': 'problem.visitor.again',
  'nobody-came': 'problem.visitor.again',
  'counter-closed': 'problem.visitor.counter',
  'counter-paused': 'problem.visitor.counter',
  'counter-busy': 'problem.visitor.counter',
  'other-counters-ticket': 'problem.visitor.counter',
  'not-now': 'problem.visitor.counter',
  'already-rated': 'problem.visitor.alreadyRated',
  'not-ratable': 'problem.visitor.notRatable',
  'unknown-rating-case': 'problem.visitor.counter',
  'second-person-needed': 'problem.visitor.counter',
  'too-soon': 'problem.visitor.moment',
  'recall-limit': 'problem.visitor.counter',
  'undo-too-late': 'problem.visitor.counter',
  'colleague-not-there': 'problem.visitor.counter',
  'request-id-reused': 'problem.visitor.again',
  'absurd-clock': 'problem.visitor.counter',
  'already-certified': 'problem.visitor.alreadyCertified',
  'already-filed': 'problem.visitor.counter',
  'not-by-proxy': 'problem.visitor.notByProxy',
  'no-proxy': 'problem.visitor.startAgain',
  'same-person': 'problem.visitor.samePerson',
  'agent-too-young': 'problem.visitor.agentTooYoung',
  'proxy-place-taken': 'problem.visitor.proxyPlaceTaken',
  'proxy-incomplete': 'problem.visitor.proxyIncomplete',
  'proxy-needs-staff': 'problem.visitor.proxyNeedsStaff',
  storage: 'problem.visitor.counter',
  'hall-unreachable': 'problem.visitor.recovering',
  'print-limit': 'problem.visitor.printLimit',
  'nobody-at-the-kiosk': 'problem.visitor.startAgain',
  'simulated-devices-only': 'problem.visitor.realReader',
  'cannot-read-aloud': 'problem.visitor.readAloud',
  'cannot-listen': 'problem.visitor.listen',
  internal: 'problem.visitor.again',
};

/** To a clerk: the reason in one line, with the facts the error carries. */
const CLERK: Table = {
  'bad-input': 'problem.clerk.badInput',
  'not-signed-in': 'problem.clerk.notSignedIn',
  'staff-not-signed-in': 'problem.clerk.staffNotSignedIn',
  'wrong-pin': 'problem.clerk.wrongPin',
  'locked-out': 'problem.clerk.lockedOut',
  'pin-must-change': 'problem.clerk.pinMustChange',
  'weak-pin': 'problem.clerk.weakPin',
  'unknown-staff': 'problem.clerk.unknownStaff',
  'not-allowed': 'problem.clerk.notAllowed',
  'not-found': 'problem.clerk.notFound',
  'too-large': 'problem.clerk.badInput',
  'too-many-requests': 'problem.clerk.tooMany',
  'unknown-service': 'problem.clerk.unknownService',
  'unknown-counter': 'problem.clerk.unknownCounter',
  'unknown-ticket': 'problem.clerk.unknownTicket',
  'unknown-appointment': 'problem.clerk.notFound',
  'not-bookable': 'problem.clerk.notBookable',
  'slot-full': 'problem.clerk.slotFull',
  'already-booked': 'problem.clerk.alreadyBooked',
  'appointment-needs-staff': 'problem.clerk.appointmentNeedsStaff',
  'too-early': 'problem.clerk.tooEarly',
  'bad-birth-date': 'problem.clerk.badBirthDate',
  'bad-id-number': 'problem.clerk.badIdNumber',
  'numbers-used-up': 'problem.clerk.numbersUsedUp',
  'already-waiting': 'problem.clerk.alreadyWaiting',
  'nobody-waiting': 'problem.clerk.nobodyWaiting',
  'nobody-came': 'problem.clerk.nobodyCame',
  'counter-closed': 'problem.clerk.counterClosed',
  'counter-paused': 'problem.clerk.counterPaused',
  'counter-busy': 'problem.clerk.counterBusy',
  'other-counters-ticket': 'problem.clerk.otherCounter',
  'not-now': 'problem.clerk.notNow',
  'already-rated': 'problem.clerk.alreadyRated',
  'not-ratable': 'problem.clerk.notRatable',
  'unknown-rating-case': 'problem.clerk.notFound',
  'second-person-needed': 'problem.clerk.secondPerson',
  'too-soon': 'problem.clerk.tooSoon',
  'recall-limit': 'problem.clerk.recallLimit',
  'undo-too-late': 'problem.clerk.undoTooLate',
  'colleague-not-there': 'problem.clerk.colleagueNotThere',
  'request-id-reused': 'problem.clerk.again',
  'absurd-clock': 'problem.clerk.absurdClock',
  'already-certified': 'problem.clerk.alreadyCertified',
  'already-filed': 'problem.clerk.alreadyFiled',
  'not-by-proxy': 'problem.clerk.notByProxy',
  'no-proxy': 'problem.clerk.noProxy',
  'same-person': 'problem.clerk.samePerson',
  'agent-too-young': 'problem.clerk.agentTooYoung',
  'proxy-place-taken': 'problem.clerk.proxyPlaceTaken',
  'proxy-incomplete': 'problem.clerk.proxyIncomplete',
  'proxy-needs-staff': 'problem.clerk.proxyNeedsStaff',
  storage: 'problem.clerk.storage',
  'hall-unreachable': 'problem.clerk.unreachable',
  'print-limit': 'problem.clerk.printLimit',
  'nobody-at-the-kiosk': 'problem.clerk.notFound',
  'simulated-devices-only': 'problem.clerk.realReader',
  'cannot-read-aloud': 'problem.clerk.readAloud',
  'cannot-listen': 'problem.clerk.listen',
  internal: 'problem.clerk.internal',
};

/** The plain values of an error, ready to stand in a sentence. */
function fieldsOf(error: ApiError): MessageFields {
  const plain = Object.entries(error).filter(
    (field): field is [string, string | number] =>
      typeof field[1] === 'string' || typeof field[1] === 'number',
  );
  return Object.fromEntries(plain);
}

export function problemMessage(error: ApiError, audience: 'visitor' | 'clerk'): Message {
  const table = audience === 'visitor' ? VISITOR : CLERK;
  return { key: table[error.kind], fields: fieldsOf(error) };
}
