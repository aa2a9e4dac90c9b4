import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { startDemo, type DemoHall } from '../../main/cli/demo.ts';
import { launchChromium, openPage } from '../support/chromium.ts';
import { sendRequest } from '../support/send-request.ts';
import { makeFolder } from '../support/services/service-under-test.ts';

const DESK = { width: 1366, height: 768 };
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

/** As a kiosk does it. */
async function takeTicket(serviceCode: string): Promise<void> {
  const token = new URL(demo.kiosk).hash.replace('#token=', '');
  const { status } = await sendRequest(demo.hallAddress, {
    method: 'POST',
    path: '/api/issueTicket',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ requestId: randomUUID(), serviceCode }),
  });
  expect(status).toBe(200);
}

test('a supervisor sees who waits and how the devices are, gives a counter other work, and takes the figures home', async () => {
  const counter = await openPage(browser, `${demo.counter}&counter=2`, DESK);
  const office = await openPage(browser, demo.office, DESK);
  onTestFinished(async () => {
    await counter.context.close();
    await office.context.close();
  });
  for (const serviceCode of ['LN-01', 'LN-01', 'JZ-01']) await takeTicket(serviceCode);

  await counter.page.locator('[data-demo="1001"]').click();
  await counter.page.locator('[data-action="open"]:enabled').first().click();
  await office.page.locator('[data-demo="2001"]').click();
  await office.page.locator('[data-group="LN-01"]').getByText('2', { exact: true }).waitFor();
  await office.page.locator('[data-device="K1 ticketPrinter"]').getByText('正常').waitFor();

  await office.page.locator('[data-counter="2"] button:enabled').click();
  await office.page.locator('[data-assign="LN"]:enabled').click();
  await office.page.locator('[data-assign="LN"]').getByText('不办').waitFor();
  await office.page.locator('[data-counter="2"]').getByText('1 人等').waitFor();
  await office.page.locator('[data-assign="LN"]:enabled').click();
  await office.page.locator('[data-counter="2"]').getByText('办：全部事项 · 3 人等').waitFor();

  await office.page.getByRole('tab', { name: '统计' }).click();
  await office.page.locator('canvas').first().waitFor();
  const [file] = await Promise.all([
    office.page.waitForEvent('download'),
    office.page.getByRole('button', { name: '导出 Excel' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^songting-440304-01-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.xlsx$/);
  const sheet = execFileSync('unzip', ['-p', await file.path(), 'xl/worksheets/sheet1.xml'], {
    encoding: 'utf8',
  });
  // Tickets: the third figure, under the two dates.
  expect(/<c r="B4"[^>]*><v>(\d+)<\/v>/.exec(sheet)?.[1]).toBe('3');
  expect(office.complaints).toEqual([]);
});
