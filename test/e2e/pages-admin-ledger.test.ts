import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StaffRole } from '../../preload/contracts/operation.ts';
import { err, ok } from '../../preload/contracts/result.ts';
import { brokenRules, buildPages, launchChromium, takePicture } from '../support/chromium.ts';
import { sampleHall } from '../support/fake-services/samples.ts';
import { letStaffIn, openHallPage, signInAt, type FakeHall } from '../support/pages/bench.ts';
import { letTheLedgerAnswer, RECORDS, TODAY } from '../support/pages/ledger-samples.ts';
import { overflow } from '../support/pages/measure.ts';
import { pagesOfPdf, textOfPdf } from '../support/paper/read-pdf.ts';

const DESK = { width: 1366, height: 768 };
let browser: Browser;
let pages: string;
beforeAll(async () => {
  pages = await buildPages();
  browser = await launchChromium();
});
afterAll(() => browser.close());

async function openLedger(role: StaffRole = 'supervisor', staffNumber = '2001') {
  const bench = await openHallPage(browser, pages, '/admin/', DESK, undefined);
  bench.hall.feed.put('hall', 'now', sampleHall({ dayDate: TODAY }));
  letStaffIn(bench.hall, role);
  letTheLedgerAnswer(bench.hall);
  await signInAt(bench.page, staffNumber);
  await bench.page.getByRole('tab', { name: '台账' }).click();
  await bench.page.locator('[data-record="1"]').waitFor();
  return bench;
}
const wishes = (hall: FakeHall, operation: string) =>
  hall.asked.filter((one) => one.operation === operation).map(({ input }) => input);
const fill = (page: Page, name: string, text: string) =>
  page.locator(`[data-words="${name}"] :is(input, textarea)`).fill(text);
const part = (page: Page, name: string) => page.locator(`[data-part="${name}"]`).click();
/** Without a printer's own window: it stays open and keeps others from printing. */
async function print(page: Page, button: string): Promise<void> {
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', 'yes');
  });
  await page.locator(button).click();
  await page.locator('[data-printed="yes"]').waitFor();
}
async function looksWell(page: Page, picture: string): Promise<void> {
  await takePicture(page, picture);
  expect(await brokenRules(page)).toEqual([]);
  expect((await overflow(page)).across).toBe(0);
}

test('the list says state, owner and last day in words, and marks what is late in more than colour', async () => {
  const { page, complaints } = await openLedger();
  const late = page.locator('[data-record="1"]');
  await late.click();
  expect(await late.innerText()).toContain('2026-06-12 到期，已超期 3 天');
  expect(await late.locator('[data-due-tone="late"] svg').count()).toBe(1);
  expect(await late.innerText()).toContain('测试主管');
  expect(await page.locator('[data-record="2"]').innerText()).toContain('还有 7 天');
  expect(await page.locator('[data-record="2"]').innerText()).toContain('听不清');
  expect(await page.locator('[data-record="3"]').innerText()).toContain('已整改，待核查');
  expect(await page.locator('[data-opened="1"]').innerText()).toContain('2026-06-14 前该答复，已过期');
  expect(await page.locator('main').innerText()).toContain('2027 年的放假安排还没有录入');
  await looksWell(page, 'admin-ledger');
  expect(complaints).toEqual([]);
});

test('filters ask the hall; what is not closed is shown unless somebody chooses', async () => {
  const { page, hall } = await openLedger();
  await page.locator('[data-filter="shown"] select').selectOption('overdue');
  await page.locator('[data-filter="source"] select').selectOption('difficulty');
  await page.locator('[data-record="1"]').waitFor({ state: 'detached' });
  expect(wishes(hall, 'listLedger').at(0)).toEqual({ states: ['open', 'reopened', 'underway', 'done'] });
  expect(wishes(hall, 'listLedger').at(-1)).toEqual({ overdue: true, source: 'difficulty' });
});

