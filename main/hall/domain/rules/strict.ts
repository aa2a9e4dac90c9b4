import type { PriorityClass } from '../../../../preload/contracts/priority.ts';
import { lowestNumber, type ClassHead } from './class-heads.ts';
import type { Choice, StrictRule } from './queue-rule.ts';

/**
 * Strict: one group of classes after the other, by number inside a group.
 * Bound: nobody is called while somebody of a group before theirs waits. There is no other: with enough priority
 * visitors an ordinary one waits until they stop coming, which is why it is not the default.
 */
export function choose(heads: readonly ClassHead[], rule: StrictRule): Choice | undefined {
  const best = Math.min(...heads.map((head) => standing(rule, head.ticket.priorityClass)));
  const head = lowestNumber(heads.filter((one) => standing(rule, one.ticket.priorityClass) === best));
  return head && { head, why: { kind: 'class-first', priorityClass: head.ticket.priorityClass } };
}

/** Position of a class in the order, 0 first. Nobody is called while a lower position waits. */
export function standing(rule: StrictRule, priorityClass: PriorityClass): number {
  const place = (wanted: PriorityClass): number => rule.order.findIndex((group) => group.includes(wanted));
  if (place(priorityClass) >= 0) return place(priorityClass);
  return place('ordinary') >= 0 ? place('ordinary') : rule.order.length;
}

export const bound = standing;
