import { describe, expect, it } from 'vitest';
import type { HallOperations } from '../../../preload/contracts/hall-operations.ts';
import type { Caller, Input, Output } from '../../../preload/contracts/operation.ts';
import { TestHall } from '../../support/open-test-hall.ts';

const OFFICE: Caller = {
  role: 'admin',
  name: 'test office',
  staff: { staffNumber: '2001', role: 'supervisor' },
};
const MINUTE_MS = 60_000;
const SERVICE = 'LN-01';
const TODAY = { from: '2026-06-15', to: '2026-06-15' };

async function ask<Name extends 'statistics' | 'replayDay'>(
  { hall }: TestHall,
  operation: Name,
  wish: Input<HallOperations, Name>,
): Promise<Output<HallOperations, Name>> {
  const handler = hall.handlers[operation] as (input: unknown, caller: Caller) => unknown;
  const answer = (await handler(wish, OFFICE)) as { ok: boolean; value: Output<HallOperations, Name> };
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.value;
}

/** Somebody waits so many minutes and is served so many. */
function serve(hall: TestHall, waitMinutes: number, serviceMinutes: number, wish: object = {}): string {
  const { ticketId } = hall.must('issueTicket', { serviceCode: SERVICE, ...wish });
  hall.clock.advance(waitMinutes * MINUTE_MS);
  hall.must('callNext', { counterId: '1' });
  hall.must('startService', { ticketId });
  hall.clock.advance(serviceMinutes * MINUTE_MS);
  hall.must('finishService', { ticketId, outcome: 'done' });
  return ticketId;
}

function openHall(start?: string): TestHall {
  const hall = new TestHall(start === undefined ? {} : { start });
  hall.must('openCounter', { counterId: '1' });
  return hall;
}

describe('statistics of a hall', () => {
  it('measures from the ticket to the first call, and the time at the counter without the time away', async () => {
    const hall = openHall();
    serve(hall, 59, 10);
    const { ticketId } = hall.must('issueTicket', { serviceCode: SERVICE, birthDate: '19560615' });
    hall.clock.advance(125 * MINUTE_MS);
    hall.must('callNext', { counterId: '1' });
    hall.must('startService', { ticketId });
    hall.clock.advance(4 * MINUTE_MS);
    hall.must('parkTicket', { ticketId });
    hall.clock.advance(40 * MINUTE_MS);
    hall.must('resumeTicket', { ticketId, counterId: '1' });
    hall.clock.advance(6 * MINUTE_MS);
    hall.must('finishService', { ticketId, outcome: 'done' });
    const { waits, service, byClass, byCounter, counts, rule } = await ask(hall, 'statistics', TODAY);
    expect(waits).toMatchObject({ count: 2, meanMinutes: 92, over60: 1 });
    expect(service).toMatchObject({ count: 2, meanMinutes: 10 });
    expect(byClass.map(({ priorityClass }) => priorityClass)).toEqual(['elder', 'ordinary']);
    expect(byCounter).toMatchObject([{ counterId: '1', counterName: '1号窗口', waits: { count: 2 } }]);
    expect(counts).toMatchObject({ issued: 2, called: 2, done: 2 });
    expect(rule).toMatchObject({ name: 'head-start', headStartMinutes: { elder: 30 } });
    hall.close();
  });

  it('counts a wait over midnight whole, for the service day on which it began', async () => {
    const hall = openHall('2026-06-15T23:40:00+08:00');
    const { ticketId } = hall.must('issueTicket', { serviceCode: SERVICE });
    hall.clock.advance(45 * MINUTE_MS);
    hall.must('callNext', { counterId: '1' });
    hall.must('startService', { ticketId });
    const { waits, byHour, byDay } = await ask(hall, 'statistics', { from: '2026-06-15', to: '2026-06-16' });
    expect(waits).toMatchObject({ count: 1, meanMinutes: 45 });
    expect(byHour).toMatchObject([{ weekday: 1, hour: 23 }]);
    expect(byDay.map(({ date }) => date)).toEqual(['2026-06-15']);
    hall.close();
  });

  it('is not moved by a wall clock that goes back or leaps while people wait or are served', async () => {
    const hall = openHall();
    hall.must('issueTicket', { serviceCode: SERVICE });
    hall.clock.advance(10 * MINUTE_MS);
    hall.clock.setWall('2026-06-15T07:00:00+08:00');
    hall.clock.advance(10 * MINUTE_MS);
    const { ticketId } = hall.must('callNext', { counterId: '1' });
    hall.must('startService', { ticketId });
    hall.clock.setWall('2026-06-15T15:00:00+08:00');
    hall.clock.advance(7 * MINUTE_MS);
    hall.must('finishService', { ticketId, outcome: 'done' });
    const { waits, service, leftOut } = await ask(hall, 'statistics', TODAY);
    expect([waits.meanMinutes, service.meanMinutes, leftOut]).toEqual([20, 7, 0]);
    hall.close();
  });

  it('holds over a restart: the wait goes on where it was', async () => {
    const hall = openHall();
    hall.must('issueTicket', { serviceCode: SERVICE });
    hall.clock.advance(20 * MINUTE_MS);
    hall.restart();
    hall.clock.advance(5 * MINUTE_MS);
    hall.must('callNext', { counterId: '1' });
    expect((await ask(hall, 'statistics', TODAY)).waits.meanMinutes).toBe(25);
    hall.close();
  });

  it('keeps the minutes that people were told and says how good they were', async () => {
    const hall = openHall();
    const told = hall.must('issueTicket', { serviceCode: SERVICE }).waitMinutes;
    hall.clock.advance((told.high + 5) * MINUTE_MS);
    hall.must('callNext', { counterId: '1' });
    const middle = (told.low + told.high) / 2;
    expect((await ask(hall, 'statistics', TODAY)).estimate).toEqual({
      count: 1,
      inside: 0,
      meanErrorMinutes: middle - (told.high + 5),
    });
    hall.close();
  });

  it('knows who missed, left and was left over', async () => {
    const hall = openHall();
    const first = hall.must('issueTicket', { serviceCode: SERVICE });
    hall.must('callNext', { counterId: '1' });
    hall.must('missTicket', { ticketId: first.ticketId });
    const second = hall.must('issueTicket', { serviceCode: SERVICE });
    hall.must('cancelTicket', { ticketId: second.ticketId, reason: 'left' });
    hall.clock.advance(24 * 60 * MINUTE_MS);
    hall.must('issueTicket', { serviceCode: SERVICE });
    expect((await ask(hall, 'statistics', TODAY)).counts).toEqual({
      issued: 2,
      called: 1,
      servedAtOnce: 0,
      done: 0,
      cancelled: 1,
      lapsed: 1,
      missed: 1,
    });
    hall.close();
  });

  it('lets a call go first between two days', async () => {
    const hall = openHall();
    for (let day = 0; day < 5; day += 1) {
      hall.must('issueTicket', { serviceCode: SERVICE });
      hall.must('openCounter', { counterId: '1' });
      if (day < 4) hall.must('callNext', { counterId: '1' });
      if (day < 4) hall.clock.advance(24 * 60 * MINUTE_MS);
    }
    const asked = ask(hall, 'statistics', { from: '2026-06-15', to: '2026-06-30' });
    let ended = false;
    void asked.then(() => (ended = true));
    hall.must('callNext', { counterId: '1' });
    await new Promise((goOn) => setImmediate(goOn));
    expect(ended).toBe(false);
    // The call that came in between is in it: its day was read after it.
    expect((await asked).waits.count).toBe(5);
    expect((await asked).byDay).toHaveLength(5);
    hall.close();
  });
});