test('立即引导 is not sent without explanation, plan and steps with days', async () => {
  const { page, hall } = await openLedger();
  await page.locator('[data-record="2"]').click();
  await page.locator('[data-ledger-step="take"]').click();
  await page.locator('[data-response="guide-now"]').check();
  await page.locator('[data-save-step]').click();
  expect(await page.locator('[data-words="explanation"] textarea:invalid').count()).toBe(1);
  expect(hall.count('advanceLedgerRecord')).toBe(0);
  await fill(page, 'explanation', '要等厂家。');
  await fill(page, 'plan', '先请人引导，再装助听设备。');
  await page.locator('[data-milestone="1"] [type="text"]').fill('请引导员');
  await page.locator('[data-milestone="1"] [type="date"]').fill('2026-06-20');
  await page.locator('[data-more-steps]').click();
  await page.locator('[data-milestone="2"] [type="text"]').fill('装助听设备');
  await page.locator('[data-milestone="2"] [type="date"]').fill('2026-07-20');
  await looksWell(page, 'admin-ledger-guide');
  await page.locator('[data-save-step]').click();
  await page.locator('[data-step-form]').waitFor({ state: 'detached' });
  expect(wishes(hall, 'advanceLedgerRecord')).toMatchObject([
    {
      recordId: RECORDS.difficulty.recordId,
      change: {
        step: 'take',
        taking: {
          ...{ owner: '2001', response: 'guide-now' },
          guidance: { steps: [{ what: '请引导员', by: '2026-06-20' }, { by: '2026-07-20' }] },
        },
      },
    },
  ]);
});

test('a number of a person is refused where it is written, with what to do, and nothing is lost', async () => {
  const { page, hall } = await openLedger();
  await page.locator('[data-new-record]').click();
  await fill(page, 'item', '测试甲 139-0000-0000 够不着');
  await page.getByText('请不要写身份证号和手机号').waitFor();
  await page.locator('[data-save-record]').click();
  expect(hall.count('openLedgerRecord')).toBe(0);
  expect(await page.locator('[data-words="item"] textarea').inputValue()).toContain('够不着');
  await looksWell(page, 'admin-ledger-no-numbers');
  await fill(page, 'item', '群众够不着');
  await page.locator('[data-save-record]').click();
  await page.locator('[data-opened="4"]').waitFor();
  expect(wishes(hall, 'openLedgerRecord')).toMatchObject([
    { matter: { source: 'complaint', item: '群众够不着' }, scene: 'public-service' },
  ]);
});

test('food that made people ill: place, day, time and people; the alarm is said before', async () => {
  const { page, hall } = await openLedger();
  await page.locator('[data-new-record]').click();
  await page.locator('[data-choice="source"] select').selectOption('food-safety');
  await page.getByText('保存后马上通知主管').waitFor();
  await fill(page, 'place', '长者食堂');
  await page.locator('#ledger-time').fill('11:40');
  await page.locator('#ledger-people').fill('3');
  await page.locator('[data-save-record]').click();
  await page.locator('[data-opened="4"]').waitFor();
  expect(wishes(hall, 'openLedgerRecord')).toMatchObject([
    { matter: { foodSafety: { place: '长者食堂', on: TODAY, time: '11:40', people: 3 } } },
  ]);
});

test('a record is checked and closed by keys alone', async () => {
  const { page, hall } = await openLedger();
  await page.locator('[data-record="3"]').focus();
  await page.keyboard.press('Enter');
  await page.locator('[data-ledger-step="close"]').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('到现场看过。');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('[data-opened="3"]', { hasText: '2026-06-15 办结' }).waitFor();
  expect(wishes(hall, 'advanceLedgerRecord')).toMatchObject([
    { change: { step: 'close', check: '到现场看过。' } },
  ]);
  // It left the list, and can still be printed.
  expect(await page.locator('[data-record="3"]').count()).toBe(0);
  await page.locator('[data-print]').waitFor();
});

