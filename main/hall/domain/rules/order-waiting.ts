import { PRIORITY_CLASSES } from '../../../../preload/contracts/priority.ts';
import { chooseAmong } from './choose-next.ts';
import { ClassLine } from './class-line.ts';
import { settledTimes } from './class-heads.ts';
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
  const lines = linesOf(waiting, situation.nowMs);
  let { priorityCallsInARow } = situation;
  const order: WaitingTicket[] = [];
  while (order.length < waiting.length) {
    const heads = lines.flatMap((line) => line.head() ?? []);
    const ticket = chooseAmong(heads, rule, { nowMs: situation.nowMs, priorityCallsInARow })?.head.ticket;
    if (ticket === undefined) break;
    order.push(ticket);
    lines.find((line) => line.priorityClass === ticket.priorityClass)?.take(ticket);
    // Once nobody ordinary is left the count decides nothing, so it need not be told.
    priorityCallsInARow = priorityCallsAfter(priorityCallsInARow, ticket.priorityClass, true);
  }
  return order;
}

/** How many would be called before this ticket if nothing changed; undefined when it is not among those waiting. */
export function waitingAhead(
  ticketId: string,
  waiting: readonly WaitingTicket[],
  rule: QueueRule,
  situation: Situation,
): number | undefined {
  const place = orderWaiting(waiting, rule, situation).findIndex((ticket) => ticket.ticketId === ticketId);
  return place < 0 ? undefined : place;
}

function linesOf(waiting: readonly WaitingTicket[], nowMs: number): readonly ClassLine[] {
  const inSequence = bySequence(waiting);
  const settled = settledTimes(inSequence, nowMs);
  const heads = inSequence.map((ticket, index) => ({ ticket, settledMs: settled[index] ?? nowMs }));
  return PRIORITY_CLASSES.map(
    (priorityClass) =>
      new ClassLine(
        priorityClass,
        heads.filter((head) => head.ticket.priorityClass === priorityClass),
      ),
  );
}