describe('another rule for a day that was', () => {
  function crowdedDay(): TestHall {
    const hall = openHall();
    for (let person = 0; person < 12; person += 1) {
      hall.must('issueTicket', { serviceCode: SERVICE, ...(person % 3 === 2 && { birthDate: '19560615' }) });
      hall.clock.advance(2 * MINUTE_MS);
    }
    for (let person = 0; person < 12; person += 1) {
      const { ticketId } = hall.must('callNext', { counterId: '1' });
      hall.must('startService', { ticketId });
      hall.clock.advance(10 * MINUTE_MS);
      hall.must('finishService', { ticketId, outcome: 'done' });
    }
    hall.clock.advance(24 * 60 * MINUTE_MS);
    hall.must('issueTicket', { serviceCode: SERVICE });
    return hall;
  }

  it('takes the last day with visitors and lets strict priority favour elders more than the head start did', async () => {
    const hall = crowdedDay();
    const answer = await ask(hall, 'replayDay', { rule: { name: 'fifo' } });
    expect(answer).toMatchObject({ date: '2026-06-15', visitors: 12, counters: 1 });
    const elders = (side: (typeof answer)['own']) =>
      side.byClass.find(({ priorityClass }) => priorityClass === 'elder')?.waits.meanMinutes ?? Number.NaN;
    expect(answer.own.rule.name).toBe('head-start');
    expect(answer.other.rule.name).toBe('fifo');
    expect(elders(answer.own)).toBeLessThan(elders(answer.other));
    for (const side of [answer.real, answer.own, answer.other]) {
      expect(side.waits.count).toBe(12);
      expect(side.bound).toEqual({ calls: 12, kept: 12 });
    }
    hall.close();
  });

  it('changes nothing but the minutes that were wished', async () => {
    const hall = crowdedDay();
    const rule = { name: 'head-start' } as const;
    const { other } = await ask(hall, 'replayDay', { rule, headStartMinutes: { elder: 0 }, counters: 2 });
    expect(other.rule.headStartMinutes).toMatchObject({ elder: 0, disabled: 30 });
    hall.close();
  });
});

describe('an open counter is given other services', () => {
  it('from its next call on, is written down with whose hand it was, and back again by the same step', () => {
    const hall = openHall();
    hall.must('issueTicket', { serviceCode: 'JZ-01' });
    hall.must('issueTicket', { serviceCode: SERVICE });
    const assigned = hall.must('assignServices', { counterId: '1', services: [SERVICE] }, OFFICE);
    expect(assigned).toMatchObject({ services: [SERVICE], waiting: 1, state: 'open' });
    const called = hall.must('callNext', { counterId: '1' });
    expect(called.serviceCode).toBe(SERVICE);
    // Somebody is there: they are served to the end, the next call follows the list.
    hall.must('assignServices', { counterId: '1', services: [] }, OFFICE);
    hall.must('startService', { ticketId: called.ticketId });
    hall.must('finishService', { ticketId: called.ticketId, outcome: 'done' });
    expect(hall.must('callNext', { counterId: '1' }).serviceCode).toBe('JZ-01');
    hall.close();
  });
  it('also while it pauses; a closed one is refused', () => {
    const hall = openHall();
    hall.must('pauseCounter', { counterId: '1', reason: 'meal' });
    expect(hall.must('assignServices', { counterId: '1', services: ['JZ-01'] }, OFFICE).state).toBe('paused');
    hall.must('closeCounter', { counterId: '1' });
    expect(hall.do('assignServices', { counterId: '1', services: [] }, OFFICE)).toMatchObject({
      ok: false,
      error: { kind: 'counter-closed' },
    });
    hall.close();
  });
});
