import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { err, ok } from '../../preload/contracts/result.ts';
import type { StationView } from '../../preload/contracts/station-operations.ts';
import { brokenRules, buildPages, launchChromium, takePicture } from '../support/chromium.ts';
import { sampleDevice, sampleStation } from '../support/fake-services/samples.ts';
import { LANDSCAPE, openKiosk, panelOf, screen, type FakeStation } from '../support/pages/bench.ts';

let browser: Browser;
let pages: string;
beforeAll(async () => {
  pages = await buildPages();
  browser = await launchChromium();
});
afterAll(() => browser.close());

const button = (page: Page) => page.locator('[data-step-card]');
const note = (page: Page, word: string) => page.locator(`[data-card="${word}"]`);
const tell = (station: FakeStation, stepCard: StationView['stepCard']) =>
  station.feed.put('station', 'now', sampleStation({ panel: panelOf(LANDSCAPE), stepCard }));

async function practised(page: Page): Promise<void> {
  await page.locator('[data-practice-begin]').click();
  await page.locator('[data-practice-card]').click();
  await screen(page, 'choose');
  await page.locator('[data-service]').first().click();
  await screen(page, 'done');
  await page.locator('.finished').click();
  await screen(page, 'practised');
}

test('whoever has practised takes the steps home on paper, and sees that it comes out', async () => {
  const { page, station, complaints } = await openKiosk(browser, pages);
  await practised(page);
  station.answers.printStepCard = () => {
    tell(station, { state: 'pending', problem: null });
    return ok({ printState: 'pending' });
  };
  await button(page).click();
  await note(page, 'printing').waitFor();
  expect(await button(page).isDisabled()).toBe(true);
  tell(station, { state: 'confirmed', problem: null });
  await note(page, 'printed').waitFor();
  await takePicture(page, 'kiosk-step-card');
  expect(await brokenRules(page)).toEqual([]);
  expect(station.asked.map(({ operation, input }) => [operation, input['language']])).toEqual([
    ['printStepCard', 'zh'],
  ]);
  expect(complaints).toEqual([]);
});

test('a printer without paper is said', async () => {
  const { page, station } = await openKiosk(browser, pages);
  await practised(page);
  station.answers.printStepCard = () => {
    tell(station, { state: 'pending', problem: 'no-paper' });
    return ok({ printState: 'pending' });
  };
  await button(page).click();
  await note(page, 'not-printed').waitFor();
});

test('a card asked for too soon is answered kindly', async () => {
  const { page, station } = await openKiosk(browser, pages);
  await practised(page);
  station.answers.printStepCard = () => err({ kind: 'too-soon', retryAfterSeconds: 12 });
  await button(page).click();
  await page.locator('.problem').waitFor();
  expect(await page.locator('.problem').innerText()).toBe('请稍等几秒，再点一次');
});

test('what became of somebody else’s card is not told, and without a printer none is offered', async () => {
  const { page, station } = await openKiosk(browser, pages);
  tell(station, { state: 'confirmed', problem: null });
  await practised(page);
  expect(await page.locator('[data-card]').count()).toBe(0);
  station.feed.put(
    'devices',
    'ticketPrinter',
    sampleDevice('ticketPrinter', { state: 'unavailable', reason: 'no-paper' }),
  );
  await button(page).waitFor({ state: 'detached' });
});
