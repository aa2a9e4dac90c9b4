import { lowestNumber, type ClassHead } from './class-heads.ts';
import type { Choice } from './queue-rule.ts';

/**
 * First come, first served, whatever the class.
 * Bound: nobody is overtaken, except who was missed and came back and stands a few calls further down.
 */
export function choose(heads: readonly ClassHead[]): Choice | undefined {
  const head = lowestNumber(heads);
  return head && { head, why: { kind: 'came-first' } };
}

/** How many may go before somebody who came earlier. */
export function bound(): number {
  return 0;
}
