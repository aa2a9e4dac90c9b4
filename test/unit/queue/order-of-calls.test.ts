import { describe, expect, test } from 'vitest';
import {
  chooseNext,
  DEFAULT_RULES,
  orderWaiting,
  priorityCallsAfter,
  waitingAhead,
  whyThisOne,
  type QueueRule,
} from '../../../main/hall/domain/rules/index.ts';
import { calm, MINUTE_MS, names, TEN_MS, waitingPeople } from './waiting-people.ts';

const twoInARow: QueueRule = { name: 'ratio', priorityInARow: 2, ordinaryFirstAfterMinutes: null };
const headStart: QueueRule = DEFAULT_RULES['head-start'];

describe('ratio, two in a row, no ageing', () => {
  test.each([
    ['N1 P1 N2 P2 P3 P4 N3', 'P1 P2 N1 P3 P4 N2 N3'],
    ['P1 P2 P3', 'P1 P2 P3'],
    ['N1 N2 N3', 'N1 N2 N3'],
  ])('%s are called as %s', (arrived, called) => {
    expect(names(orderWaiting(waitingPeople(arrived), twoInARow, calm))).toBe(called);
  });

  test('two priority calls have just been made: the ordinary visitor is next', () => {
    const situation = { ...calm, priorityCallsInARow: 2 };
    expect(chooseNext(waitingPeople('P3 N1'), twoInARow, situation)?.ticketId).toBe('N1');
  });

  test('appointments come after the other priority classes and before ordinary visitors', () => {
    expect(names(orderWaiting(waitingPeople('N1 A1 D1'), twoInARow, calm))).toBe('D1 A1 N1');
  });

  test('calls while nobody ordinary waited do not hurry the next ordinary visitor past elders', () => {
    expect(priorityCallsAfter(1, 'elder', true)).toBe(2);
    expect(priorityCallsAfter(5, 'elder', false)).toBe(0);
    expect(priorityCallsAfter(2, 'ordinary', true)).toBe(0);
    expect(priorityCallsAfter(2, 'urgent', true)).toBe(2);
  });

  test('urgent goes before everything and does not use up the turns of the others', () => {
    const order = orderWaiting(waitingPeople('N1 P1 P2 P3 U1'), twoInARow, calm);
    expect(names(order)).toBe('U1 P1 P2 N1 P3');
  });
});

describe('ratio with ageing', () => {
  const rule = DEFAULT_RULES.ratio;
  const waitedMinutes = (minutes: number) =>
    waitingPeople('N1 P1').map((ticket) =>
      ticket.ticketId === 'N1' ? { ...ticket, issuedAtMs: TEN_MS - minutes * MINUTE_MS } : ticket,
    );

  test('an ordinary visitor who has waited 31 minutes goes first', () => {
    expect(names(orderWaiting(waitedMinutes(31), rule, calm))).toBe('N1 P1');
  });

  test('at 29 minutes the elder still does', () => {
    expect(names(orderWaiting(waitedMinutes(29), rule, calm))).toBe('P1 N1');
  });

  test('everybody has waited too long: by number', () => {
    const later = { ...calm, nowMs: TEN_MS + 60 * MINUTE_MS };
    expect(names(orderWaiting(waitingPeople('N1 P1 N2 P2'), rule, later))).toBe('N1 P1 N2 P2');
  });
});

describe('head start', () => {
  test('an elder passes those who came up to half an hour before, not those who came earlier', () => {
    expect(names(orderWaiting(waitingPeople('N1 N2 N3 N4 P1', 12), headStart, calm))).toBe('N1 N2 P1 N3 N4');
  });

  test('exactly the head start: the earlier number goes first', () => {
    expect(names(orderWaiting(waitingPeople('N1 P1', 30), headStart, calm))).toBe('N1 P1');
  });

  test('time credit from another window moves a ticket ahead of another class', () => {
    const credited = waitingPeople('P1 N1', 5).map((one) =>
      one.ticketId === 'N1' ? { ...one, creditMs: 60 * MINUTE_MS } : one,
    );
    expect(names(orderWaiting(credited, headStart, calm))).toBe('N1 P1');
  });
});

test('strict: one group after the other, by number inside a group', () => {
  expect(names(orderWaiting(waitingPeople('N1 A1 P1 D1 P2 U1'), DEFAULT_RULES.strict, calm))).toBe(
    'U1 P1 D1 P2 A1 N1',
  );
});

