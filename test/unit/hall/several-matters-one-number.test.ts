import { describe, expect, it } from 'vitest';
import { TestHall } from '../../support/open-test-hall.ts';

const MINUTE_MS = 60_000;

/** Counter 1 does everything for elders, counter 2 relief; one visitor wants three things, another waits behind. */
function threeMatters() {
  const hall = new TestHall();
  hall.must('openCounter', { counterId: '1', services: ['LN-01', 'LN-02'] });
  hall.must('openCounter', { counterId: '2', services: ['JZ-01'] });
  const { ticketId, number } = hall.must('issueTicket', {
    serviceCode: 'LN-01',
    moreServices: ['JZ-01', 'LN-02'],
  });
  hall.must('callNext', { counterId: '1' });
  hall.must('startService', { ticketId });
  hall.clock.advance(5 * MINUTE_MS);
  return { hall, ticketId, number };
}

const statesOf = (services: readonly { serviceCode: string; state: string }[]): string =>
  services.map(({ serviceCode, state }) => `${serviceCode} ${state}`).join(', ');

describe('several matters under one number', () => {
  it('go on at the same counter with what it serves, then wait elsewhere, each measured by itself', () => {
    const { hall, ticketId, number } = threeMatters();
    const later = hall.must('issueTicket', { serviceCode: 'JZ-01' });
    const second = hall.must('finishService', { ticketId, counterId: '1', outcome: 'done' });
    expect(second).toMatchObject({ state: 'serving', counterId: '1', serviceCode: 'LN-02', number });
    expect(statesOf(second.services)).toBe('LN-01 done, LN-02 now, JZ-01 later');
    hall.clock.advance(3 * MINUTE_MS);

    const third = hall.must('finishService', { ticketId, counterId: '1', outcome: 'done' });
    expect(third).toMatchObject({ state: 'waiting', counterId: null, serviceCode: 'JZ-01', number });
    expect(hall.hall.snapshot().counters[0]?.ticketId).toBeNull();
    expect(hall.must('ticketStatus', { ticketId: later.ticketId }).waitingAhead).toBe(1);
    expect(hall.must('callNext', { counterId: '2' }).ticketId).toBe(ticketId);
    hall.must('startService', { ticketId });
    hall.clock.advance(8 * MINUTE_MS);
    const last = hall.must('finishService', { ticketId, outcome: 'done' });
    expect(last.state).toBe('done');
    expect(statesOf(last.services)).toBe('LN-01 done, LN-02 done, JZ-01 done');
    expect(['LN-01', 'LN-02', 'JZ-01'].map((code) => hall.measuredMinutes(code))).toEqual([5, 3, 8]);
    hall.close();
  });

  it('end with the visit when the person has to go: the record says what was dropped', () => {
    const { hall, ticketId } = threeMatters();
    const gone = hall.must('finishService', { ticketId, outcome: 'done', endVisit: true });
    expect(gone.state).toBe('done');
    expect(statesOf(gone.services)).toBe('LN-01 done');
    expect(hall.bodiesOf('ticket.finished')).toMatchObject([{ dropped: ['JZ-01', 'LN-02'] }]);
    hall.close();
  });

  it('are added while the person is served, at that counter only, each once and at most five', () => {
    const { hall, ticketId } = threeMatters();
    const add = (serviceCode: string, counterId = '1') =>
      hall.do('addService', { ticketId, counterId, serviceCode });
    expect(add('LN-03')).toMatchObject({ ok: true });
    expect(add('LN-03')).toMatchObject({
      error: { kind: 'bad-input', problems: [{ where: 'serviceCode' }] },
    });
    expect(add('LN-01')).toMatchObject({ error: { kind: 'bad-input' } });
    expect(add('LN-04', '2')).toMatchObject({ error: { kind: 'other-counters-ticket', counterId: '1' } });
    expect(add('LN-04')).toMatchObject({ ok: true });
    expect(add('LN-05')).toMatchObject({ ok: true });
    expect(add('LN-06')).toMatchObject({
      error: { kind: 'bad-input', problems: [{ where: 'serviceCode' }] },
    });
    hall.must('parkTicket', { ticketId });
    expect(add('LN-06')).toMatchObject({ error: { kind: 'not-now', state: 'parked', step: 'add-service' } });
    hall.close();
  });

  it('of somebody who is away are waited for, and passing on to one of them does it once', () => {
    const { hall, ticketId } = threeMatters();
    hall.must('parkTicket', { ticketId });
    const next = hall.must('finishService', { ticketId, outcome: 'done' });
    expect(next).toMatchObject({ state: 'waiting', serviceCode: 'JZ-01' });
    const passed = hall.must('transferTicket', { ticketId, serviceCode: 'LN-02' });
    expect(statesOf(passed.services)).toBe('LN-01 done, LN-02 now');
    hall.close();
  });

  it('are the same after a restart', () => {
    const { hall, ticketId } = threeMatters();
    hall.must('finishService', { ticketId, outcome: 'done' });
    const before = hall.hall.snapshot().tickets;
    hall.restart();
    expect(hall.hall.snapshot().tickets).toEqual(before);
    hall.close();
  });
});

describe('measured time', () => {
  it('of somebody who never came back from a copy is the time at the counter alone', () => {
    const { hall, ticketId } = threeMatters();
    hall.must('parkTicket', { ticketId });
    hall.clock.advance(60 * MINUTE_MS);
    hall.must('finishService', { ticketId, outcome: 'not-possible-today', endVisit: true });
    expect(hall.measuredMinutes('LN-01')).toBe(5);
    hall.close();
  });
});

describe('two people with one number', () => {
  it('are shown as two, with what they are to each other and no name', () => {
    const hall = new TestHall();
    const pair = {
      holder: { name: '测试甲' },
      companion: { name: '测试乙' },
      companionRelation: 'spouse',
    } as const;
    hall.must('issueTicket', { serviceCode: 'LN-01', ...pair });
    hall.must('issueTicket', { serviceCode: 'LN-01', companionRelation: 'agent' });
    hall.must('issueTicket', { serviceCode: 'LN-01', companion: { name: '测试丙' } });
    hall.must('issueTicket', { serviceCode: 'LN-01', holder: { name: '测试丁' } });
    const { tickets } = hall.hall.snapshot();
    expect(tickets.map(({ people, companionRelation }) => [people, companionRelation])).toEqual([
      [2, 'spouse'],
      [2, 'agent'],
      [2, null],
      [1, null],
    ]);
    expect(JSON.stringify(tickets)).not.toContain('测试');
    hall.close();
  });
});
