import { describe, expect, it } from 'vitest';
import { DEFAULT_RULES } from '../../../main/hall/domain/rules/index.ts';
import { KIOSK, SUPERVISOR, TestHall } from '../../support/open-test-hall.ts';

const SERVICE = 'LN-01';
const COUNTER = { counterId: '1' };
const tooLate = { ok: false, error: { kind: 'undo-too-late', limitSeconds: 5 } };

/** Counters 1 and 2 are open, three people wait. */
function waiting(policy: NonNullable<ConstructorParameters<typeof TestHall>[0]>['policy'] = {}) {
  const hall = new TestHall({ policy });
  hall.must('openCounter', COUNTER);
  hall.must('openCounter', { counterId: '2' });
  const people = [1, 2, 3].map(() => hall.must('issueTicket', { serviceCode: SERVICE }).ticketId);
  return { hall, people };
}

const stateOf = (hall: TestHall, ticketId: string) => hall.must('ticketStatus', { ticketId }).ticket.state;
const counterOne = (hall: TestHall) => hall.hall.snapshot().counters[0];

describe('taken back within five seconds', () => {
  it('a call: the person waits at the same place, and the display drops it', () => {
    const { hall, people } = waiting();
    hall.must('callNext', COUNTER);
    expect(counterOne(hall)?.undoable).toEqual({
      step: 'call',
      number: 'C001',
      until: '2026-06-15T09:00:05+08:00',
    });
    const { undone, ticket } = hall.must('undoStep', COUNTER);
    expect(undone).toBe('call');
    expect(ticket).toMatchObject({ state: 'waiting', counterId: null, calledAt: null, callCount: 0 });
    const { calls, order } = hall.hall.snapshot();
    expect({ calls, numbers: order.numbers }).toEqual({ calls: [], numbers: ['C001', 'C002', 'C003'] });
    expect(counterOne(hall)).toMatchObject({ ticketId: null, undoable: null });
    expect(hall.must('callNext', COUNTER).ticketId).toBe(people[0]);
    hall.close();
  });

  it('a call out of order; who was missed is missed again, and the earlier call is shown again', () => {
    const { hall } = waiting();
    const { ticketId } = hall.must('callNext', COUNTER);
    hall.must('missTicket', { ticketId });
    const shown = hall.hall.snapshot().calls;
    hall.must('callTicket', { ...COUNTER, ticketId, why: 'came-late' }, SUPERVISOR);
    expect(hall.must('undoStep', COUNTER).ticket.state).toBe('missed');
    expect(hall.hall.snapshot().calls).toEqual(shown);
    hall.close();
  });

  it('start, away and missed, one after the other', () => {
    const { hall } = waiting();
    const { ticketId } = hall.must('callNext', COUNTER);
    hall.must('startService', { ticketId });
    expect(hall.must('undoStep', COUNTER)).toMatchObject({ undone: 'start', ticket: { state: 'called' } });
    hall.must('startService', { ticketId });
    hall.must('parkTicket', { ticketId });
    expect(hall.must('undoStep', COUNTER)).toMatchObject({ undone: 'park', ticket: { state: 'serving' } });
    expect(counterOne(hall)?.ticketId).toBe(ticketId);
    hall.close();
  });

  it('the miss that cost the number, too', () => {
    const { hall } = waiting({ missed: { consequences: [{ kind: 'lapse' }] } });
    const { ticketId } = hall.must('callNext', COUNTER);
    expect(hall.must('missTicket', { ticketId }).state).toBe('lapsed');
    expect(hall.must('undoStep', COUNTER)).toMatchObject({ undone: 'miss', ticket: { state: 'called' } });
    expect(hall.must('startService', { ticketId, counterId: '1' }).state).toBe('serving');
    hall.close();
  });

  it('finished: the measured time is forgotten, matters that were dropped are back', () => {
    const { hall } = waiting();
    const { ticketId } = hall.must('serveNow', { ...COUNTER, serviceCode: SERVICE });
    hall.must('addService', { ...COUNTER, ticketId, serviceCode: 'LN-02' });
    hall.clock.advance(60_000);
    hall.must('finishService', { ticketId, outcome: 'done', endVisit: true });
    expect(hall.measuredMinutes(SERVICE)).toBe(1);
    const { ticket } = hall.must('undoStep', COUNTER);
    expect(ticket).toMatchObject({ state: 'serving', counterId: '1' });
    expect(ticket.services.map(({ state }) => state)).toEqual(['now', 'later']);
    expect(hall.measuredMinutes(SERVICE)).toBeUndefined();

    hall.must('finishService', { ticketId, outcome: 'done' });
    expect(hall.must('undoStep', COUNTER).ticket).toMatchObject({ state: 'serving', serviceCode: SERVICE });
    expect(hall.measuredMinutes(SERVICE)).toBeUndefined();
    hall.close();
  });

  it('leaves the paper as the printer left it', () => {
    const { hall, people } = waiting();
    const [ticketId = ''] = people;
    hall.must('callNext', COUNTER);
    hall.must('recordPrint', { ticketId, printState: 'confirmed', reprint: false });
    expect(hall.must('undoStep', COUNTER).ticket).toMatchObject({
      state: 'waiting',
      printState: 'confirmed',
    });
    hall.close();
  });
});

