import { expect, it } from 'vitest';
import { TestHall } from '../../support/open-test-hall.ts';

const MINUTE_MS = 60_000;

/** A hall with one person being served at counter 1. */
function served(): { hall: TestHall; ticketId: string } {
  const hall = new TestHall();
  hall.must('openCounter', { counterId: '1' });
  hall.must('openCounter', { counterId: '2' });
  const { ticketId } = hall.must('issueTicket', { serviceCode: 'LN-01' });
  hall.must('callNext', { counterId: '1' });
  hall.must('startService', { ticketId });
  return { hall, ticketId };
}

it('lets a counter call others while somebody fetches a copy, and never calls that person by next', () => {
  const { hall, ticketId } = served();
  expect(hall.must('parkTicket', { ticketId, counterId: '1' }).state).toBe('parked');
  const other = hall.must('issueTicket', { serviceCode: 'LN-01' });
  expect(hall.must('callNext', { counterId: '1' }).ticketId).toBe(other.ticketId);
  expect(hall.do('callNext', { counterId: '2' })).toEqual({ ok: false, error: { kind: 'nobody-waiting' } });
  hall.close();
});

it('goes on with a parked person at a free counter only, and counts the time at counters alone', () => {
  const { hall, ticketId } = served();
  hall.clock.advance(5 * MINUTE_MS);
  hall.must('parkTicket', { ticketId });
  const other = hall.must('issueTicket', { serviceCode: 'LN-01' });
  hall.must('callNext', { counterId: '1' });
  expect(hall.do('resumeTicket', { ticketId, counterId: '1' })).toMatchObject({
    error: { kind: 'counter-busy' },
  });
  hall.clock.advance(60 * MINUTE_MS);
  expect(hall.must('resumeTicket', { ticketId, counterId: '2' })).toMatchObject({
    state: 'serving',
    counterId: '2',
  });
  hall.clock.advance(3 * MINUTE_MS);
  hall.must('finishService', { ticketId, counterId: '2', outcome: 'done' });
  expect(hall.measuredMinutes('LN-01')).toBe(8);
  expect(hall.must('ticketStatus', { ticketId: other.ticketId }).ticket.state).toBe('called');
  hall.close();
});

it('passes a person on under the same number, before those who came later', () => {
  const { hall, ticketId } = served();
  const later = hall.must('issueTicket', { serviceCode: 'LN-02' });
  const passed = hall.must('transferTicket', { ticketId, counterId: '1', serviceCode: 'LN-02' });
  expect(passed).toMatchObject({ state: 'waiting', number: 'C001', serviceCode: 'LN-02', counterId: null });
  expect(hall.must('ticketStatus', { ticketId: later.ticketId }).waitingAhead).toBe(1);
  expect(hall.must('callNext', { counterId: '2' }).number).toBe('C001');
  hall.close();
});

it('frees the counter of a person who is passed on', () => {
  const { hall, ticketId } = served();
  hall.must('transferTicket', { ticketId, serviceCode: 'LN-02' });
  expect(hall.must('closeCounter', { counterId: '1' }).state).toBe('closed');
  hall.close();
});

it('refuses to pass on to a service that the hall does not have, or from another counter', () => {
  const { hall, ticketId } = served();
  expect(hall.do('transferTicket', { ticketId, serviceCode: 'ZZ-99' })).toMatchObject({
    error: { kind: 'unknown-service' },
  });
  expect(hall.do('transferTicket', { ticketId, counterId: '2', serviceCode: 'LN-02' })).toMatchObject({
    error: { kind: 'other-counters-ticket' },
  });
  hall.close();
});

it('puts a person first whom staff see to be unwell, and says that staff did', () => {
  const hall = new TestHall();
  hall.must('openCounter', { counterId: '1' });
  hall.must('issueTicket', { serviceCode: 'LN-01' });
  const { ticketId } = hall.must('issueTicket', { serviceCode: 'LN-01' });
  const corrected = hall.must('correctPriority', { ticketId, priorityClass: 'urgent', why: 'unwell' });
  expect(corrected).toMatchObject({ priorityClass: 'urgent', priorityReason: 'staff' });
  expect(hall.must('callNext', { counterId: '1' }).ticketId).toBe(ticketId);
  expect(
    hall.do('correctPriority', { ticketId, priorityClass: 'ordinary', why: 'entered-wrongly' }),
  ).toMatchObject({
    error: { kind: 'not-now', state: 'called' },
  });
  hall.close();
});
