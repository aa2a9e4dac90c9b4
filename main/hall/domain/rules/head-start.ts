import type { PriorityClass } from '../../../../preload/contracts/priority.ts';
import type { ClassHead } from './class-heads.ts';
import type { Choice, HeadStartRule } from './queue-rule.ts';
import { MINUTE_MS } from './waiting-ticket.ts';

/**
 * Head start: everybody counts as having come some minutes earlier, by class.
 * Bound: nobody is overtaken by someone who came more than `bound` minutes later (time credit counts as having
 * come earlier). Everybody who waits is served in the end, whoever keeps coming.
 */
export function choose(heads: readonly ClassHead[], rule: HeadStartRule): Choice | undefined {
  let best: ClassHead | undefined;
  for (const head of heads) {
    if (best === undefined || goesBefore(head, best, rule)) best = head;
  }
  if (best === undefined) return undefined;
  const { priorityClass } = best.ticket;
  return {
    head: best,
    why: { kind: 'head-start', priorityClass, minutes: rule.headStartMinutes[priorityClass] },
  };
}

/** Minutes later that an `overtaker` may have come and still go before an `overtaken`; 0: it never does. */
export function bound(rule: HeadStartRule, overtaker: PriorityClass, overtaken: PriorityClass): number {
  return Math.max(0, rule.headStartMinutes[overtaker] - rule.headStartMinutes[overtaken]);
}

function goesBefore(one: ClassHead, other: ClassHead, rule: HeadStartRule): boolean {
  const difference = countsAsIssuedMs(one, rule) - countsAsIssuedMs(other, rule);
  return difference === 0 ? one.ticket.sequence < other.ticket.sequence : difference < 0;
}

function countsAsIssuedMs({ ticket, settledMs }: ClassHead, rule: HeadStartRule): number {
  return settledMs - (ticket.creditMs ?? 0) - rule.headStartMinutes[ticket.priorityClass] * MINUTE_MS;
}
