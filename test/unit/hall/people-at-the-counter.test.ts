import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { CLERK, TestHall } from '../../support/open-test-hall.ts';

const SERVICE = 'LN-01';
const COUNTER = { counterId: '1' };
const holder = { name: '测试丙丁', idNumber: '110199195606159039' };
const companion = { name: '测乙' };
const look = { ...COUNTER, who: 'holder', field: 'name', purpose: 'staff-view' } as const;

/** Counters 1 and 2 are open, two people with one number wait. */
function waiting() {
  const hall = new TestHall();
  hall.must('openCounter', COUNTER);
  hall.must('openCounter', { counterId: '2' });
  const pair = { holder, companion, companionRelation: 'agent' } as const;
  const { ticketId } = hall.must('issueTicket', { serviceCode: SERVICE, ...pair });
  return { hall, ticketId };
}

function serving() {
  const { hall, ticketId } = waiting();
  hall.must('callNext', COUNTER);
  hall.must('startService', { ticketId });
  return { hall, ticketId };
}

const masked = {
  holder: { maskedName: '测**丁', maskedIdNumber: '110***********9039' },
  companion: { maskedName: '测*', maskedIdNumber: null },
  companionRelation: 'agent',
};

describe('who stands at the counter', () => {
  it('is unknown before the call, masked from the call on, and unknown again when it is over', () => {
    const { hall, ticketId } = waiting();
    const people = () => hall.do('ticketPeople', { ticketId, ...COUNTER });
    expect(people()).toMatchObject({ error: { kind: 'not-now', state: 'waiting' } });
    hall.must('callNext', COUNTER);
    expect(people()).toEqual({ ok: true, value: masked });
    hall.must('startService', { ticketId });
    hall.must('parkTicket', { ticketId });
    expect(people()).toEqual({ ok: true, value: masked });
    hall.must('finishService', { ticketId, outcome: 'done' });
    expect(people()).toMatchObject({ error: { kind: 'not-now', state: 'done' } });
    expect(hall.bodiesOf('person.revealed')).toEqual([]);
    hall.close();
  });

  it('is for the counter that has called them alone', () => {
    const { hall, ticketId } = serving();
    const elsewhere = { error: { kind: 'other-counters-ticket', counterId: '1' } };
    expect(hall.do('ticketPeople', { ticketId, counterId: '2' })).toMatchObject(elsewhere);
    expect(hall.do('revealPerson', { ...look, ticketId, counterId: '2' })).toMatchObject(elsewhere);
    hall.close();
  });

  it('is nobody where nothing was said', () => {
    const hall = new TestHall();
    hall.must('openCounter', COUNTER);
    const { ticketId } = hall.must('serveNow', { ...COUNTER, serviceCode: SERVICE });
    expect(hall.must('ticketPeople', { ticketId, ...COUNTER })).toEqual({
      holder: null,
      companion: null,
      companionRelation: null,
    });
    expect(hall.do('revealPerson', { ...look, ticketId })).toEqual({
      ok: false,
      error: { kind: 'not-found' },
    });
    hall.close();
  });
});

describe('a field in clear', () => {
  it('is told while the person is served, and each look is a fact with the hand and the purpose', () => {
    const { hall, ticketId } = serving();
    expect(hall.must('revealPerson', { ...look, ticketId }).value).toBe('测试丙丁');
    const number = { ...look, ticketId, field: 'idNumber', purpose: 'eligibility-check' } as const;
    expect(hall.must('revealPerson', number).value).toBe(holder.idNumber);
    expect(hall.must('revealPerson', { ...look, ticketId, who: 'companion' }).value).toBe('测乙');
    expect(hall.bodiesOf('person.revealed')).toMatchObject([
      { field: 'name', purpose: 'staff-view', by: '1001', ticketId, counterId: '1' },
      { field: 'idNumber', purpose: 'eligibility-check', by: '1001' },
      { field: 'name', by: '1001' },
    ]);
    hall.close();
  });

  it('is not told when the person is only called, or away', () => {
    const { hall, ticketId } = waiting();
    const reveal = () => hall.do('revealPerson', { ...look, ticketId });
    hall.must('callNext', COUNTER);
    expect(reveal()).toMatchObject({ error: { kind: 'not-now', state: 'called' } });
    hall.must('startService', { ticketId });
    hall.must('parkTicket', { ticketId });
    expect(reveal()).toMatchObject({ error: { kind: 'not-now', state: 'parked' } });
    expect(hall.bodiesOf('person.revealed')).toEqual([]);
    hall.close();
  });

  it('is looked up again for a retry, as one more fact: the answer is kept nowhere', () => {
    const { hall, ticketId } = serving();
    const wish = { ...look, ticketId, requestId: randomUUID() };
    const first = hall.raw('revealPerson', wish, CLERK);
    expect(hall.raw('revealPerson', wish, CLERK)).toEqual(first);
    expect(hall.bodiesOf('person.revealed')).toHaveLength(2);
    hall.must('finishService', { ticketId, outcome: 'done' });
    expect(hall.raw('revealPerson', wish, CLERK)).toMatchObject({ error: { kind: 'not-now' } });
    hall.close();
  });
});
