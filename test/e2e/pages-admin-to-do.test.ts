import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DifficultyView, RatingCaseView } from '../../preload/contracts/hall-operations.ts';
import { err, ok } from '../../preload/contracts/result.ts';
import { brokenRules, buildPages, launchChromium, takePicture } from '../support/chromium.ts';
import { sampleCounter, sampleId, SERVICES } from '../support/fake-services/samples.ts';
import { sampleStatistics } from '../support/fake-services/sample-statistics.ts';
import { letStaffIn, openHallPage, signInAt, type FakeHall } from '../support/pages/bench.ts';
import { overflow } from '../support/pages/measure.ts';

const DESK = { width: 1366, height: 768 };
let browser: Browser;
let pages: string;
beforeAll(async () => {
  pages = await buildPages();
  browser = await launchChromium();
});
afterAll(() => browser.close());

const badRating = (over: Partial<RatingCaseView> = {}): RatingCaseView => ({
  caseId: sampleId(1),
  ticketId: sampleId(2),
  number: 'A017',
  visitedOn: '2026-06-12',
  serviceCode: 'LN-01',
  serviceName: '高龄津贴申请',
  counterId: '3',
  level: 1,
  channel: 'qr-code',
  realName: true,
  state: 'received',
  judgement: null,
  receivedAt: '2026-06-12T15:20:00+08:00',
  dueOn: '2026-06-15',
  overdue: true,
  late: [],
  steps: [],
  possible: ['contact', 'judge'],
  ...over,
});
const difficulty: DifficultyView = {
  ...{ difficultyId: sampleId(3), kind: 'could-not-use-machine', state: 'open', date: '2026-06-15' },
  ...{ reportedAt: '2026-06-15T09:40:00+08:00', reportedBy: { staffNumber: '1001', name: '测试甲' } },
  ...{ counterId: '2', place: '窗口2', number: 'A020', settledAt: null, settledBy: null, result: null },
};

/** What waits at the hall; each step there changes it. */
function letTheHallAnswer(hall: FakeHall): void {
  let cases = [
    badRating(),
    badRating({ caseId: sampleId(9), number: 'B003', level: 2, overdue: false, realName: false }),
  ];
  let difficulties = [difficulty];
  let locked = [{ staffNumber: '1002', name: '测试乙', device: '窗口2', retryAfterSeconds: 1_700 }];
  hall.answers.listServices = () => ok({ services: [...SERVICES] });
  hall.answers.statistics = ({ from, to }) => ok(sampleStatistics({ from, to }));
  hall.answers.listRatingCases = () => ok({ cases, yearsWithoutHolidays: [] });
  hall.answers.listDifficulties = () => ok({ difficulties });
  hall.answers.lockedStaff = () => ok({ locked });
  hall.answers.unlockStaff = () => {
    locked = [];
    return ok({});
  };
  hall.answers.settleDifficulty = ({ result }) => {
    difficulties = [];
    return ok({ ...difficulty, state: 'settled', result });
  };
  hall.answers.advanceRatingCase = ({ caseId, step }) => {
    if (step === 'contact')
      return err({ kind: 'not-allowed', role: 'auditor', operation: 'advanceRatingCase' });
    const done = badRating({
      caseId,
      state: 'judged',
      judgement: 'fix-now',
      possible: ['fix'],
      overdue: false,
    });
    cases = [done, ...cases.slice(1)];
    return ok(done);
  };
}

async function openToDo(role: 'supervisor' | 'auditor' = 'supervisor') {
  const bench = await openHallPage(browser, pages, '/admin/', DESK, undefined);
  bench.hall.feed.put('counters', '3', sampleCounter('3'));
  letStaffIn(bench.hall, role);
  letTheHallAnswer(bench.hall);
  await signInAt(bench.page, '2001');
  await bench.page.getByRole('tab', { name: '待办' }).click();
  await bench.page.locator('[data-case="A017"]').waitFor();
  return bench;
}

test('what waits for a supervisor stands on one page, with its last day', async () => {
  const { page } = await openToDo();
  await page.locator('[data-case="A017"]', { hasText: '2026-06-15 已超期' }).waitFor();
  await page.locator('[data-difficulty="could-not-use-machine"]', { hasText: '不会用机器' }).waitFor();
  await page.locator('[data-locked="1002"]', { hasText: '还要等 29 分钟' }).waitFor();
  expect(await overflow(page)).toMatchObject({ across: 0 });
  expect(await brokenRules(page)).toEqual([]);
  await takePicture(page, 'admin-to-do');
});

test('a bad rating is judged by touch alone: what it was, then why; nothing is typed', async () => {
  const { page, hall } = await openToDo();
  await page.locator('[data-case="A017"] [data-case-step="judge"]').click();
  await page.locator('[data-judgement="fix-now"]').click();
  await takePicture(page, 'admin-to-do-judge');
  await page.locator('[data-note="waited-long"]').click();
  await page.locator('[data-case-state="judged"]').waitFor();
  expect(hall.asked.find(({ operation }) => operation === 'advanceRatingCase')?.input).toMatchObject({
    ...{ caseId: sampleId(1), step: 'judge', judgement: 'fix-now', note: 'waited-long' },
  });
});

test('a refusal is one line, and the case stays', async () => {
  const { page } = await openToDo();
  await page.locator('[data-case="A017"] [data-case-step="contact"]').click();
  await page.locator('[data-note="spoke"]').click();
  await page.getByText('这个账号不能做这一步').waitFor();
  await page.locator('[data-case="A017"][data-case-state="received"]').waitFor();
});

test('a difficulty is settled with one touch; a locked colleague is let in with one', async () => {
  const { page } = await openToDo();
  await page.locator('[data-result="solved-here"]').click();
  await page.getByText('没有待处理的困难').waitFor();
  await page.getByRole('button', { name: '确认是本人，解锁' }).click();
  await page.getByText('没有人被锁定').waitFor();
});

test('an auditor sees and changes nothing', async () => {
  const { page, hall } = await openToDo('auditor');
  expect(await page.locator('[data-case-step], [data-result]').count()).toBe(0);
  expect(hall.count('lockedStaff')).toBe(0);
});
