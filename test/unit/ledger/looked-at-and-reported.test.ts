import { describe, expect, it, test } from 'vitest';
import { elderBorn } from '../../support/elder-list.ts';
import { KIOSK, LEADER, type TestHall } from '../../support/open-test-hall.ts';
import { CLOSE, FINISH, ledger, ledgerHall, openRecord, step, TAKE } from '../../support/ledger-steps.ts';

const DAY_MS = 86_400_000;

describe('a self-inspection', () => {
  const answers = (hall: TestHall, no: readonly string[]) =>
    hall.must('inspectionQuestions', {}, LEADER).questions.map(({ question }) => ({
      question,
      answer: no.includes(question) ? ('no' as const) : ('yes' as const),
    }));
  const run = (hall: TestHall, given: ReturnType<typeof answers>) =>
    hall.do('runSelfInspection', { inspection: { kind: 'questions', answers: given } }, LEADER);

  it('asks in three groups; each "no" is a record, and not a second one while it is open', () => {
    const hall = ledgerHall();
    const { questions } = hall.must('inspectionQuestions', {}, LEADER);
    expect([...new Set(questions.map(({ group }) => group))]).toEqual([
      ...['paper-kept', 'elder-channel', 'human-service'],
    ]);
    const first = run(hall, answers(hall, ['cash-taken', 'elder-window']));
    const again = run(hall, answers(hall, ['cash-taken']));
    if (!first.ok || !again.ok) throw new Error('refused');
    expect(ledger(hall).records).toMatchObject([
      { source: 'self-inspection', about: { question: 'cash-taken' }, item: '需要交费的，能付现金吗？' },
      { about: { question: 'elder-window' } },
    ]);
    expect(first.value.recordIds).toHaveLength(2);
    expect(again.value.recordIds).toEqual(first.value.recordIds.slice(0, 1));
    const [recordId = ''] = again.value.recordIds;
    for (const change of [TAKE, FINISH, CLOSE]) step(hall, recordId, change);
    run(hall, answers(hall, ['cash-taken']));
    expect(ledger(hall).records).toHaveLength(3);
    expect(hall.must('listSelfInspections', {}, LEADER).inspections).toHaveLength(3);
  });

  it('with a question left out, twice or of its own is refused and keeps nothing', () => {
    const hall = ledgerHall();
    const all = answers(hall, ['cash-taken']);
    const [first = { question: '', answer: 'no' as const }] = all;
    for (const wrong of [all.slice(1), [...all, first], [...all, { ...first, question: 'parking' }]])
      expect(run(hall, wrong)).toMatchObject({ error: { kind: 'bad-input' } });
    expect(run(hall, all.slice(1))).toMatchObject({
      error: { problems: [{ where: 'inspection.answers', allowed: `also: ${first.question}` }] },
    });
    expect([hall.bodiesOf('self-inspection.made'), hall.bodiesOf('ledger.opened')]).toEqual([[], []]);
  });

  it('of one case opens a record in its scene, unless it was solved on the spot', () => {
    const hall = ledgerHall();
    const inspect = (solved: boolean) => {
      const inspection = {
        kind: 'case',
        scene: 'medical',
        finding: '挂号只能用手机。',
        solution: '开人工窗口。',
      } as const;
      return hall.must('runSelfInspection', { inspection: { ...inspection, solved } }, LEADER);
    };
    expect(inspect(true).recordIds).toEqual([]);
    expect(inspect(false).recordIds).toHaveLength(1);
    expect(ledger(hall).records).toMatchObject([{ scene: 'medical', item: '挂号只能用手机。' }]);
  });
});

