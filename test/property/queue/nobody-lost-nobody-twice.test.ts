import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unreachable } from '../../../preload/contracts/result.ts';
import { isPriority } from '../../../preload/contracts/priority.ts';
import * as fifo from '../../../main/hall/domain/rules/fifo.ts';
import * as headStart from '../../../main/hall/domain/rules/head-start.ts';
import {
  isHeldBack,
  orderWaiting,
  type QueueRule,
  type RatioRule,
} from '../../../main/hall/domain/rules/index.ts';
import * as ratio from '../../../main/hall/domain/rules/ratio.ts';
import * as strict from '../../../main/hall/domain/rules/strict.ts';
import { ModelHall, type DecidedCall } from './model-hall.ts';
import { CLERKS, MINUTE_MS, someRule, someTrace, type Step } from './queue-traces.ts';

function afterTrace(rule: QueueRule, trace: readonly Step[]): ModelHall {
  const hall = new ModelHall(rule);
  for (const step of trace) hall.step(step);
  return hall;
}

function callEverybody(hall: ModelHall): void {
  hall.finishEverybodyAtTheCounters();
  for (let clerk = 0; hall.callNext(clerk % CLERKS); clerk += 1) hall.finishEverybodyAtTheCounters();
}

const holds = (check: (rule: QueueRule, hall: ModelHall) => void): void =>
  fc.assert(
    fc.property(someRule, someTrace, (rule, trace) => check(rule, afterTrace(rule, trace))),
    { numRuns: 400 },
  );

test('nobody is lost: whoever waits is called in the end, everybody else is where the life cycle says', () => {
  holds((_rule, hall) => {
    callEverybody(hall);
    expect(hall.waiting).toEqual([]);
    for (const { state } of hall.visits.values())
      expect(['done', 'parked', 'missed', 'cancelled', 'lapsed']).toContain(state);
  });
});

test('nobody is called twice, unless missed and back', () => {
  holds((_rule, hall) => {
    callEverybody(hall);
    for (const { calls, returns } of hall.visits.values()) expect(calls).toBeLessThanOrEqual(1 + returns);
  });
});

test('only who waits comes by "next": nobody parked, missed, cancelled or at a counter', () => {
  holds((_rule, hall) => {
    const waitingNow = hall.waiting.map(({ ticketId }) => hall.visit(ticketId).state);
    expect(waitingNow.every((state) => state === 'waiting')).toBe(true);
    const atCounters = [...hall.atCounter.values()];
    expect(new Set(atCounters).size).toBe(atCounters.length);
    for (const { waiting, called } of hall.decided) expect(waiting).toContain(called);
  });
});

test('inside a class the lowest number goes first, except those who came back and stand further down', () => {
  holds((_rule, hall) => {
    for (const { waiting, called } of hall.decided) {
      const standing = waiting.filter(
        (one) => one.priorityClass === called.priorityClass && !isHeldBack(one),
      );
      if (standing.length > 0) expect(called).toBe(standing[0]);
    }
  });
});

test('a returned visitor lets no more of his class pass than he must', () => {
  holds((_rule, hall) => {
    for (const [index, { waiting, called }] of hall.decided.entries()) {
      for (const { ticketId, priorityClass, heldBack } of waiting) {
        if (ticketId === called.ticketId || priorityClass !== called.priorityClass || heldBack === undefined)
          continue;
        const later = hall.decided[index + 1]?.waiting.find((one) => one.ticketId === ticketId);
        if (later) expect(later.heldBack?.remainingCalls).toBe(Math.max(0, heldBack.remainingCalls - 1));
      }
    }
  });
});

test('the list that the counter shows begins with whom it calls', () => {
  holds((rule, hall) => {
    for (const { waiting, situation, called } of hall.decided) {
      expect(orderWaiting(waiting, rule, situation)[0]).toBe(called);
    }
  });
});

test('every rule keeps the bound that it states', () => {
  holds((rule, hall) => {
    for (const call of hall.decided) expect(passedAgainstTheBound(rule, call)).toEqual([]);
    if (rule.name === 'ratio')
      expect(longestPriorityRun(hall.decided)).toBeLessThanOrEqual(ratio.bound(rule).callsInARow);
  });
});

/** Who waits and may not be passed by the called ticket. */
function passedAgainstTheBound(rule: QueueRule, call: DecidedCall): readonly string[] {
  const { waiting, called } = call;
  const others = waiting.filter((one) => one !== called && !isHeldBack(one));
  const earlier = others.filter((one) => one.sequence < called.sequence);
  switch (rule.name) {
    case 'head-start': {
      const laterMinutes = (one: { issuedAtMs: number }): number =>
        (called.issuedAtMs - one.issuedAtMs) / MINUTE_MS;
      return earlier
        .filter((one) => laterMinutes(one) >= headStart.bound(rule, called.priorityClass, one.priorityClass))
        .map(({ ticketId }) => ticketId);
    }
    case 'ratio':
      return agedAndPassed(rule, call);
    case 'strict':
      return others
        .filter((one) => strict.bound(rule, one.priorityClass) < strict.bound(rule, called.priorityClass))
        .map(({ ticketId }) => ticketId);
    case 'fifo':
      return earlier.length > fifo.bound() ? earlier.map(({ ticketId }) => ticketId) : [];
    default:
      return unreachable(rule);
  }
}

/** Ordinary visitors who have waited too long and are passed by somebody who has not (urgent apart). */
function agedAndPassed(rule: RatioRule, { waiting, called, situation }: DecidedCall): readonly string[] {
  const isAged = (one: { issuedAtMs: number }): boolean =>
    situation.nowMs - one.issuedAtMs >= ratio.bound(rule).agedMinutes * MINUTE_MS;
  if (called.priorityClass === 'urgent' || isAged(called)) return [];
  const passed = waiting.filter((one) => !isHeldBack(one) && !isPriority(one.priorityClass) && isAged(one));
  return passed.map(({ ticketId }) => ticketId);
}

/** The longest run of priority calls during which an ordinary ticket waited the whole time; urgent calls apart. */
function longestPriorityRun(decided: readonly DecidedCall[]): number {
  let run = 0;
  let longest = 0;
  for (const { waiting, called } of decided) {
    if (called.priorityClass === 'urgent') continue;
    const ordinaryWaits = waiting.some((one) => !isPriority(one.priorityClass));
    run = isPriority(called.priorityClass) && ordinaryWaits ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}
