import { unreachable } from '../../../../preload/contracts/result.ts';
import { classHeads, type ClassHead } from './class-heads.ts';
import * as fifo from './fifo.ts';
import * as headStart from './head-start.ts';
import type { Choice, ChoiceReason, QueueRule } from './queue-rule.ts';
import * as ratio from './ratio.ts';
import * as strict from './strict.ts';
import { isHeldBack, type Situation, type WaitingTicket } from './waiting-ticket.ts';

/**
 * Who is next, of those handed in: the caller passes only tickets in state `waiting` that the counter may serve.
 * One pass over the tickets, then a choice among at most eight. The same input gives the same answer, in any order
 * of the list. Undefined when nobody waits.
 */
export function chooseNext(
  waiting: readonly WaitingTicket[],
  rule: QueueRule,
  situation: Situation,
): WaitingTicket | undefined {
  return chooseAmong(classHeads(waiting, situation), rule, situation)?.head.ticket;
}

/** The rule's choice among the first of each class. */
export function chooseAmong(
  heads: readonly ClassHead[],
  rule: QueueRule,
  situation: Situation,
): Choice | undefined {
  switch (rule.name) {
    case 'head-start':
      return headStart.choose(heads, rule);
    case 'ratio':
      return ratio.choose(heads, rule, situation);
    case 'strict':
      return strict.choose(heads, rule);
    case 'fifo':
      return fifo.choose(heads);
    default:
      return unreachable(rule);
  }
}

/** For the counter and for whoever asks "why she and not I". */
export interface Explanation {
  readonly ticketId: string;
  readonly why: ChoiceReason;
  /** People waiting with a lower number who are passed over now. */
  readonly passedOver: number;
  /** How often the chosen ticket was missed before; 0 for nearly everybody. */
  readonly missedCount: number;
}

/** Why `chooseNext` answers what it answers; undefined when nobody waits. */
export function whyThisOne(
  waiting: readonly WaitingTicket[],
  rule: QueueRule,
  situation: Situation,
): Explanation | undefined {
  const choice = chooseAmong(classHeads(waiting, situation), rule, situation);
  if (choice === undefined) return undefined;
  const { ticketId, sequence, missedCount } = choice.head.ticket;
  const passedOver = waiting.filter((one) => one.sequence < sequence && !isHeldBack(one)).length;
  return { ticketId, why: passedOver === 0 ? { kind: 'came-first' } : choice.why, passedOver, missedCount };
}
