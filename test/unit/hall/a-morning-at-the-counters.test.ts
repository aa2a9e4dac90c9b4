import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { KIOSK, TestHall } from '../../support/open-test-hall.ts';

const SERVICE = 'LN-01';
const elder = { serviceCode: SERVICE, birthDate: '19560615' };

describe('a morning at the counters', () => {
  it('gives numbers one after another, and the elder the place of somebody who came half an hour earlier', () => {
    const hall = new TestHall();
    hall.must('openCounter', { counterId: '1' });
    const first = hall.must('issueTicket', { serviceCode: SERVICE });
    hall.clock.advance(60_000);
    const second = hall.must('issueTicket', elder);
    expect([first.number, second.number]).toEqual(['C001', 'C002']);
    expect(second).toMatchObject({
      priorityClass: 'elder',
      priorityReason: 'age',
      waitingAhead: 0,
      printState: 'pending',
    });
    expect(second.counters).toEqual(['1']);
    expect(hall.must('callNext', { counterId: '1' }).number).toBe('C002');
    hall.close();
  });

  it('calls, starts and finishes; the counter is free again and nobody is left', () => {
    const hall = new TestHall();
    hall.must('openCounter', { counterId: '1' });
    const { ticketId } = hall.must('issueTicket', { serviceCode: SERVICE });
    expect(hall.must('callNext', { counterId: '1' }).ticketId).toBe(ticketId);
    expect(hall.do('callNext', { counterId: '1' })).toMatchObject({
      ok: false,
      error: { kind: 'counter-busy' },
    });
    expect(hall.must('startService', { ticketId, counterId: '1' }).state).toBe('serving');
    hall.clock.advance(8 * 60_000);
    expect(hall.must('finishService', { ticketId, counterId: '1', outcome: 'done' }).state).toBe('done');
    expect(hall.do('callNext', { counterId: '1' })).toEqual({ ok: false, error: { kind: 'nobody-waiting' } });
    expect(hall.hall.snapshot().tickets).toEqual([]);
    hall.close();
  });

  it('lets one counter of two have the only person who waits', () => {
    const hall = new TestHall();
    hall.must('openCounter', { counterId: '1' });
    hall.must('openCounter', { counterId: '2' });
    hall.must('issueTicket', { serviceCode: SERVICE });
    const calls = [hall.do('callNext', { counterId: '1' }), hall.do('callNext', { counterId: '2' })];
    expect(calls.map((call) => call.ok)).toEqual([true, false]);
    hall.close();
  });

  it('answers the same ticket to the same request, and refuses the id for another wish', () => {
    const hall = new TestHall();
    const requestId = randomUUID();
    const answers = Array.from({ length: 20 }, () => hall.raw('issueTicket', { requestId, ...elder }, KIOSK));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(hall.raw('issueTicket', { requestId, serviceCode: 'LN-02' }, KIOSK)).toEqual({
      ok: false,
      error: { kind: 'request-id-reused' },
    });
    expect(hall.hall.snapshot().hall.waiting).toBe(1);
    hall.close();
  });

  it('keeps one number for one person and one matter', () => {
    const hall = new TestHall();
    const holder = { name: '测试丙', idNumber: '110199195606159039' };
    const first = hall.must('issueTicket', { serviceCode: SERVICE, holder });
    expect(first.priorityClass).toBe('elder');
    expect(hall.do('issueTicket', { serviceCode: SERVICE, holder })).toMatchObject({
      ok: false,
      error: { kind: 'already-waiting', number: first.number },
    });
    expect(hall.must('issueTicket', { serviceCode: 'LN-02', holder }).number).toBe('C002');
    hall.close();
  });

  it('goes on where it stood after a restart: same day, next number, same queue', () => {
    const hall = new TestHall();
    hall.must('openCounter', { counterId: '1' });
    hall.must('issueTicket', { serviceCode: SERVICE });
    hall.restart();
    expect(hall.must('issueTicket', { serviceCode: SERVICE }).number).toBe('C002');
    expect(hall.must('callNext', { counterId: '1' }).number).toBe('C001');
    hall.close();
  });

  it.each([
    '2026-06-16T09:00:00+08:00',
    '2026-06-14T09:00:00+08:00',
    '2025-12-31T23:59:59+08:00',
    '2031-01-01T00:00:00+08:00',
  ])('changes no number, order or day when somebody sets the clock to %s', (wrong) => {
    const hall = new TestHall();
    hall.must('openCounter', { counterId: '1' });
    hall.must('issueTicket', { serviceCode: SERVICE });
    hall.clock.setWall(wrong);
    expect(hall.must('issueTicket', { serviceCode: SERVICE }).number).toBe('C002');
    expect(hall.must('callNext', { counterId: '1' }).number).toBe('C001');
    expect(hall.hall.snapshot().hall.dayDate).toBe('2026-06-15');
    hall.close();
  });

  it('begins a new day after the night: numbers start again, yesterday’s tickets have lapsed', () => {
    const hall = new TestHall();
    hall.must('openCounter', { counterId: '1' });
    const { ticketId } = hall.must('issueTicket', { serviceCode: SERVICE });
    hall.clock.advance(24 * 3_600_000);
    expect(hall.must('issueTicket', { serviceCode: SERVICE }).number).toBe('C001');
    expect(hall.must('ticketStatus', { ticketId }).ticket.state).toBe('lapsed');
    expect(hall.do('callNext', { counterId: '1' })).toMatchObject({ error: { kind: 'counter-closed' } });
    hall.close();
  });

  it('says so when a series has no number left, and gives nothing twice', () => {
    const hall = new TestHall();
    hall.must('issueTicket', { serviceCode: SERVICE });
    hall.useNumbersUpTo('C', 9_999);
    expect(hall.do('issueTicket', { serviceCode: SERVICE })).toEqual({
      ok: false,
      error: { kind: 'numbers-used-up', series: 'C' },
    });
    expect(hall.must('issueTicket', { serviceCode: 'JZ-01' }).number).toBe('D001');
    hall.close();
  });

  it('refuses to open a day by a clock that has lost its battery', () => {
    const hall = new TestHall({ start: '1970-01-01T08:00:00+08:00' });
    expect(hall.do('issueTicket', { serviceCode: SERVICE })).toEqual({
      ok: false,
      error: { kind: 'absurd-clock', year: 1970 },
    });
    hall.close();
  });

  it('puts a missed person behind the next three, and lets the number lapse at the third miss', () => {
    const hall = new TestHall();
    hall.must('openCounter', { counterId: '1' });
    const first = hall.must('issueTicket', { serviceCode: SERVICE });
    for (let other = 0; other < 9; other += 1) hall.must('issueTicket', { serviceCode: SERVICE });
    const serve = (): string => {
      const { ticketId, number } = hall.must('callNext', { counterId: '1' });
      hall.must('startService', { ticketId });
      hall.must('finishService', { ticketId, outcome: 'done' });
      return number;
    };
    const miss = (): string => {
      expect(hall.must('callNext', { counterId: '1' }).ticketId).toBe(first.ticketId);
      return hall.must('missTicket', { ticketId: first.ticketId }).state;
    };
    expect(miss()).toBe('missed');
    hall.must('returnTicket', { ticketId: first.ticketId });
    expect([serve(), serve(), serve()]).toEqual(['C002', 'C003', 'C004']);
    expect(miss()).toBe('missed');
    hall.must('returnTicket', { ticketId: first.ticketId });
    expect([serve(), serve(), serve(), serve(), serve(), serve()].at(-1)).toBe('C010');
    expect(miss()).toBe('lapsed');
    expect(hall.do('returnTicket', { ticketId: first.ticketId })).toMatchObject({
      error: { kind: 'not-now' },
    });
    hall.close();
  });

  it('does not repeat a call faster than people can walk', () => {
    const hall = new TestHall();
    hall.must('openCounter', { counterId: '1' });
    const { ticketId } = hall.must('issueTicket', { serviceCode: SERVICE });
    hall.must('callNext', { counterId: '1' });
    expect(hall.do('recallTicket', { ticketId })).toMatchObject({
      error: { kind: 'too-soon', retryAfterSeconds: 5 },
    });
    hall.clock.advance(5_000);
    expect(hall.must('recallTicket', { ticketId }).callCount).toBe(2);
    const [call] = hall.hall.snapshot().calls;
    expect(call).toMatchObject({ number: 'C001', counterName: '1号窗口', recall: true });
    hall.close();
  });

  it('refuses what the life cycle does not know, and another counter’s ticket', () => {
    const hall = new TestHall();
    hall.must('openCounter', { counterId: '1' });
    const { ticketId } = hall.must('issueTicket', { serviceCode: SERVICE });
    expect(hall.do('startService', { ticketId })).toMatchObject({
      error: { kind: 'not-now', state: 'waiting' },
    });
    hall.must('callNext', { counterId: '1' });
    expect(hall.do('startService', { ticketId, counterId: '2' })).toMatchObject({
      error: { kind: 'other-counters-ticket', counterId: '1' },
    });
    expect(hall.do('closeCounter', { counterId: '1' })).toMatchObject({ error: { kind: 'counter-busy' } });
    expect(hall.must('cancelTicket', { ticketId, reason: 'left' }).state).toBe('cancelled');
    expect(hall.must('closeCounter', { counterId: '1' }).state).toBe('closed');
    hall.close();
  });

  it.each([
    [{ serviceCode: 'ZZ-99' }, 'unknown-service'],
    [{ serviceCode: SERVICE, birthDate: '20300101' }, 'bad-birth-date'],
    [{ serviceCode: SERVICE, holder: { name: '甲', idNumber: '110199195606159038' } }, 'bad-id-number'],
    [{ serviceCode: SERVICE, priorityClass: 'urgent' }, 'bad-input'],
    [{ serviceCode: SERVICE, priorityClass: 'urgent', priorityReason: 'staff' }, 'not-allowed'],
    [{ serviceCode: SERVICE, appointmentId: 'x' }, 'unknown-appointment'],
  ] as const)('refuses %j as %s and changes nothing', (input, kind) => {
    const hall = new TestHall();
    expect(hall.do('issueTicket', input)).toMatchObject({ ok: false, error: { kind } });
    expect(hall.changes).toBe(0);
    hall.close();
  });
});