test('what the hall refuses is said with what to do, and the words stay', async () => {
  const { page, hall } = await openLedger();
  await page.locator('[data-record="3"]').click();
  await page.locator('[data-ledger-step="close"]').click();
  await fill(page, 'step', '看过。');
  hall.answers.advanceLedgerRecord = () => err({ kind: 'not-now', state: 'no-window', step: 'close' });
  await page.locator('[data-save-step]').click();
  await page.getByText('先设好窗口，再办结').waitFor();
  hall.answers.advanceLedgerRecord = () =>
    err({ kind: 'bad-input', problems: [{ where: 'change.check', allowed: '至少一个字' }] });
  await page.locator('[data-save-step]').click();
  await page.getByText('change.check 可以填：至少一个字').waitFor();
  expect(await page.locator('[data-words="step"] textarea').inputValue()).toBe('看过。');
});

test('who finished it does not check it, unless they lead', async () => {
  const { page } = await openLedger('clerk', '1001');
  await page.locator('[data-record="3"]').click();
  await page.getByText('要由他人或主管核查').waitFor();
  expect(await page.locator('[data-ledger-step="close"], [data-ledger-step="escalate"]').count()).toBe(0);
  expect(await page.locator('[data-part], [data-save]').count()).toBe(0);
});

test('an auditor sees all of it and changes nothing', async () => {
  const { page } = await openLedger('auditor');
  await page.locator('[data-record="1"]').click();
  await page.locator('[data-opened="1"]').waitFor();
  const steps = '[data-ledger-step], [data-new-record], [data-note], [data-new-report], [data-send]';
  expect(await page.locator(steps).count()).toBe(0);
  for (const name of ['inspection', 'measures', 'reports']) {
    await part(page, name);
    await page.locator(`[data-part="${name}"][aria-current]`).waitFor();
    expect(
      await page.locator(`${steps}, [data-save-inspection], [data-case-form], [data-check-channels]`).count(),
    ).toBe(0);
  }
});

test('a self-inspection: every question is answered before it can be kept', async () => {
  const { page, hall } = await openLedger();
  await part(page, 'inspection');
  await page.locator('[data-question]').first().waitFor();
  expect(await page.locator('[data-save-inspection]:enabled').count()).toBe(0);
  for (const [at, answer] of ['是', '否', '不涉及'].entries())
    await page.locator('[data-question]').nth(at).getByLabel(answer, { exact: true }).check();
  await page.getByText('都答完了').waitFor();
  await looksWell(page, 'admin-ledger-inspection');
  await page.locator('[data-save-inspection]').click();
  await page.getByText('已保存，进台账 1 条').waitFor();
  expect(wishes(hall, 'runSelfInspection')).toMatchObject([
    { inspection: { answers: [{ answer: 'yes' }, { answer: 'no' }, { answer: 'does-not-apply' }] } },
  ]);
  await fill(page, 'finding', '没有坡道。');
  await fill(page, 'solution', '加坡道。');
  await page.locator('[data-save-case]').click();
  await expect.poll(() => hall.count('runSelfInspection')).toBe(2);
});

test('every service is looked at for its way without a machine by one touch', async () => {
  const { page, hall } = await openLedger();
  await part(page, 'inspection');
  await page.getByText('还没有排查过').waitFor();
  await page.locator('[data-check-channels]').click();
  await page.getByText('2026-06-15 由 2001 排查 2 项，缺 1 处').waitFor();
  expect(await page.getByRole('row', { name: '收养登记' }).innerText()).toMatch(/无\s+无\s+无/);
  await looksWell(page, 'admin-ledger-channels');
  expect(hall.count('auditChannels')).toBe(1);
});

test('a measure is noted with what shows it', async () => {
  const { page, hall } = await openLedger();
  await part(page, 'measures');
  await page.locator('[data-measure="15"] [data-note]').click();
  await page.locator('[data-measure="15"] select').selectOption('done');
  await fill(page, 'evidence', '三个人工窗口。');
  await looksWell(page, 'admin-ledger-measures');
  await page.locator('[data-save-measure]').click();
  await page.locator('[data-measure="15"][data-measure-state="done"]').waitFor();
  await page.getByText('已落实 1 条').waitFor();
  expect(wishes(hall, 'noteMeasure')).toMatchObject([{ measure: 15, evidence: '三个人工窗口。' }]);
});

