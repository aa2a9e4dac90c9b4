import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ok } from '../../preload/contracts/result.ts';
import { brokenRules, buildPages, launchChromium, takePicture } from '../support/chromium.ts';
import { elderVisit, sampleId } from '../support/fake-services/samples.ts';
import { openKiosk, PORTRAIT, screen } from '../support/pages/bench.ts';
import { overflow } from '../support/pages/measure.ts';

let browser: Browser;
let pages: string;
beforeAll(async () => {
  pages = await buildPages();
  browser = await launchChromium();
});
afterAll(() => browser.close());

const served = { ticketId: sampleId(7), number: 'A007', serviceName: '高龄津贴申请' };

test('who was served today may say how it was: five equal answers, none chosen, and a way to say nothing', async () => {
  const { page, station } = await openKiosk(browser, pages, PORTRAIT);
  station.feed.put('visit', 'now', elderVisit({ ratable: [served] }));
  await screen(page, 'choose');
  await page.locator('[data-rate-offer]').click();
  await screen(page, 'rate');
  await page.getByText('A007 号今天办得怎么样').waitFor();
  const boxes = await page.locator('[data-level]').evaluateAll((all) =>
    all.map((one) => {
      const { width, height } = one.getBoundingClientRect();
      return `${Math.round(width)}x${Math.round(height)} ${one.getAttribute('aria-pressed') ?? ''}`;
    }),
  );
  expect(boxes).toHaveLength(5);
  expect(new Set(boxes).size).toBe(1);
  expect(await overflow(page)).toMatchObject({ across: 0 });
  expect(await brokenRules(page)).toEqual([]);
  await takePicture(page, 'kiosk-rate');
  await page.locator('[data-rate-skip]').click();
  await screen(page, 'choose');
  expect(station.count('rateVisit')).toBe(0);
});

test('one touch rates, the kiosk thanks, and the choice of a service stands again', async () => {
  const { page, station } = await openKiosk(browser, pages);
  const visit = elderVisit({ ratable: [served] });
  station.feed.put('visit', 'now', visit);
  station.answers.rateVisit = () => {
    station.feed.put('visit', 'now', { ...visit, ratable: [] });
    return ok({});
  };
  await page.locator('[data-rate-offer]').click();
  await screen(page, 'rate');
  await page.locator('[data-level="4"]').click();
  await screen(page, 'choose');
  await page.getByText('谢谢您的评价').waitFor();
  expect(station.asked.find(({ operation }) => operation === 'rateVisit')?.input).toMatchObject({
    ticketId: served.ticketId,
    level: 4,
  });
});

test('nobody else is asked', async () => {
  const { page, station } = await openKiosk(browser, pages);
  station.feed.put('visit', 'now', elderVisit());
  await screen(page, 'choose');
  expect(await page.locator('[data-rate-offer]').count()).toBe(0);
});
