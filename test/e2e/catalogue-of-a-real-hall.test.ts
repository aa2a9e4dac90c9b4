import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { startDemo, type DemoHall } from '../../main/cli/demo.ts';
import { ensureBuiltPages } from '../support/built-pages.ts';
import { launchChromium, openPage } from '../support/chromium.ts';
import { makeFolder } from '../support/services/service-under-test.ts';

const DESK = { width: 1366, height: 768 };
let browser: Browser;
let demo: DemoHall;
const { folder, remove } = makeFolder();
beforeAll(async () => {
  await ensureBuiltPages();
  browser = await launchChromium();
  demo = await startDemo({ dataFolder: folder, hallPort: 0, stationPort: 0 });
});
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
  remove();
});

/** "一号" as a spreadsheet of an office saves it, in a row between a good one and a bad one. */
const GBK = [
  ...Buffer.from('serviceCode,from,telephone,counter\nLN-01,2026-01-01,12345,\nLN-02,2026-01-01,,'),
  ...[0xd2, 0xbb, 0xba, 0xc5],
  ...Buffer.from('\nLN-99,2026-01-01,12345,\n'),
];

test('a table in GBK is checked, taken with a reason, and closes a gap; UTF-16 changes nothing', async () => {
  const office = await openPage(browser, demo.office, DESK);
  onTestFinished(() => office.context.close());
  const { page, complaints } = office;
  const file = (name: string, bytes: Uint8Array): string => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };
  await page.locator('[data-demo="2001"]').click();
  await page.getByRole('tab', { name: '目录' }).click();
  const telephone = page.locator('[data-channel="LN-01"]').getByText('没有电话');
  await telephone.waitFor();

  const choose = page.locator('[data-choose]');
  await choose.setInputFiles(file('utf16.csv', Buffer.from('\ufeff事项编码,生效日期\n', 'utf16le')));
  await page.locator('[data-fault="not-text"]').waitFor();
  expect(await page.locator('[data-import]').count()).toBe(0);

  await choose.setInputFiles(file('gbk.csv', Uint8Array.from(GBK)));
  await page.locator('[data-fault="unknown-service"]').getByText('第 3 行').waitFor();
  expect(await page.locator('[data-good]').count()).toBe(2);
  expect(await page.locator('[data-changed]').count()).toBe(0);
  await page.locator('[name="reason"][value="audit-finding"]').check();
  await page.locator('[data-import]').click();
  await page.locator('[data-taken]').getByText('2 行已生效，1 处错误没有导入').waitFor();
  await page.locator('[data-changed="LN-02"]').getByText('一号').waitFor();
  await telephone.waitFor({ state: 'detached' });

  await page.locator('[data-audit]').click();
  await page.locator('[data-audited] summary').click();
  await page.locator('[data-found="LN-02"]').waitFor();
  expect(await page.locator('[data-found="LN-01"]').count()).toBe(0);
  expect(complaints).toEqual([]);
});
