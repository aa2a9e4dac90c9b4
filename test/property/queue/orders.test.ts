import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PRIORITY_CLASSES, isPriority } from '../../../preload/contracts/priority.ts';
import { afterCall } from '../../../main/hall/domain/missed-calls.ts';
import {
  chooseNext,
  isHeldBack,
  orderWaiting,
  priorityCallsAfter,
  waitingAhead,
  whyThisOne,
  type QueueRule,
  type WaitingTicket,
} from '../../../main/hall/domain/rules/index.ts';
import { lastIssueMs, someRule, someWaiting, someWaitingWithAnyClock } from './queue-traces.ts';

const inARow = fc.nat({ max: 4 });

/** Calls one after the other, as a hall does at one moment. */
function calledOneByOne(start: readonly WaitingTicket[], rule: QueueRule, nowMs: number): WaitingTicket[] {
  const called: WaitingTicket[] = [];
  let waiting = start;
  let priorityCallsInARow = 0;
  for (;;) {
    const next = chooseNext(waiting, rule, { nowMs, priorityCallsInARow });
    if (next === undefined) return called;
    called.push(next);
    waiting = afterCall(waiting, next);
    const ordinaryWaiting = waiting.some((one) => !isPriority(one.priorityClass));
    priorityCallsInARow = priorityCallsAfter(priorityCallsInARow, next.priorityClass, ordinaryWaiting);
  }
}

test('looking ahead tells what calling one by one will do', () => {
  fc.assert(
    fc.property(someRule, someWaiting, fc.nat({ max: 3_600_000 }), (rule, waiting, later) => {
      const nowMs = lastIssueMs(waiting) + later;
      const ahead = orderWaiting(waiting, rule, { nowMs, priorityCallsInARow: 0 }).map(
        ({ ticketId }) => ticketId,
      );
      expect(ahead).toEqual(calledOneByOne(waiting, rule, nowMs).map(({ ticketId }) => ticketId));
    }),
  );
});

test('whatever the clock says: everybody once, by number inside a class, the first is the next', () => {
  fc.assert(
    fc.property(
      someRule,
      someWaitingWithAnyClock,
      fc.integer(),
      inARow,
      (rule, waiting, nowMs, priorityCallsInARow) => {
        const situation = { nowMs, priorityCallsInARow };
        const order = orderWaiting(waiting, rule, situation);
        expect(order.toSorted((one, other) => one.sequence - other.sequence)).toEqual(waiting);
        expect(order[0]).toBe(chooseNext(waiting, rule, situation));
        for (const priorityClass of PRIORITY_CLASSES) {
          const line = order.filter((one) => one.priorityClass === priorityClass && !isHeldBack(one));
          expect(line).toEqual(line.toSorted((one, other) => one.sequence - other.sequence));
        }
      },
    ),
  );
});

test('the answer does not depend on the order in which the tickets are handed over', () => {
  const shuffled = someWaitingWithAnyClock.chain((waiting) =>
    fc.tuple(fc.constant(waiting), fc.shuffledSubarray(waiting, { minLength: waiting.length })),
  );
  fc.assert(
    fc.property(
      someRule,
      shuffled,
      fc.integer(),
      inARow,
      (rule, [waiting, mixed], nowMs, priorityCallsInARow) => {
        const situation = { nowMs, priorityCallsInARow };
        expect(orderWaiting(mixed, rule, situation)).toEqual(orderWaiting(waiting, rule, situation));
        expect(whyThisOne(mixed, rule, situation)).toEqual(whyThisOne(waiting, rule, situation));
      },
    ),
  );
});

test('the places told to people are 0, 1, 2, … without gap', () => {
  fc.assert(
    fc.property(someRule, someWaiting, inARow, (rule, waiting, priorityCallsInARow) => {
      const situation = { nowMs: lastIssueMs(waiting), priorityCallsInARow };
      const places = waiting.map(({ ticketId }) => waitingAhead(ticketId, waiting, rule, situation) ?? -1);
      expect(places.toSorted((one, other) => one - other)).toEqual(waiting.map((_, index) => index));
    }),
    { numRuns: 50 },
  );
});
