import { describe, expect, it } from 'vitest';
import type { Caller } from '../../../preload/contracts/operation.ts';
import { CLERK, SUPERVISOR, TestHall } from '../../support/open-test-hall.ts';

const SERVICE = 'LN-01';
/** A PC where nobody has signed in: the door refuses it, and so does the hall. */
const NOBODY: Caller = { role: 'counter', name: 'test counter' };
const why = 'unwell';

/** Three people wait; counter 1 is open. */
function waiting(policy: ConstructorParameters<typeof TestHall>[0] = {}) {
  const hall = new TestHall(policy);
  hall.must('openCounter', { counterId: '1' });
  const people = [1, 2, 3].map(() => hall.must('issueTicket', { serviceCode: SERVICE }));
  const third = people[2]?.ticketId ?? '';
  return { hall, third };
}

describe('one person is called out of order', () => {
  it('by a supervisor, with the reason on record; the others keep their turn', () => {
    const { hall, third } = waiting();
    const called = hall.must('callTicket', { counterId: '1', ticketId: third, why }, SUPERVISOR);
    expect(called).toMatchObject({ ticketId: third, number: 'C003' });
    expect(hall.bodiesOf('ticket.called')).toEqual([
      { ticketId: third, counterId: '1', callCount: 1, why, by: '2001' },
    ]);
    hall.must('openCounter', { counterId: '2' });
    expect(hall.must('callNext', { counterId: '2' }).number).toBe('C001');
    hall.close();
  });

  it.each([
    ['a clerk', CLERK, 'clerk'],
    ['nobody who has signed in', NOBODY, 'counter'],
  ])('not by %s', (_who, caller, role) => {
    const { hall, third } = waiting();
    expect(hall.do('callTicket', { counterId: '1', ticketId: third, why }, caller)).toEqual({
      ok: false,
      error: { kind: 'not-allowed', role, operation: 'callTicket' },
    });
    expect(hall.must('ticketStatus', { ticketId: third }).ticket.state).toBe('waiting');
    hall.close();
  });

  it('by a clerk where the hall allows it', () => {
    const { hall, third } = waiting({ policy: { clerksCallOutOfOrder: true } });
    expect(hall.do('callTicket', { counterId: '1', ticketId: third, why }, CLERK).ok).toBe(true);
    hall.must('undoStep', { counterId: '1' });
    expect(hall.do('callTicket', { counterId: '1', ticketId: third, why }, NOBODY).ok).toBe(false);
    hall.close();
  });

  it('by any clerk who was missed and is here after all; the calls are counted anew', () => {
    const { hall } = waiting();
    const { ticketId } = hall.must('callNext', { counterId: '1' });
    hall.clock.advance(5_000);
    hall.must('recallTicket', { ticketId });
    hall.must('missTicket', { ticketId });
    hall.must('callTicket', { counterId: '1', ticketId, why: 'came-late' }, CLERK);
    const { ticket } = hall.must('ticketStatus', { ticketId });
    expect(ticket).toMatchObject({ state: 'called', callCount: 1, callsLeft: 2 });
    hall.close();
  });

  it('not while somebody is at the counter, and not who is served, away or done', () => {
    const { hall, third } = waiting();
    const { ticketId } = hall.must('callNext', { counterId: '1' });
    const call = (named: string) =>
      hall.do('callTicket', { counterId: '1', ticketId: named, why }, SUPERVISOR);
    expect(call(third)).toMatchObject({ error: { kind: 'counter-busy', number: 'C001' } });
    hall.must('startService', { ticketId });
    hall.must('parkTicket', { ticketId });
    expect(call(ticketId)).toMatchObject({ error: { kind: 'not-now', state: 'parked', step: 'call' } });
    hall.must('finishService', { ticketId, outcome: 'done' });
    expect(call(ticketId)).toMatchObject({ error: { kind: 'not-now', state: 'done' } });
    hall.close();
  });
});

describe('a number is called three times', () => {
  it('and then the hall asks to serve or to mark as missed', () => {
    const { hall } = waiting();
    const { ticketId } = hall.must('callNext', { counterId: '1' });
    const recall = () => {
      hall.clock.advance(5_000);
      return hall.do('recallTicket', { ticketId });
    };
    expect(recall()).toMatchObject({ value: { callCount: 2, callsLeft: 1 } });
    expect(recall()).toMatchObject({ value: { callCount: 3, callsLeft: 0 } });
    expect(recall()).toEqual({ ok: false, error: { kind: 'recall-limit', limit: 3 } });
    expect(hall.must('missTicket', { ticketId }).state).toBe('missed');
    hall.close();
  });

  it('or as often as the hall says', () => {
    const { hall } = waiting({ policy: { recallLimit: 1 } });
    const { ticketId } = hall.must('callNext', { counterId: '1' });
    hall.clock.advance(5_000);
    expect(hall.do('recallTicket', { ticketId })).toMatchObject({
      error: { kind: 'recall-limit', limit: 1 },
    });
    hall.close();
  });
});