describe('while other counters go on', () => {
  it('takes back its own measurement and leaves theirs', () => {
    const { hall } = waiting();
    const first = hall.must('callNext', COUNTER).ticketId;
    const second = hall.must('callNext', { counterId: '2' }).ticketId;
    for (const ticketId of [first, second]) hall.must('startService', { ticketId });
    hall.clock.advance(4 * 60_000);
    hall.must('finishService', { ticketId: first, outcome: 'done' });
    hall.clock.advance(2_000);
    hall.must('finishService', { ticketId: second, outcome: 'done' });
    hall.must('undoStep', COUNTER);
    expect(hall.measuredMinutes(SERVICE)).toBeCloseTo(4 + 2 / 60, 10);
    hall.close();
  });

  it('lets nobody ordinary wait longer for it: a call taken back counts as if it had been a priority call', () => {
    const { hall } = waiting({ rule: { ...DEFAULT_RULES.ratio, ordinaryFirstAfterMinutes: null } });
    for (let elder = 0; elder < 4; elder += 1)
      hall.must('issueTicket', { serviceCode: SERVICE, birthDate: '19400101' });
    const classes = ['1', '2', '3', '4'].map((counterId) => {
      hall.must('openCounter', { counterId });
      return hall.must('callNext', { counterId }).priorityClass;
    });
    expect(classes).toEqual(['elder', 'elder', 'ordinary', 'elder']);
    hall.must('undoStep', { counterId: '3' });
    expect(hall.must('callNext', { counterId: '3' }).priorityClass).toBe('ordinary');
    hall.close();
  });

  it('holds those back again who came one call nearer', () => {
    const { hall } = waiting();
    const { ticketId } = hall.must('callNext', COUNTER);
    hall.must('missTicket', { ticketId });
    hall.must('returnTicket', { ticketId });
    const order = hall.hall.snapshot().order.numbers;
    hall.must('callNext', COUNTER);
    hall.must('callNext', { counterId: '2' });
    hall.must('undoStep', COUNTER);
    hall.must('undoStep', { counterId: '2' });
    expect(hall.hall.snapshot().order.numbers).toEqual(order);
    hall.close();
  });
});

describe('too late', () => {
  it('after five seconds, whatever somebody does to the clock', () => {
    const { hall } = waiting();
    hall.must('callNext', COUNTER);
    hall.clock.advance(4_999);
    hall.clock.setWall('2026-06-15T12:00:00+08:00');
    expect(hall.do('undoStep', COUNTER).ok).toBe(true);
    hall.must('callNext', COUNTER);
    hall.clock.advance(5_000);
    hall.clock.setWall('2026-06-15T09:00:00+08:00');
    expect(counterOne(hall)?.undoable).toBeNull();
    expect(hall.do('undoStep', COUNTER)).toEqual(tooLate);
    hall.close();
  });

  it('after a restart', () => {
    const { hall } = waiting();
    hall.must('callNext', COUNTER);
    hall.restart();
    expect(counterOne(hall)?.undoable).toBeNull();
    expect(hall.do('undoStep', COUNTER)).toEqual(tooLate);
    hall.close();
  });

  it('a second time, and where the hall allows none', () => {
    const { hall } = waiting();
    hall.must('callNext', COUNTER);
    hall.must('undoStep', COUNTER);
    expect(hall.do('undoStep', COUNTER)).toEqual(tooLate);
    hall.close();
    const strict = waiting({ undoMs: 0 }).hall;
    strict.must('callNext', COUNTER);
    expect(strict.do('undoStep', COUNTER)).toMatchObject({ error: { limitSeconds: 0 } });
    strict.close();
  });

  it.each([
    ['was called again', (hall: TestHall, ticketId: string) => hall.must('recallTicket', { ticketId })],
    [
      'was passed on',
      (hall: TestHall, ticketId: string) => hall.must('transferTicket', { ticketId, serviceCode: 'LN-02' }),
    ],
    [
      'was cancelled',
      (hall: TestHall, ticketId: string) => hall.must('cancelTicket', { ticketId, reason: 'left' }),
    ],
    ['saw the counter pause', (hall: TestHall) => hall.must('pauseCounter', { ...COUNTER, reason: 'meal' })],
  ])('once the person %s', (_what, then) => {
    const { hall } = waiting({ recallCoolDownMs: 0 });
    const { ticketId } = hall.must('callNext', COUNTER);
    then(hall, ticketId);
    const state = stateOf(hall, ticketId);
    expect(hall.do('undoStep', COUNTER)).toEqual(tooLate);
    expect(stateOf(hall, ticketId)).toBe(state);
    hall.close();
  });

  it('once the visit was rated, and nothing tells the counter so before it tries', () => {
    const { hall } = waiting();
    const { ticketId } = hall.must('serveNow', { ...COUNTER, serviceCode: SERVICE });
    hall.must('finishService', { ticketId, outcome: 'done' });
    hall.must('rateVisit', { ticketId, level: 5, channel: 'pad' }, KIOSK);
    expect(counterOne(hall)?.undoable).toMatchObject({ step: 'finish' });
    expect(hall.do('undoStep', COUNTER)).toEqual(tooLate);
    expect(stateOf(hall, ticketId)).toBe('done');
    hall.close();
  });

  it('once another counter has the missed person', () => {
    const { hall } = waiting();
    const { ticketId } = hall.must('callNext', COUNTER);
    hall.must('missTicket', { ticketId });
    hall.must('callTicket', { counterId: '2', ticketId, why: 'came-late' });
    expect(hall.do('undoStep', COUNTER)).toEqual(tooLate);
    expect(stateOf(hall, ticketId)).toBe('called');
    hall.close();
  });
});
