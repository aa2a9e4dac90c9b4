import { describe, expect, it } from 'vitest';
import type { Caller } from '../../../preload/contracts/operation.ts';
import { CLERK, KIOSK, SUPERVISOR, TestHall } from '../../support/open-test-hall.ts';

const DAY_MS = 86_400_000;
const helpOf = (hall: TestHall) => hall.hall.snapshot().help;

describe('a call for help', () => {
  it('stands on every page with place and time until it has ended, and says who is on the way', () => {
    const hall = new TestHall();
    const { helpId } = hall.must('callForHelp', { kind: 'colleague', counterId: '2', staffNumber: '2001' });
    expect(helpOf(hall)).toEqual([
      {
        ...{ helpId, kind: 'colleague', state: 'open', counterId: '2', place: 'test counter' },
        askedAt: '2026-06-15T09:00:00+08:00',
        wanted: { staffNumber: '2001', name: expect.any(String) as string },
        ...{ escalatedAt: null, answeredBy: null },
      },
    ]);
    hall.must('answerHelp', { helpId }, SUPERVISOR);
    const second = hall.must('answerHelp', { helpId }, CLERK);
    expect(second).toMatchObject({ state: 'answered', answeredBy: { staffNumber: '2001' } });
    expect(hall.must('endHelp', { helpId }).state).toBe('ended');
    expect(hall.must('endHelp', { helpId }).state).toBe('ended');
    expect(helpOf(hall)).toEqual([]);
    expect(hall.do('answerHelp', { helpId })).toMatchObject({ error: { kind: 'not-now', state: 'ended' } });
    expect(
      [hall.bodiesOf('help.answered'), hall.bodiesOf('help.ended')].map((facts) => facts.length),
    ).toEqual([1, 1]);
    hall.close();
  });

  it('pressed many times is one call, until it has ended', () => {
    const hall = new TestHall();
    const ask = () => hall.must('callForHelp', { kind: 'visitor' }, KIOSK).helpId;
    const first = ask();
    expect([ask(), ask()]).toEqual([first, first]);
    hall.must('endHelp', { helpId: first });
    expect(ask()).not.toBe(first);
    hall.close();
  });

  it('of a kiosk is for its visitor alone', () => {
    const hall = new TestHall();
    expect(hall.do('callForHelp', { kind: 'emergency' }, KIOSK)).toMatchObject({
      error: { kind: 'not-allowed', role: 'kiosk' },
    });
    expect(helpOf(hall)).toEqual([]);
    hall.close();
  });

  it('of a kiosk is ended by that kiosk or by staff, never by another one, and staff’s own calls not by a kiosk', () => {
    const hall = new TestHall();
    const other: Caller = { role: 'kiosk', name: 'other kiosk' };
    const refused = { ok: false, error: { kind: 'not-allowed', role: 'kiosk' } };
    const { helpId } = hall.must('callForHelp', { kind: 'visitor' }, KIOSK);
    expect(hall.do('endHelp', { helpId }, other)).toMatchObject(refused);
    const atDesk = hall.must('callForHelp', { kind: 'emergency', counterId: '1' });
    expect(hall.do('endHelp', { helpId: atDesk.helpId }, KIOSK)).toMatchObject(refused);
    expect(helpOf(hall)).toHaveLength(2);
    expect(hall.must('endHelp', { helpId }, KIOSK).state).toBe('ended');
    hall.close();
  });

  it('that nobody answers is carried on to the supervisors once; one that is answered or over is not', () => {
    const hall = new TestHall();
    const ask = (counterId: string) => hall.must('callForHelp', { kind: 'colleague', counterId }).helpId;
    const forgotten = ask('1');
    hall.clock.advance(1_000);
    const [answered, over] = [ask('2'), ask('3')];
    hall.must('answerHelp', { helpId: answered });
    hall.must('endHelp', { helpId: over });
    hall.clock.advance(59_000);
    for (const helpId of [forgotten, answered, over, forgotten]) {
      expect(hall.hall.escalateHelp(helpId)).toBe(true);
    }
    expect(hall.bodiesOf('help.escalated')).toEqual([{ helpId: forgotten }]);
    const escalatedAt = '2026-06-15T09:01:00+08:00';
    expect(helpOf(hall)).toMatchObject([
      { helpId: forgotten, state: 'open', escalatedAt },
      { helpId: answered, escalatedAt: null },
    ]);
    hall.restart();
    expect(hall.must('answerHelp', { helpId: forgotten })).toMatchObject({ state: 'answered', escalatedAt });
    hall.close();
  });

  it('survives a restart and ends with the day', () => {
    const hall = new TestHall();
    hall.must('callForHelp', { kind: 'emergency', counterId: '1' });
    const before = helpOf(hall);
    hall.restart();
    expect(helpOf(hall)).toEqual(before);
    hall.clock.advance(DAY_MS);
    hall.must('openCounter', { counterId: '1' });
    expect(helpOf(hall)).toEqual([]);
    hall.close();
  });
});

describe('a difficulty', () => {
  it('stands in the ledger at once, without a name, and is settled by a leader', () => {
    const hall = new TestHall();
    const { ticketId, number } = hall.must('issueTicket', {
      serviceCode: 'LN-01',
      holder: { name: '测试甲' },
    });
    const reported = hall.must('reportDifficulty', { kind: 'could-not-read', counterId: '1', ticketId });
    expect(reported).toMatchObject({
      state: 'open',
      number,
      date: '2026-06-15',
      counterId: '1',
      result: null,
    });
    hall.clock.advance(60_000);
    const fromKiosk = hall.must('reportDifficulty', { kind: 'could-not-use-machine' }, KIOSK);
    expect(fromKiosk).toMatchObject({ reportedBy: null, place: 'test kiosk', number: null });
    const { difficultyId } = reported;
    const settled = hall.must('settleDifficulty', { difficultyId, result: 'solved-here' }, SUPERVISOR);
    expect(settled).toMatchObject({
      state: 'settled',
      result: 'solved-here',
      settledBy: { staffNumber: '2001' },
    });
    const list = (wish: object) => hall.must('listDifficulties', wish).difficulties.map(({ kind }) => kind);
    expect(list({})).toEqual(['could-not-use-machine', 'could-not-read']);
    expect([list({ state: 'open' }), list({ state: 'settled' })]).toEqual([
      ['could-not-use-machine'],
      ['could-not-read'],
    ]);
    expect([list({ from: '2026-06-16' }), list({ to: '2026-06-14' })]).toEqual([[], []]);
    expect(JSON.stringify(hall.must('listDifficulties', {}))).not.toContain('测试');
    hall.close();
  });

  it('is settled once', () => {
    const hall = new TestHall();
    const { difficultyId } = hall.must('reportDifficulty', { kind: 'mobility' });
    const settle = (result: 'noted' | 'passed-on') =>
      hall.do('settleDifficulty', { difficultyId, result }, SUPERVISOR);
    expect(settle('noted').ok).toBe(true);
    expect(settle('noted').ok).toBe(true);
    expect(settle('passed-on')).toMatchObject({ error: { kind: 'not-now', state: 'settled' } });
    expect(hall.bodiesOf('difficulty.settled')).toHaveLength(1);
    hall.close();
  });
});
