import { describe, expect, test } from 'vitest';
import {
  afterCall,
  consequenceOf,
  DEFAULT_MISSED_POLICY,
  placeAfterReturn,
} from '../../../main/hall/domain/missed-calls.ts';
import {
  chooseNext,
  DEFAULT_RULES,
  orderWaiting,
  type WaitingTicket,
} from '../../../main/hall/domain/rules/index.ts';
import { calm, names, waitingPeople } from './waiting-people.ts';

const rules = Object.values(DEFAULT_RULES);
const policy = DEFAULT_MISSED_POLICY;

function comesBack(missed: string, missedCount: number, all: string): readonly WaitingTicket[] {
  return waitingPeople(all).map((ticket, _index, everybody) => {
    const sameClass =
      everybody.filter(({ priorityClass }) => priorityClass === ticket.priorityClass).length - 1;
    const heldBack = placeAfterReturn(missedCount, sameClass, policy);
    return ticket.ticketId === missed && heldBack ? { ...ticket, missedCount, heldBack } : ticket;
  });
}

/** Calls one after the other as a hall does, instead of looking ahead. */
function calledOneByOne(start: readonly WaitingTicket[], rule = DEFAULT_RULES['head-start']): string {
  const called: WaitingTicket[] = [];
  let waiting = start;
  for (let next = chooseNext(waiting, rule, calm); next; next = chooseNext(waiting, rule, calm)) {
    called.push(next);
    waiting = afterCall(waiting, next);
  }
  return names(called);
}

describe.each(rules)('under $name', (rule) => {
  test('missed once: three of the class go first', () => {
    expect(names(orderWaiting(comesBack('P1', 1, 'P1 P2 P3 P4 P5'), rule, calm))).toBe('P2 P3 P4 P1 P5');
  });

  test('missed once with one other waiting: right after that one', () => {
    expect(names(orderWaiting(comesBack('P1', 1, 'P1 P2'), rule, calm))).toBe('P2 P1');
  });

  test('missed twice: the end of the class as it stands now', () => {
    expect(names(orderWaiting(comesBack('P1', 2, 'P1 P2 P3 P4 P5'), rule, calm))).toBe('P2 P3 P4 P5 P1');
  });

  test('nobody else of the class: called at once, not never', () => {
    expect(names(orderWaiting(comesBack('P1', 1, 'P1'), rule, calm))).toBe('P1');
  });
});

test('looking ahead and calling one by one agree', () => {
  const waiting = comesBack('P1', 1, 'P1 N1 P2 N2 P3 P4 P5');
  expect(calledOneByOne(waiting)).toBe(names(orderWaiting(waiting, DEFAULT_RULES['head-start'], calm)));
});

test('who comes after the return waits behind the one who came back twice', () => {
  const returned = comesBack('P1', 2, 'P1 P2 P3');
  const newcomer = waitingPeople('P1 P2 P3 P4').slice(3);
  expect(calledOneByOne([...returned, ...newcomer])).toBe('P2 P3 P1 P4');
});

test('the third miss lapses: the person takes a new ticket', () => {
  expect(consequenceOf(3, policy)).toEqual({ kind: 'lapse' });
  expect(consequenceOf(4, policy)).toEqual({ kind: 'lapse' });
  expect(placeAfterReturn(3, 5, policy)).toBeUndefined();
});

test('a call of another class brings nobody nearer', () => {
  const waiting = comesBack('P1', 1, 'P1 P2 P3 P4 N1');
  const after = afterCall(waiting, { ticketId: 'N1', priorityClass: 'ordinary' });
  expect(after.map(({ heldBack }) => heldBack?.remainingCalls)).toEqual([3, undefined, undefined, undefined]);
});
