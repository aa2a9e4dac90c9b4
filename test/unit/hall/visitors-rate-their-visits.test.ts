import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase } from '../../../main/foundation/sqlite/open-database.ts';
import { HALL_FILE } from '../../../main/hall/files.ts';
import type { Caller } from '../../../preload/contracts/operation.ts';
import { KIOSK, TestHall } from '../../support/open-test-hall.ts';

/** A hall with one person being served at counter 1. */
function served(): { hall: TestHall; ticketId: string } {
  const hall = new TestHall();
  hall.must('openCounter', { counterId: '1' });
  const { ticketId } = hall.must('issueTicket', { serviceCode: 'LN-01' });
  hall.must('callNext', { counterId: '1' });
  hall.must('startService', { ticketId });
  return { hall, ticketId };
}

function rows<Row>(hall: TestHall, sql: string): Row[] {
  const opened = openDatabase({ file: join(hall.folder, HALL_FILE), readonly: true });
  if (!opened.ok) throw new Error(opened.error.kind);
  const found = opened.value.prepare(sql).all() as Row[];
  opened.value.close();
  return found;
}

it('keeps the rating with service and counter, and tells nobody the level', () => {
  const { hall, ticketId } = served();
  hall.must('finishService', { ticketId, outcome: 'done' });
  const answer = hall.must('rateVisit', { ticketId, level: 2, channel: 'pad' });
  expect(answer).toEqual({ ticketId, number: 'C001' });
  expect(rows(hall, 'select level, channel, service_code, counter_id from rating')).toEqual([
    { level: 2, channel: 'pad', service_code: 'LN-01', counter_id: '1' },
  ]);
  expect(JSON.stringify(hall.hall.snapshot())).not.toMatch(/level|rating|rated/);
  hall.close();
});

it('takes the first rating of a visit, whichever channel comes later', () => {
  const { hall, ticketId } = served();
  hall.must('finishService', { ticketId, outcome: 'not-possible-today' });
  hall.must('rateVisit', { ticketId, level: 1, channel: 'customer-screen' });
  for (const channel of ['pad', 'customer-screen', 'kiosk'] as const) {
    expect(hall.do('rateVisit', { ticketId, level: 5, channel }, KIOSK)).toEqual({
      ok: false,
      error: { kind: 'already-rated' },
    });
  }
  expect(rows(hall, 'select level from rating')).toEqual([{ level: 1 }]);
  hall.close();
});

it('asks nobody who is still waiting, called, served, or has left', () => {
  const { hall, ticketId } = served();
  const rate = () => hall.do('rateVisit', { ticketId, level: 5, channel: 'pad' });
  const refused = (state: string) => ({ ok: false, error: { kind: 'not-ratable', state } });
  expect(rate()).toEqual(refused('serving'));
  hall.must('parkTicket', { ticketId });
  expect(rate()).toEqual(refused('parked'));
  hall.must('transferTicket', { ticketId, serviceCode: 'LN-02' });
  expect(rate()).toEqual(refused('waiting'));
  hall.must('cancelTicket', { ticketId, reason: 'left' });
  expect(rate()).toEqual(refused('cancelled'));
  hall.close();
});

it('counts a visit passed on to a second service as one visit', () => {
  const { hall, ticketId } = served();
  hall.must('transferTicket', { ticketId, serviceCode: 'LN-02' });
  hall.must('callNext', { counterId: '1' });
  hall.must('startService', { ticketId });
  hall.must('finishService', { ticketId, outcome: 'done' });
  hall.must('rateVisit', { ticketId, level: 3, channel: 'pad' });
  expect(rows(hall, 'select service_code from rating')).toEqual([{ service_code: 'LN-02' }]);
  hall.close();
});

it('does not take a rating on a later day from a device of the hall', () => {
  const { hall, ticketId } = served();
  hall.must('finishService', { ticketId, outcome: 'done' });
  hall.clock.advance(24 * 3_600_000);
  hall.must('issueTicket', { serviceCode: 'LN-01' });
  expect(hall.do('rateVisit', { ticketId, level: 5, channel: 'pad' })).toEqual({
    ok: false,
    error: { kind: 'not-ratable', state: 'past' },
  });
  hall.close();
});

it('never writes that a clerk rated, though somebody has signed in at the counter with the pad', () => {
  const { hall, ticketId } = served();
  hall.must('finishService', { ticketId, outcome: 'done' });
  const pad: Caller = {
    role: 'counter',
    name: 'counter 1',
    staff: { staffNumber: '1001', role: 'clerk' },
  };
  hall.must('rateVisit', { ticketId, level: 4, channel: 'pad' }, pad);
  const [event] = rows<{ body: string }>(
    hall,
    "select cast(body as text) as body from event where kind = 'visit.rated'",
  );
  expect(JSON.parse(event?.body ?? '')).toEqual({ ticketId, level: 4, channel: 'pad' });
  hall.close();
});
