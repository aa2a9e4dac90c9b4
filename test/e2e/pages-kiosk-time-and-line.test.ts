import type { Browser, Page, WebSocket } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FEED_PROTOCOL, FEED_TOKEN_PREFIX } from '../../preload/contracts/feed.ts';
import { ok } from '../../preload/contracts/result.ts';
import { buildPages, launchChromium, takePicture } from '../support/chromium.ts';
import { cardlessVisit, elderVisit, sampleStation, visitTicket } from '../support/fake-services/samples.ts';
import { LANDSCAPE, openKiosk, screen, type FakeStation } from '../support/pages/bench.ts';
import { overflow } from '../support/pages/measure.ts';
import { waitFor } from '../support/wait-for.ts';

let browser: Browser;
let pages: string;
beforeAll(async () => {
  pages = await buildPages();
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** A kiosk whose clock the test moves, in steps after each of which the page has heard from its station again. */
async function openKioskInOurTime() {
  let line: WebSocket | undefined;
  const bench = await openKiosk(browser, pages, LANDSCAPE, async (page) => {
    page.on('websocket', (socket) => (line = socket));
    await page.clock.install();
  });
  bench.station.answers.endVisit = () => {
    bench.station.feed.put('visit', 'now', null);
    return ok({});
  };
  const pass = async (seconds: number): Promise<void> => {
    for (let passed = 0; passed < seconds; passed += 5) {
      await bench.page.clock.runFor(Math.min(5, seconds - passed) * 1000);
      await line?.waitForEvent('framereceived');
    }
  };
  return { ...bench, pass };
}

const warning = (page: Page) => page.locator('[data-warning]');
const done = (station: FakeStation, over: Parameters<typeof visitTicket>[0] = {}) =>
  station.feed.put('visit', 'now', elderVisit({ tickets: [visitTicket(over)] }));

describe('a person who has gone', () => {
  test('is warned after 40 s and forgotten after 60', async () => {
    const { page, station, pass } = await openKioskInOurTime();
    station.feed.put('visit', 'now', cardlessVisit());
    await screen(page, 'choose');
    await pass(35);
    expect(await warning(page).count()).toBe(0);
    await pass(10);
    await warning(page).getByText('您还在吗？').waitFor();
    await takePicture(page, 'kiosk-still-there');
    expect(await overflow(page)).toEqual({ down: 0, across: 0 });
    expect(station.count('endVisit')).toBe(0);
    await pass(20);
    await screen(page, 'idle');
    expect(station.count('endVisit')).toBe(1);
  });
  test('an elder has twice the time', async () => {
    const { page, station, pass } = await openKioskInOurTime();
    done(station);
    await screen(page, 'done');
    await pass(85);
    expect(await warning(page).count()).toBe(0);
    await pass(10);
    await warning(page).waitFor();
    await pass(20);
    expect(station.count('endVisit')).toBe(0);
    await pass(10);
    await screen(page, 'idle');
  });
  test('one touch anywhere gives all the time anew, as often as wanted', async () => {
    const { page, station, pass } = await openKioskInOurTime();
    station.feed.put('visit', 'now', cardlessVisit());
    await screen(page, 'choose');
    for (let time = 0; time < 10; time += 1) {
      await pass(50);
      await warning(page).waitFor();
      await page.mouse.click(960, 20);
      await warning(page).waitFor({ state: 'detached' });
    }
    expect(station.count('endVisit')).toBe(0);
  });
  test('never while a ticket is being printed', async () => {
    const { page, station, pass } = await openKioskInOurTime();
    done(station, { printState: 'sent' });
    await screen(page, 'done');
    await pass(300);
    expect(station.count('endVisit')).toBe(0);
    done(station, { printState: 'confirmed' });
    await page.locator('[data-paper="printed"]').waitFor();
    await pass(125);
    await screen(page, 'idle');
  });
  test('who only changed the size and walked off leaves the default behind', async () => {
    const { page, station, pass } = await openKioskInOurTime();
    await page.locator('[data-bar="looks"]').click();
    await page.locator('[data-size="largest"]').click();
    await pass(65);
    expect(await page.locator('html').getAttribute('data-text-size')).toBe('standard');
    expect(station.asked).toEqual([]);
  });
});

describe('a line that is lost', () => {
  const note = (page: Page) => page.getByText('正在重新连接。号码不会丢');

  test('is said calmly, nothing can be touched meanwhile, and it comes back by itself', async () => {
    const { page, station } = await openKiosk(browser, pages);
    station.feed.cut();
    await note(page).waitFor();
    await takePicture(page, 'kiosk-line-lost');
    expect(await page.locator('main').getAttribute('inert')).not.toBeNull();
    const box = await page.locator('.line-note').boundingBox();
    expect(box?.width).toBe(LANDSCAPE.width);
    station.feed.putUnheard('station', 'now', sampleStation({ waiting: 77 }));
    station.feed.comeBack();
    await note(page).waitFor({ state: 'detached' });
    await page.getByText('现在有 77 人在等候').waitFor();
    await screen(page, 'idle');
  });
  test('leaves the number in sight', async () => {
    const { page, station } = await openKiosk(browser, pages);
    done(station);
    await screen(page, 'done');
    station.feed.cut();
    await note(page).waitFor();
    expect(await page.locator('[data-number]').innerText()).toBe('A012');
    expect(await page.getByRole('button', { name: '办好了' }).isDisabled()).toBe(true);
    expect(await overflow(page)).toEqual({ down: 0, across: 0 });
  });
  test('is noticed when it only falls silent', async () => {
    const { page, station } = await openKiosk(browser, pages, LANDSCAPE, (opened) => opened.clock.install());
    station.feed.fallSilent();
    await page.clock.runFor(15_500);
    await note(page).waitFor();
    station.feed.fallSilent(false);
    await page.clock.runFor(1_000);
    await note(page).waitFor({ state: 'detached' });
  });
  test('a message that went missing is noticed and mended by a snapshot', async () => {
    const { page, station } = await openKiosk(browser, pages);
    station.feed.putUnheard('station', 'now', sampleStation({ waiting: 41 }));
    await page.getByText('现在有 41 人在等候').waitFor();
    expect(station.feed.snapshotsAsked).toBeGreaterThanOrEqual(1);
    expect(await note(page).count()).toBe(0);
  });
  test('a late duplicate changes nothing', async () => {
    const { page, station } = await openKiosk(browser, pages);
    station.feed.repeatStale('station', 'now', sampleStation({ waiting: 99 }));
    station.feed.put('station', 'now', sampleStation({ waiting: 13 }));
    await page.getByText('现在有 13 人在等候').waitFor();
    expect(station.feed.snapshotsAsked).toBe(0);
  });
});

describe('the token', () => {
  test('leaves the address bar, survives a reload, and travels in header and sub-protocol only', async () => {
    const { page, station } = await openKiosk(browser, pages);
    station.answers.beginWithoutCard = () => ok(cardlessVisit());
    const addresses: string[] = [];
    page.on('request', (request) => addresses.push(request.url()));
    await page.goto(`${station.origin}/kiosk/?again#token=tok-123`);
    await screen(page, 'idle');
    expect(page.url()).toBe(`${station.origin}/kiosk/?again`);
    await page.reload();
    await screen(page, 'idle');
    await page.locator('.no-card').click();
    await waitFor(() => station.count('beginWithoutCard') === 1 || undefined);
    expect(station.asked[0]?.authorization).toBe('Bearer tok-123');
    expect(station.feed.offered).toEqual([
      [FEED_PROTOCOL],
      [FEED_PROTOCOL, `${FEED_TOKEN_PREFIX}tok-123`],
      [FEED_PROTOCOL, `${FEED_TOKEN_PREFIX}tok-123`],
    ]);
    expect(addresses.filter((address) => address.includes('tok-123') && !address.includes('#'))).toEqual([]);
  });
  test('in the shell the page asks where its services are and has no token', async () => {
    const { page, station } = await openKiosk(browser, pages);
    await page.addInitScript((origin) => {
      Object.assign(window, {
        shell: { address: async () => ({ hall: 'http://192.0.2.1:1', station: origin }) },
      });
    }, station.origin);
    await page.goto(`${station.origin}/kiosk/#token=ignored`);
    await screen(page, 'idle');
    expect(station.feed.offered.at(-1)).toEqual([FEED_PROTOCOL]);
  });
});

test('the policy lets no foreign script in', async () => {
  const { page, complaints } = await openKiosk(browser, pages);
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.intruder = true';
    document.body.append(script);
  });
  expect(await page.evaluate(() => 'intruder' in window)).toBe(false);
  expect(complaints.some((line) => line.includes('script-src'))).toBe(true);
});
