import { PRIORITY_CLASSES, type PriorityClass } from '../../../../preload/contracts/priority.ts';
import { bySequence, isHeldBack, type Situation, type WaitingTicket } from './waiting-ticket.ts';

/** The first of a class: rules choose among at most eight of these, never among all who wait. */
export interface ClassHead {
  readonly ticket: WaitingTicket;
  /**
   * When it was issued, as far as can be true: no later than now and than every ticket with a higher number.
   * So a clock that jumped can make tickets look older, never younger, and cannot turn the order of a class.
   */
  readonly settledMs: number;
}

/** The settled time of each ticket, in the order of `inSequence`. */
export function settledTimes(inSequence: readonly WaitingTicket[], nowMs: number): readonly number[] {
  const settled = new Array<number>(inSequence.length);
  let latest = nowMs;
  for (let index = inSequence.length - 1; index >= 0; index -= 1) {
    latest = Math.min(latest, inSequence[index]?.issuedAtMs ?? latest);
    settled[index] = latest;
  }
  return settled;
}

/**
 * Who stands first in each class, in the order of PRIORITY_CLASSES; classes without anybody are left out.
 * One backward pass: the last one seen that is not held back is the first in line. Somebody held back is first
 * only where the whole class is held back, the one with the fewest calls to go.
 */
export function classHeads(waiting: readonly WaitingTicket[], situation: Situation): readonly ClassHead[] {
  const inSequence = bySequence(waiting);
  const heads = new Map<PriorityClass, ClassHead>();
  let settledMs = situation.nowMs;
  for (let index = inSequence.length - 1; index >= 0; index -= 1) {
    const ticket = inSequence[index];
    if (ticket === undefined) continue;
    settledMs = Math.min(settledMs, ticket.issuedAtMs);
    const head = heads.get(ticket.priorityClass);
    if (head === undefined || goesBeforeLater(ticket, head.ticket)) {
      heads.set(ticket.priorityClass, { ticket, settledMs });
    }
  }
  return PRIORITY_CLASSES.flatMap((priorityClass) => heads.get(priorityClass) ?? []);
}

/** `earlier` has the lower number; both are of one class. */
function goesBeforeLater(earlier: WaitingTicket, later: WaitingTicket): boolean {
  if (!isHeldBack(earlier)) return true;
  if (!isHeldBack(later)) return false;
  return (earlier.heldBack?.remainingCalls ?? 0) <= (later.heldBack?.remainingCalls ?? 0);
}

/** The head with the lowest number; undefined of nobody. */
export function lowestNumber(heads: readonly ClassHead[]): ClassHead | undefined {
  return heads.reduce<ClassHead | undefined>(
    (first, head) => (first === undefined || head.ticket.sequence < first.ticket.sequence ? head : first),
    undefined,
  );
}