test('reports count down, and what is late says so; a new one is made, sent and noted', async () => {
  const { page, hall } = await openLedger();
  await part(page, 'reports');
  await page.locator('[data-report="late"]', { hasText: '2026-06-10 前要报，已晚 5 天' }).waitFor();
  await page.locator('[data-report="in-time"]', { hasText: '还有 2 天' }).waitFor();
  await page.locator('[data-new-report]').click();
  await page.locator('[data-day="deadline"] input').fill('2026-07-05');
  await fill(page, 'recipient', '区民政局养老科');
  await fill(page, 'problems', '取号机偏高。');
  await fill(page, 'experience', '专人引导好用。');
  await page.locator('[data-save-report]').click();
  await page.locator('[data-opened-report]', { hasText: '区民政局养老科' }).waitFor();
  expect(await page.locator('[data-opened-report]').innerText()).toMatch(/上门服务\s+4 次/);
  await looksWell(page, 'admin-ledger-report');
  expect(wishes(hall, 'makeReport')).toMatchObject([
    { from: '2026-05-17', to: TODAY, deadline: '2026-07-05' },
  ]);
  await page.locator('[data-send]').click();
  await page.locator('[data-save-sent]').click();
  await page.locator('[data-opened-report]', { hasText: '2026-06-15 已报 区民政局养老科' }).waitFor();
  expect(wishes(hall, 'sendReport')).toMatchObject([{ on: TODAY, to: '区民政局养老科' }]);
});

test('on paper there is the record alone, in large type', async () => {
  const { page } = await openLedger();
  await page.locator('[data-record="1"]').click();
  await print(page, '[data-print]');
  await page.emulateMedia({ media: 'print' });
  await takePicture(page, 'admin-ledger-record-on-paper');
  const smallest = await page
    .locator('.sheet')
    .evaluate((sheet) =>
      Math.min(...[...sheet.querySelectorAll('*')].map((one) => parseFloat(getComputedStyle(one).fontSize))),
    );
  // 14 pt in CSS pixels.
  expect(smallest).toBeGreaterThanOrEqual((14 * 96) / 72 - 0.01);
  const paper = await page.pdf({ preferCSSPageSize: true });
  const text = textOfPdf(paper);
  for (const said of ['台账 第 1 号', '现金缴费停了。', '银行撤了网点。', '同银行谈', '已超期 3 天', '核人'])
    expect(text).toContain(said);
  expect(text).not.toContain('新记一条');
  expect(pagesOfPdf(paper)).toEqual(['595 x 842']);
});

test('the notice for everybody names what comes when, and nobody of staff', async () => {
  const { page } = await openLedger();
  await page.locator('[data-record="1"]').click();
  await print(page, '[data-print-notice]');
  const text = textOfPdf(await page.pdf({ preferCSSPageSize: true }));
  for (const said of [
    '情况说明与改进安排',
    '银行撤了网点。',
    '请银行每周来两次。',
    '同银行谈',
    '请到人工窗口办理',
  ])
    expect(text).toContain(said);
  expect(text).not.toMatch(/测试|2001|能否由财政补贴/);
});

test('the list is saved as a file, as it is filtered', async () => {
  const { page, hall } = await openLedger();
  hall.answers.exportLedger = ({ format }) =>
    ok({
      fileName: `ledger.${format}`,
      mediaType: 'text/csv',
      base64: Buffer.from('1,2').toString('base64'),
    });
  await page.locator('[data-filter="shown"] select').selectOption('all');
  const download = page.waitForEvent('download');
  await page.locator('[data-save="csv"]').click();
  expect((await download).suggestedFilename()).toBe('ledger.csv');
  expect(wishes(hall, 'exportLedger')).toEqual([{ format: 'csv' }]);
});
