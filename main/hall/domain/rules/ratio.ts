import { isPriority, type PriorityClass } from '../../../../preload/contracts/priority.ts';
import { lowestNumber, type ClassHead } from './class-heads.ts';
import { DEFAULT_RULES, type Choice, type RatioRule } from './queue-rule.ts';
import { standing } from './strict.ts';
import { MINUTE_MS, type Situation } from './waiting-ticket.ts';

/**
 * Ratio: priority first, but at most K priority calls in a row while ordinary people wait; who has waited M minutes
 * goes first, the lowest number first among those. Every class ages: if only ordinary visitors did, a crowded hall,
 * where all of them have waited that long, would never call an elder.
 * Bound: see `bound`. Urgent tickets stand outside it: staff give them one by one, they go before everything and
 * are not counted.
 */
export function choose(
  heads: readonly ClassHead[],
  rule: RatioRule,
  situation: Situation,
): Choice | undefined {
  const urgent = heads.find((head) => head.ticket.priorityClass === 'urgent');
  if (urgent !== undefined) return { head: urgent, why: { kind: 'class-first', priorityClass: 'urgent' } };
  return (
    chooseOrdinaryTurn(heads, rule, situation) ?? chooseAged(heads, rule, situation) ?? chooseByClass(heads)
  );
}

/**
 * `callsInARow`: never more priority calls in a row while an ordinary ticket waits. `agedMinutes`: who leads a class and
 * has waited so long is passed only by others who have, with a lower number, or by an ordinary visitor whose turn it is.
 */
export function bound(rule: RatioRule): { readonly callsInARow: number; readonly agedMinutes: number } {
  return {
    callsInARow: Math.max(1, rule.priorityInARow),
    agedMinutes: rule.ordinaryFirstAfterMinutes ?? Number.POSITIVE_INFINITY,
  };
}

/**
 * The count to hand in with the next choice. Calls while nobody ordinary waits do not count, or the next ordinary
 * visitor would pass elders who came long before.
 */
export function priorityCallsAfter(before: number, called: PriorityClass, ordinaryWaiting: boolean): number {
  if (called === 'urgent') return before;
  return isPriority(called) && ordinaryWaiting ? before + 1 : 0;
}

/**
 * The count when a call is taken back after others have followed it. It may be higher than the truth, never lower: nobody
 * ordinary waits longer because a clerk pressed a wrong key.
 */
export function priorityCallsAfterUndo(now: number, beforeTheCall: number, undone: PriorityClass): number {
  return isPriority(undone) ? now : now + beforeTheCall;
}

function chooseOrdinaryTurn(
  heads: readonly ClassHead[],
  rule: RatioRule,
  situation: Situation,
): Choice | undefined {
  const { priorityCallsInARow } = situation;
  if (priorityCallsInARow < bound(rule).callsInARow) return undefined;
  const head = heads.find((one) => !isPriority(one.ticket.priorityClass));
  return head && { head, why: { kind: 'ordinary-turn', priorityCallsInARow } };
}

function chooseAged(heads: readonly ClassHead[], rule: RatioRule, situation: Situation): Choice | undefined {
  const limitMinutes = bound(rule).agedMinutes;
  const head = lowestNumber(heads.filter((one) => waitedMinutes(one, situation) >= limitMinutes));
  if (head === undefined) return undefined;
  return {
    head,
    why: { kind: 'waited-long', waitedMinutes: Math.floor(waitedMinutes(head, situation)), limitMinutes },
  };
}

function chooseByClass(heads: readonly ClassHead[]): Choice | undefined {
  const best = Math.min(...heads.map((head) => rank(head.ticket.priorityClass)));
  const head = lowestNumber(heads.filter((one) => rank(one.ticket.priorityClass) === best));
  return head && { head, why: { kind: 'class-first', priorityClass: head.ticket.priorityClass } };
}

const rank = (priorityClass: PriorityClass): number => standing(DEFAULT_RULES.strict, priorityClass);

function waitedMinutes({ ticket, settledMs }: ClassHead, { nowMs }: Situation): number {
  return (nowMs - settledMs + (ticket.creditMs ?? 0)) / MINUTE_MS;
}
