import { describe, expect, it } from 'vitest';
import type { Caller } from '../../../preload/contracts/operation.ts';
import { CLERK, TestHall } from '../../support/open-test-hall.ts';

const clerk = (staffNumber: string): Caller => ({ ...CLERK, staff: { staffNumber, role: 'clerk' } });

/** Counters 1 and 2 with their clerks; one person is served at 1, another came later. */
function served() {
  const hall = new TestHall();
  hall.must('openCounter', { counterId: '1' }, clerk('1001'));
  hall.must('openCounter', { counterId: '2', services: ['JZ-01'] }, clerk('1002'));
  const { ticketId } = hall.must('issueTicket', { serviceCode: 'LN-01' });
  const later = hall.must('issueTicket', { serviceCode: 'LN-01' });
  hall.must('callNext', { counterId: '1' });
  hall.must('startService', { ticketId });
  return { hall, ticketId, later };
}

const nobody = { ok: false, error: { kind: 'nobody-waiting' } };

describe('passed on to one counter', () => {
  it('waits for that counter alone, whatever it serves, with its place in time', () => {
    const { hall, ticketId, later } = served();
    const passed = hall.must('transferTicket', { ticketId, counterId: '1', toCounterId: '2' });
    expect(passed).toMatchObject({ state: 'waiting', serviceCode: 'LN-01', forCounterId: '2' });
    expect(passed.cameFromCounterId).toBe('1');
    const waitingAt = () => hall.hall.snapshot().counters.map(({ waiting }) => waiting);
    expect(waitingAt()).toEqual([1, 1, 1, 1]);
    expect(hall.must('callNext', { counterId: '1' }).ticketId).toBe(later.ticketId);
    expect(hall.must('callNext', { counterId: '2' }).ticketId).toBe(ticketId);
    hall.close();
  });

  it('also while that counter pauses; once it closes, whoever serves the service may', () => {
    const { hall, ticketId, later } = served();
    hall.must('transferTicket', { ticketId, toCounterId: '2' });
    hall.must('pauseCounter', { counterId: '2', reason: 'restroom' });
    hall.must('cancelTicket', { ticketId: later.ticketId, reason: 'left' });
    expect(hall.do('callNext', { counterId: '1' })).toEqual(nobody);
    expect(hall.must('ticketStatus', { ticketId }).waitingAhead).toBe(0);
    hall.must('closeCounter', { counterId: '2' });
    expect(hall.must('callNext', { counterId: '1' }).ticketId).toBe(ticketId);
    hall.close();
  });

  it('and it is one counter’s queue that the person is told about', () => {
    const { hall, ticketId } = served();
    for (let other = 0; other < 3; other += 1) hall.must('issueTicket', { serviceCode: 'JZ-01' });
    hall.must('transferTicket', { ticketId, toCounterId: '2' });
    expect(hall.must('ticketStatus', { ticketId }).waitingAhead).toBe(0);
    expect(hall.must('callNext', { counterId: '2' }).ticketId).toBe(ticketId);
    hall.close();
  });

  it('refused where the hall has no such counter', () => {
    const { hall, ticketId } = served();
    expect(hall.do('transferTicket', { ticketId, toCounterId: '99' })).toEqual({
      ok: false,
      error: { kind: 'unknown-counter', counterId: '99' },
    });
    hall.close();
  });
});

describe('passed on to a colleague', () => {
  it('is passed on to where they sit now', () => {
    const { hall, ticketId } = served();
    const passed = hall.must('transferTicket', { ticketId, toStaffNumber: '1002', serviceCode: 'JZ-01' });
    expect(passed).toMatchObject({ forCounterId: '2', serviceCode: 'JZ-01' });
    hall.close();
  });

  it('and refused where they have no counter open', () => {
    const { hall, ticketId } = served();
    const away = { ok: false, error: { kind: 'colleague-not-there', staffNumber: '1002' } };
    hall.must('closeCounter', { counterId: '2' });
    expect(hall.do('transferTicket', { ticketId, toStaffNumber: '1002' })).toEqual(away);
    hall.close();
  });
});

describe('sent back to who sent them', () => {
  it('with the service they had there', () => {
    const { hall, ticketId } = served();
    hall.must('transferTicket', { ticketId, toCounterId: '2', serviceCode: 'JZ-01' });
    hall.must('callNext', { counterId: '2' });
    hall.must('startService', { ticketId });
    const back = hall.must('transferTicket', { ticketId, counterId: '2', toSender: true });
    expect(back).toMatchObject({ forCounterId: '1', serviceCode: 'LN-01', cameFromCounterId: '2' });
    hall.close();
  });

  it('refused where nobody sent them', () => {
    const { hall, ticketId } = served();
    expect(hall.do('transferTicket', { ticketId, toSender: true })).toMatchObject({
      error: { kind: 'bad-input', problems: [{ where: 'toSender' }] },
    });
    hall.close();
  });
});

describe('who sits at a counter, and why it pauses', () => {
  const first = (hall: TestHall) => hall.hall.snapshot().counters[0];

  it('is shown while it is open, and forgotten when it closes', () => {
    const hall = new TestHall();
    expect(first(hall)).toMatchObject({ staff: null, pauseReason: null });
    hall.must('openCounter', { counterId: '1' }, clerk('1001'));
    expect(first(hall)?.staff).toEqual({ staffNumber: '1001', name: '1001' });
    hall.must('openCounter', { counterId: '1' }, clerk('1003'));
    expect(first(hall)?.staff).toMatchObject({ staffNumber: '1003' });
    hall.must('closeCounter', { counterId: '1' });
    expect(first(hall)?.staff).toBeNull();
    hall.close();
  });

  it('names the reason until it goes on; a second reason takes the place of the first', () => {
    const hall = new TestHall();
    hall.must('openCounter', { counterId: '1' });
    hall.must('pauseCounter', { counterId: '1', reason: 'meal' });
    expect(first(hall)).toMatchObject({ state: 'paused', pauseReason: 'meal' });
    hall.must('pauseCounter', { counterId: '1', reason: 'system' });
    hall.must('pauseCounter', { counterId: '1', reason: 'system' });
    expect(hall.bodiesOf('counter.paused').map(({ reason }) => reason)).toEqual(['meal', 'system']);
    hall.must('openCounter', { counterId: '1' });
    expect(first(hall)).toMatchObject({ state: 'open', pauseReason: null });
    hall.close();
  });
});