test('strict with a short list: a class left out stands with ordinary visitors', () => {
  const rule: QueueRule = { name: 'strict', order: [['elder'], ['ordinary']] };
  expect(names(orderWaiting(waitingPeople('N1 D1 N2 P1'), rule, calm))).toBe('P1 N1 D1 N2');
});

test('first come, first served', () => {
  expect(names(orderWaiting(waitingPeople('N1 P1 U1 N2'), DEFAULT_RULES.fifo, calm))).toBe('N1 P1 U1 N2');
});

describe('somebody moves the wall clock between two tickets', () => {
  const jumpMs = 26 * 60 * MINUTE_MS;
  const jumped = (which: string, byMs: number) =>
    waitingPeople('N1 P1 N2 P2 N3').map((ticket) =>
      ticket.ticketId === which ? { ...ticket, issuedAtMs: ticket.issuedAtMs + byMs } : ticket,
    );

  test.each(['N1', 'P1', 'N2'])('%s was issued while the clock was a day ahead: the order stays', (which) => {
    expect(names(orderWaiting(jumped(which, jumpMs), headStart, calm))).toBe('P1 P2 N1 N2 N3');
  });

  test.each(Object.values(DEFAULT_RULES))('under $name no class changes its order, back or forth', (rule) => {
    for (const which of ['N1', 'P1', 'N2', 'P2', 'N3']) {
      for (const byMs of [-jumpMs, jumpMs]) {
        const order = orderWaiting(jumped(which, byMs), rule, calm);
        expect(names(order.filter(({ priorityClass }) => priorityClass === 'elder'))).toBe('P1 P2');
        expect(names(order.filter(({ priorityClass }) => priorityClass === 'ordinary'))).toBe('N1 N2 N3');
      }
    }
  });
});

describe('what the counter is told', () => {
  test('nobody waits', () => {
    expect(chooseNext([], headStart, calm)).toBeUndefined();
    expect(whyThisOne([], headStart, calm)).toBeUndefined();
  });

  test('how many are ahead of each', () => {
    const waiting = waitingPeople('N1 P1 N2');
    expect(waitingAhead('P1', waiting, headStart, calm)).toBe(0);
    expect(waitingAhead('N2', waiting, headStart, calm)).toBe(2);
    expect(waitingAhead('N9', waiting, headStart, calm)).toBeUndefined();
  });

  test('the elder goes first by the head start, past two people', () => {
    expect(whyThisOne(waitingPeople('N1 N2 P1'), headStart, calm)).toEqual({
      ticketId: 'P1',
      why: { kind: 'head-start', priorityClass: 'elder', minutes: 30 },
      passedOver: 2,
      missedCount: 0,
    });
  });

  test('whoever has the lowest number simply came first', () => {
    for (const rule of Object.values(DEFAULT_RULES)) {
      expect(whyThisOne(waitingPeople('P1 N1'), rule, calm)).toMatchObject({
        why: { kind: 'came-first' },
        passedOver: 0,
      });
    }
  });

  test('under ratio: the turn of an ordinary visitor, a long wait, a class', () => {
    const waiting = waitingPeople('P1 N1 P2');
    const ratio = DEFAULT_RULES.ratio;
    expect(whyThisOne(waiting, twoInARow, { ...calm, priorityCallsInARow: 2 })?.why).toEqual({
      kind: 'ordinary-turn',
      priorityCallsInARow: 2,
    });
    expect(whyThisOne(waitingPeople('N1 P1'), ratio, calm)?.why).toEqual({
      kind: 'class-first',
      priorityClass: 'elder',
    });
    const credited = waiting.map((one) =>
      one.ticketId === 'N1' ? { ...one, creditMs: 45 * MINUTE_MS } : one,
    );
    expect(whyThisOne(credited, ratio, calm)?.why).toEqual({
      kind: 'waited-long',
      waitedMinutes: 46,
      limitMinutes: 30,
    });
  });

  test('the list may come in any order', () => {
    const waiting = waitingPeople('N1 P1 N2 P2 A1 N3');
    for (const rule of Object.values(DEFAULT_RULES)) {
      expect(orderWaiting(waiting.toReversed(), rule, calm)).toEqual(orderWaiting(waiting, rule, calm));
    }
  });
});
