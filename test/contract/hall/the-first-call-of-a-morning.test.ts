import { expect, test } from 'vitest';
import { TestHall } from '../../support/open-test-hall.ts';

const NIGHT_MS = 16 * 3_600_000;

/** The hall's PC was left on, yesterday's last clerk did not close, somebody was still waiting. */
function afterANight(): TestHall {
  const hall = new TestHall();
  hall.must('openCounter', { counterId: '1' });
  hall.must('issueTicket', { serviceCode: 'LN-01' });
  hall.clock.advance(NIGHT_MS);
  return hall;
}

test('a call before anybody came is refused, and yesterday is over on every page', () => {
  const hall = afterANight();
  hall.changes = 0;
  expect(hall.do('callNext', { counterId: '1' })).toMatchObject({ error: { kind: 'counter-closed' } });
  expect(hall.changes).toBe(1);
  const { hall: view, tickets, counters } = hall.hall.snapshot();
  expect(view).toMatchObject({ dayDate: '2026-06-16', waiting: 0 });
  expect(tickets).toEqual([]);
  expect(counters[0]).toMatchObject({ counterId: '1', state: 'closed', ticketId: null });
  hall.must('openCounter', { counterId: '1' });
  expect(hall.do('callNext', { counterId: '1' })).toMatchObject({ error: { kind: 'nobody-waiting' } });
  hall.close();
});

test('a missed person who comes back the next morning is refused, and yesterday is over', () => {
  const hall = afterANight();
  const [ticket] = hall.hall.snapshot().tickets;
  expect(hall.do('returnTicket', { ticketId: ticket?.ticketId ?? '' })).toMatchObject({
    error: { kind: 'not-now', state: 'lapsed' },
  });
  expect(hall.hall.snapshot()).toMatchObject({ hall: { dayDate: '2026-06-16' }, tickets: [] });
  hall.close();
});

test('a wish that is refused as the day would turn takes the turn back: who waits is still seen, whatever comes next', () => {
  const hall = afterANight();
  const [ticket] = hall.hall.snapshot().tickets;
  expect(hall.do('openCounter', { counterId: '99' })).toMatchObject({ error: { kind: 'unknown-counter' } });
  hall.must('recordPrint', { ticketId: ticket?.ticketId ?? '', printState: 'confirmed', reprint: false });
  const { hall: view, order, tickets } = hall.hall.snapshot();
  expect(view).toMatchObject({ dayDate: '2026-06-15', waiting: 1 });
  expect(order.numbers).toEqual([ticket?.number]);
  expect(tickets).toMatchObject([{ state: 'waiting', printState: 'confirmed' }]);
  hall.close();
});
