import { PRIORITY_CLASSES, type PriorityClass } from '../../../../preload/contracts/priority.ts';
import { chooseAmong } from './choose-next.ts';
import { ClassLine } from './class-line.ts';
import { settledTimes, type ClassHead } from './class-heads.ts';
import type { QueueRule } from './queue-rule.ts';
import { priorityCallsAfter } from './ratio.ts';
import { bySequence, type Situation, type WaitingTicket } from './waiting-ticket.ts';

/**
 * All who wait in the order in which they would be called if nobody came, left or returned from now on. The first is
 * `chooseNext`. Work grows with the number of people waiting, not with its square.
 */
export function orderWaiting(
  waiting: readonly WaitingTicket[],
  rule: QueueRule,
  situation: Situation,
): readonly WaitingTicket[] {
  return [...inTurn(waiting, rule, situation)];
}

/**
 * Those who would be called before this ticket, in that order, if nothing changed; all who wait when it is not among
 * them (or there is no ticket): they are before whoever comes last.
 */
export function aheadOf(
  ticketId: string | undefined,
  waiting: readonly WaitingTicket[],
  rule: QueueRule,
  situation: Situation,
): readonly WaitingTicket[] {
  const ahead: WaitingTicket[] = [];
  for (const ticket of inTurn(waiting, rule, situation)) {
    if (ticket.ticketId === ticketId) break;
    ahead.push(ticket);
  }
  return ahead;
}

/** How many would be called before this ticket if nothing changed; undefined when it is not among those waiting. */
export function waitingAhead(
  ticketId: string,
  waiting: readonly WaitingTicket[],
  rule: QueueRule,
  situation: Situation,
): number | undefined {
  if (!waiting.some((ticket) => ticket.ticketId === ticketId)) return undefined;
  return aheadOf(ticketId, waiting, rule, situation).length;
}

/** One call after the other; who asks only for the first few pays only for those. */
function* inTurn(
  waiting: readonly WaitingTicket[],
  rule: QueueRule,
  situation: Situation,
): Generator<WaitingTicket> {
  const lines = linesOf(waiting, situation.nowMs);
  let { priorityCallsInARow } = situation;
  for (;;) {
    const heads = headsOf(lines);
    const ticket = chooseAmong(heads, rule, { nowMs: situation.nowMs, priorityCallsInARow })?.head.ticket;
    if (ticket === undefined) return;
    yield ticket;
    lines.find((line) => line.priorityClass === ticket.priorityClass)?.take(ticket);
    // Once nobody ordinary is left the count decides nothing, so it need not be told.
    priorityCallsInARow = priorityCallsAfter(priorityCallsInARow, ticket.priorityClass, true);
  }
}

function headsOf(lines: readonly ClassLine[]): readonly ClassHead[] {
  const heads: ClassHead[] = [];
  for (const line of lines) {
    const head = line.head();
    if (head !== undefined) heads.push(head);
  }
  return heads;
}

/** A line for each class that somebody waits in, in the order of PRIORITY_CLASSES. */
function linesOf(waiting: readonly WaitingTicket[], nowMs: number): readonly ClassLine[] {
  const inSequence = bySequence(waiting);
  const settled = settledTimes(inSequence, nowMs);
  const members = new Map<PriorityClass, ClassHead[]>();
  for (const [index, ticket] of inSequence.entries()) {
    const head = { ticket, settledMs: settled[index] ?? nowMs };
    const line = members.get(ticket.priorityClass);
    if (line === undefined) members.set(ticket.priorityClass, [head]);
    else line.push(head);
  }
  return PRIORITY_CLASSES.flatMap((priorityClass) => {
    const line = members.get(priorityClass);
    return line === undefined ? [] : [new ClassLine(priorityClass, line)];
  });
}