test('twenty measures are known beforehand, each with its last state and what shows it', () => {
  const hall = ledgerHall();
  const measures = () => hall.must('listMeasures', {}, LEADER).measures;
  expect(measures().map(({ measure }) => measure)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
  expect(new Set(measures().map(({ scene }) => scene)).size).toBe(7);
  expect(measures().every(({ state, evidence }) => state === 'not-begun' && evidence === null)).toBe(true);
  for (const [state, evidence] of [
    ['underway', '正在装修。'],
    ['done', '三个人工窗口。'],
  ] as const)
    hall.must('noteMeasure', { measure: 15, state, evidence }, LEADER);
  expect(measures()[14]).toMatchObject({ state: 'done', evidence: '三个人工窗口。', notedBy: '2001' });
});

describe('a report upward', () => {
  const report = {
    ...{ from: '2026-06-01', to: '2026-06-30', deadline: '2026-06-17', recipient: '区民政局' },
    ...{ problems: '机器偏高。', experience: '专人引导好用。' },
  };
  const reports = (hall: TestHall) => hall.must('listReports', {}, LEADER).reports;

  it('keeps the numbers and records of the day it was made, whatever comes after', () => {
    const hall = ledgerHall();
    const recordId = openRecord(hall);
    hall.must('reportDifficulty', { kind: 'hearing' });
    const made = hall.must('makeReport', report, LEADER);
    expect(made.counts).toMatchObject({ opened: 2, open: 2, closed: 0 });
    expect(made.counts.difficulties).toEqual([{ kind: 'hearing', opened: 1 }]);
    for (const change of [TAKE, FINISH, CLOSE]) step(hall, recordId, change);
    hall.restart();
    expect(reports(hall)).toMatchObject([
      { counts: made.counts, items: [{ recordId, number: 1, state: 'open' }, { number: 2 }] },
    ]);
  });

  it('counts the visits at home that took place in its days', () => {
    const hall = ledgerHall();
    const wish = { purpose: 'assessment', date: '2026-06-17', part: 'morning' } as const;
    for (const [n, outcome] of (['done', 'not-there', 'done'] as const).entries()) {
      const holder = { ...elderBorn('1946-06-20', n), phone: '13812341234', address: '莲花街道8号' };
      const { visitId } = hall.must('bookHomeVisit', { ...wish, holder }, KIOSK);
      hall.must('endHomeVisit', { visitId, outcome });
    }
    expect(hall.must('makeReport', report, LEADER).counts.homeVisits).toBe(2);
    const before = { ...report, from: '2026-05-01', to: '2026-05-31' };
    expect(hall.must('makeReport', before, LEADER).counts.homeVisits).toBe(0);
  });

  it('counts down to its deadline, is late after it, and stays late when it is sent', () => {
    const hall = ledgerHall();
    const { reportId } = hall.must('makeReport', report, LEADER);
    const standing = () => reports(hall).map(({ daysLeft, late }) => [daysLeft, late]);
    expect(standing()).toEqual([[2, false]]);
    hall.clock.advance(2 * DAY_MS);
    expect(standing()).toEqual([[0, false]]);
    hall.clock.advance(DAY_MS);
    expect(standing()).toEqual([[-1, true]]);
    const send = (on: string) => hall.do('sendReport', { reportId, on, to: '区民政局养老科' }, LEADER);
    for (const on of ['2026-06-14', '2026-06-19'])
      expect(send(on)).toMatchObject({ error: { kind: 'bad-input', problems: [{ where: 'on' }] } });
    expect(send('2026-06-18')).toMatchObject({
      value: { daysLeft: null, late: true, sent: { on: '2026-06-18', to: '区民政局养老科', by: '2001' } },
    });
    expect(send('2026-06-18')).toMatchObject({ error: { kind: 'not-now', state: 'sent' } });
  });

  it('sent on its last day is in time', () => {
    const hall = ledgerHall();
    const { reportId } = hall.must('makeReport', { ...report, deadline: '2026-06-15' }, LEADER);
    const sent = hall.must('sendReport', { reportId, on: '2026-06-15', to: '区民政局' }, LEADER);
    expect(sent.late).toBe(false);
  });
});
