import { describe, expect, it } from 'vitest';
import { TestHall } from '../../support/open-test-hall.ts';

const SERVICE = 'LN-01';
const elder = { name: '测试丙', idNumber: '110199195606159039' };

function open(): TestHall {
  const hall = new TestHall();
  hall.must('openCounter', { counterId: '1' });
  return hall;
}

describe('somebody is served without a ticket', () => {
  it('with a number of the series, at the counter at once, without paper; measured like everybody', () => {
    const hall = open();
    hall.must('issueTicket', { serviceCode: SERVICE });
    const ticket = hall.must('serveNow', { counterId: '1', serviceCode: SERVICE });
    expect(ticket).toMatchObject({
      number: 'C002',
      state: 'serving',
      counterId: '1',
      printState: 'none',
      priorityClass: 'ordinary',
    });
    expect(hall.hall.snapshot()).toMatchObject({ hall: { waiting: 1 }, calls: [] });
    hall.clock.advance(7 * 60_000);
    hall.must('finishService', { ticketId: ticket.ticketId, counterId: '1', outcome: 'done' });
    expect(hall.measuredMinutes(SERVICE)).toBe(7);
    expect(hall.must('issueTicket', { serviceCode: SERVICE }).number).toBe('C003');
    hall.close();
  });

  it('of the class that age or staff give', () => {
    const hall = open();
    const byAge = hall.must('serveNow', { counterId: '1', serviceCode: SERVICE, holder: elder });
    expect(byAge).toMatchObject({ priorityClass: 'elder', priorityReason: 'age' });
    hall.must('finishService', { ticketId: byAge.ticketId, outcome: 'done' });
    const urgent = hall.must('serveNow', { counterId: '1', serviceCode: SERVICE, priorityClass: 'urgent' });
    expect(urgent).toMatchObject({ priorityClass: 'urgent', priorityReason: 'staff' });
    hall.close();
  });

  it('not where somebody is, nor at a closed or pausing counter, nor who holds a number for it', () => {
    const hall = open();
    const serve = (counterId: string, holder?: typeof elder) =>
      hall.do('serveNow', { counterId, serviceCode: SERVICE, ...(holder && { holder }) });
    const held = hall.must('issueTicket', { serviceCode: SERVICE, holder: elder });
    expect(serve('1', elder)).toMatchObject({ error: { kind: 'already-waiting', number: held.number } });
    expect(serve('2')).toMatchObject({ error: { kind: 'counter-closed' } });
    hall.must('pauseCounter', { counterId: '1', reason: 'other' });
    expect(serve('1')).toMatchObject({ error: { kind: 'counter-paused' } });
    hall.must('openCounter', { counterId: '1' });
    hall.must('callNext', { counterId: '1' });
    expect(serve('1')).toMatchObject({ error: { kind: 'counter-busy', number: held.number } });
    expect(hall.must('issueTicket', { serviceCode: SERVICE }).number).toBe('C002');
    hall.close();
  });
});
