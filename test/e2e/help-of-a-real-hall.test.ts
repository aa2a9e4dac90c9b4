import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { launchChromium, openPage } from '../support/chromium.ts';
import { signInAt } from '../support/pages/bench.ts';
import { DESK, press } from '../support/pages/counter-bench.ts';
import { HallService } from '../support/services/hall-service.ts';
import { must } from '../support/services/service-under-test.ts';
import { TEST_PIN } from '../support/services/staff.ts';
import { StationService } from '../support/services/station-service.ts';
import { waitFor } from '../support/wait-for.ts';

const KIOSK = { width: 1920, height: 1080 };
const TABLET = { width: 800, height: 1280 };

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

async function open(url: string, viewport: { width: number; height: number }): Promise<Page> {
  const { page, context, complaints } = await openPage(browser, url, viewport);
  onTestFinished(async () => {
    await context.close();
    // What a browser itself says of a service that is away, or that says so of the hall.
    const own = complaints.filter((one) => !/ERR_CONNECTION_REFUSED|status of 503/.test(one));
    expect(own).toEqual([]);
  });
  return page;
}

/** A hall with a kiosk, a counter and a guide, each a real page before a real service. */
async function floor() {
  const hall = await HallService.forTest();
  const station = await StationService.forTest(hall);
  const kiosk = await open(`${station.address}/kiosk/#token=${station.tokens.of('kiosk')}`, KIOSK);
  await kiosk.locator('[data-screen="idle"] main:not([inert])').waitFor();
  const token = hall.tokens.of('counter');
  const counter = await open(`${hall.address}/counter/#token=${token}&counter=3`, DESK);
  await signInAt(counter, '1001', TEST_PIN);
  const guide = await open(`${hall.address}/guide/#token=${token}`, TABLET);
  await signInAt(guide, '2001', TEST_PIN);
  return { hall, station, kiosk, counter, guide };
}

test('a touch at the kiosk is heard at counter and tablet; the guide goes, the kiosk says who, and it is done', async () => {
  const { kiosk, counter, guide } = await floor();
  await kiosk.locator('[data-bar="help"]').click();
  await Promise.all([
    counter.locator('[data-help="visitor"]', { hasText: '取号机 test kiosk 有人要帮忙' }).waitFor(),
    guide.locator('.place', { hasText: '取号机 test kiosk' }).waitFor(),
  ]);
  await kiosk.getByRole('heading', { name: '已经叫人，有人来' }).waitFor();
  await guide.locator('[data-answer]').click();
  await kiosk.getByRole('heading', { name: '测试supervisor 马上过来' }).waitFor();
  await counter.locator('[data-help]').waitFor({ state: 'detached' });
  await guide.locator('[data-end]').click();
  await kiosk.locator('[data-screen="idle"]').waitFor();
});

test('a clerk goes by two keys; the visitor who needs nobody any more ends the next call alone', async () => {
  const { kiosk, counter, guide } = await floor();
  await kiosk.locator('[data-bar="help"]').click();
  await counter.locator('[data-help="visitor"]').waitFor();
  await press(counter, 'PageDown', '[data-help="visitor"]');
  await counter.keyboard.press('4');
  await kiosk.getByRole('heading', { name: '测试clerk 马上过来' }).waitFor();
  await guide.locator('[data-end]').click();
  await kiosk.locator('[data-screen="idle"] main:not([inert])').waitFor();
  await kiosk.locator('[data-bar="help"]').click();
  await kiosk.locator('[data-screen="help"] main:not([inert]) [data-help-cancel]').click();
  await kiosk.locator('[data-screen="idle"]').waitFor();
  await guide.getByText('现在没有人要帮忙').waitFor();
});

test('“I cannot use this machine” said while the hall is away stands in its ledger, once, when it is back', async () => {
  const { hall, kiosk } = await floor();
  await hall.stop();
  await kiosk.locator('[data-screen="away"] main:not([inert])').waitFor();
  await kiosk.locator('[data-bar="help"]').click();
  await kiosk.getByRole('heading', { name: '现在叫不到人' }).waitFor();
  await kiosk.locator('[data-screen="help"] main:not([inert]) [data-cannot-use]').click();
  await kiosk.getByText('已记下，不记姓名').waitFor();
  await hall.start();
  const ledger = async () => (await must(hall.as('admin').listDifficulties({}))).difficulties;
  await waitFor(async () => ((await ledger()).length > 0 ? true : undefined));
  expect(await ledger()).toMatchObject([{ kind: 'could-not-use-machine', place: 'test kiosk' }]);
});
