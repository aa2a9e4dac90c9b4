import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { startDemo, type DemoHall } from '../../main/cli/demo.ts';
import { launchChromium, openPage, takePicture } from '../support/chromium.ts';
import { pagesOfPdf, textOfPdf } from '../support/paper/read-pdf.ts';
import { sendRequest } from '../support/send-request.ts';
import { makeFolder } from '../support/services/service-under-test.ts';

const DESK = { width: 1366, height: 768 };
const DAY_MS = 86_400_000;
let browser: Browser;
let demo: DemoHall;
const { folder, remove } = makeFolder();
beforeAll(async () => {
  browser = await launchChromium();
  demo = await startDemo({ dataFolder: folder, hallPort: 0, stationPort: 0 });
});
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
  remove();
});

/** One touch of a visitor at the kiosk: 不会用机器. */
async function tellAtTheKiosk(): Promise<void> {
  const token = new URL(demo.kiosk).hash.replace('#token=', '');
  const { status } = await sendRequest(demo.hallAddress, {
    method: 'POST',
    path: '/api/reportDifficulty',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ requestId: randomUUID(), kind: 'could-not-use-machine' }),
  });
  expect(status).toBe(200);
}
const fill = (page: Page, name: string, text: string) =>
  page.locator(`[data-words="${name}"] :is(input, textarea)`).fill(text);

async function takeFinishAndClose(page: Page): Promise<void> {
  await page.locator('[data-ledger-step="take"]').click();
  await page.locator('[data-response="do-now"]').check();
  await page.locator('[data-save-step]').click();
  for (const [step, words] of [
    ['finish', '引导员陪着办好了。'],
    ['close', '回访过，老人会用了。'],
  ] as const) {
    await page.locator(`[data-ledger-step="${step}"]`).click();
    await fill(page, 'step', words);
    await page.locator('[data-save-step]').click();
  }
  await page.locator('[data-opened="1"]', { hasText: '已办结' }).waitFor();
}

test('a manager closes a ledger record and prints the report', async () => {
  await tellAtTheKiosk();
  const { page, context, complaints } = await openPage(browser, demo.office, DESK);
  onTestFinished(() => context.close());
  await page.locator('[data-demo="2001"]').click();

  await page.getByRole('tab', { name: '台账' }).click();
  await page.locator('[data-record="1"]', { hasText: '不会用机器' }).click();
  await takeFinishAndClose(page);
  const record = textOfPdf(await page.pdf({ preferCSSPageSize: true }));
  for (const said of ['台账 第 1 号', '已办结', '引导员陪着办好了。', '回访过，老人会用了。'])
    expect(record).toContain(said);

  await page.locator('[data-part="inspection"]').click();
  await page.locator('[data-question]').first().waitFor();
  for (const [at, question] of (await page.locator('[data-question]').all()).entries())
    await question.getByLabel(at === 0 ? '否' : '是', { exact: true }).check();
  await page.locator('[data-save-inspection]').click();
  await page.getByText('已保存，进台账 1 条').waitFor();

  await page.locator('[data-part="records"]').click();
  await page.locator('[data-record="2"]', { hasText: '自查自纠' }).waitFor();
  await page.locator('[data-filter="shown"] select').selectOption('all');
  await page.locator('[data-record="1"]').waitFor();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('[data-save="xlsx"]').click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^songting-ledger-440304-01-\d{4}-\d\d-\d\d\.xlsx$/);
  const strings = execFileSync('unzip', ['-p', await file.path(), 'xl/sharedStrings.xml'], {
    encoding: 'utf8',
  });
  for (const said of ['不会用机器', '已办结', '自查自纠', '待认领', '完成期限 Due on'])
    expect(strings).toContain(said);

  await page.locator('[data-part="reports"]').click();
  await page.locator('[data-new-report]').click();
  const deadline = new Date(Date.now() + 10 * DAY_MS).toISOString().slice(0, 10);
  await page.locator('[data-day="deadline"] input').fill(deadline);
  await fill(page, 'recipient', '区民政局');
  await fill(page, 'problems', '有老人不会用取号机。');
  await fill(page, 'experience', '引导员陪着办，一次学会。');
  await page.locator('[data-save-report]').click();
  await page.locator('[data-opened-report]').waitFor();
  await takePicture(page, 'ledger-report-of-a-real-hall');
  const paper = await page.pdf({ preferCSSPageSize: true });
  const report = textOfPdf(paper);
  for (const said of [
    '落实情况报送',
    '区民政局',
    '有老人不会用取号机。',
    '引导员陪着办，一次学会。',
    '审核人',
  ])
    expect(report).toContain(said);
  expect(report).toMatch(/新开\s+2 条/);
  expect(report).toMatch(/办结\s+1 条/);
  expect(report).toMatch(/1\s+不会用机器\s+已办结/);
  expect(report).not.toContain('新写一份');
  expect(new Set(pagesOfPdf(paper))).toEqual(new Set(['595 x 842']));
  expect(complaints).toEqual([]);
});
