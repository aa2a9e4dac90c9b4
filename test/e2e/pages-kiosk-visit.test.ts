import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { err, ok } from '../../preload/contracts/result.ts';
import { SAME_TOUCH_MS } from '../../renderer/shared/same-touch.ts';
import { buildPages, launchChromium } from '../support/chromium.ts';
import {
  cardlessVisit,
  elderVisit,
  sampleDevice,
  sampleId,
  sampleStation,
  visitTicket,
} from '../support/fake-services/samples.ts';
import { openKiosk, screen, type FakeStation } from '../support/pages/bench.ts';
import { chooseTextSize } from '../support/pages/kiosk-looks.ts';
import { waitFor } from '../support/wait-for.ts';

let browser: Browser;
let pages: string;
beforeAll(async () => {
  pages = await buildPages();
  browser = await launchChromium();
});
afterAll(() => browser.close());

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const tile = (page: Page, code: string) => page.locator(`[data-service="${code}"]`);

/** A station that does what a real one does with a visit. */
function letVisitsHappen(station: FakeStation): void {
  let visit = cardlessVisit();
  station.answers.beginWithoutCard = () => {
    visit = cardlessVisit();
    station.feed.put('visit', 'now', visit);
    return ok(visit);
  };
  station.answers.takeTicket = ({ serviceCode }) => {
    const taken = visitTicket({
      serviceCode,
      priorityClass: 'ordinary',
      priorityReason: 'none',
      printState: 'sent',
    });
    station.feed.put('visit', 'now', { ...visit, tickets: [taken] });
    return ok({ ticketId: taken.ticketId, number: taken.number, alreadyHeld: false });
  };
  station.answers.endVisit = () => {
    station.feed.put('visit', 'now', null);
    return ok({});
  };
}

describe('a person without a card', () => {
  test('has a number after two touches', async () => {
    const { page, station, complaints } = await openKiosk(browser, pages);
    letVisitsHappen(station);
    await page.locator('.no-card').click();
    await tile(page, 'LN-01').click();
    await screen(page, 'done');
    expect(await page.locator('[data-number]').innerText()).toBe('A012');
    expect(station.asked.map(({ operation }) => operation)).toEqual(['beginWithoutCard', 'takeTicket']);
    expect(station.asked[1]?.input).toEqual({ requestId: expect.any(String), serviceCode: 'LN-01' });
    await button(page, '办好了').click();
    await screen(page, 'idle');
    expect(complaints).toEqual([]);
  });

  test('may say that they are over 60, or have another priority, and take it back', async () => {
    const { page, station } = await openKiosk(browser, pages);
    letVisitsHappen(station);
    await page.locator('.no-card').click();
    await button(page, '我 60 岁以上').click();
    await page.locator('.greeting .badge').waitFor();
    expect(await button(page, '我 60 岁以上').getAttribute('aria-pressed')).toBe('true');
    await button(page, '我需要优先').click();
    await button(page, '孕妇').click();
    expect(await button(page, '孕妇').getAttribute('aria-pressed')).toBe('true');
    expect(await button(page, '我 60 岁以上').getAttribute('aria-pressed')).toBe('false');
    await button(page, '孕妇').click();
    await button(page, '都不是').click();
    expect(await page.locator('.greeting').count()).toBe(0);
    await button(page, '我 60 岁以上').click();
    await tile(page, 'LN-01').click();
    await screen(page, 'done');
    expect(station.asked.at(-1)?.input).toMatchObject({ priorityClass: 'elder' });
  });

  test('who goes first by their card is not asked again', async () => {
    const { page, station } = await openKiosk(browser, pages);
    station.feed.put('visit', 'now', elderVisit());
    await screen(page, 'choose');
    expect(await page.locator('[data-statement]').count()).toBe(0);
    expect(await page.locator('.greeting').innerText()).toMatch(/张\*英 您好，78 岁\s*优先办理/);
  });
});

describe('impatient and trembling fingers', () => {
  test('twenty taps on a service are one request', async () => {
    const { page, station } = await openKiosk(browser, pages);
    letVisitsHappen(station);
    await page.locator('.no-card').click();
    await screen(page, 'choose');
    await tile(page, 'LN-01').evaluate((element: HTMLElement) => {
      for (let tap = 0; tap < 20; tap += 1) element.click();
    });
    await screen(page, 'done');
    expect(station.count('takeTicket')).toBe(1);
  });
  test('a double touch does not hit what the first one brought up', async () => {
    const { page, station } = await openKiosk(browser, pages);
    letVisitsHappen(station);
    await page.locator('.no-card').dblclick();
    await screen(page, 'choose');
    await page.mouse.dblclick(500, 400);
    await screen(page, 'done');
    expect(station.asked.map(({ operation }) => operation)).toEqual(['beginWithoutCard', 'takeTicket']);
  });
  test('a second touch after the answer was lost is the same request', async () => {
    const { page, station } = await openKiosk(browser, pages);
    letVisitsHappen(station);
    const take = station.answers.takeTicket;
    station.answers.takeTicket = () => err({ kind: 'hall-unreachable' });
    await page.locator('.no-card').click();
    await tile(page, 'LN-01').click();
    await page.getByText('号码不会丢。请再点一次').waitFor();
    await page.waitForTimeout(SAME_TOUCH_MS); // a calm second touch, not a trembling one
    station.answers.takeTicket = take ?? station.answers.takeTicket;
    await tile(page, 'LN-01').click();
    await screen(page, 'done');
    const ids = station.asked
      .filter(({ operation }) => operation === 'takeTicket')
      .map(({ input }) => input['requestId']);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });
});

describe('paper', () => {
  test('is told of as it comes, and no time runs out while it is printed', async () => {
    const { page, station } = await openKiosk(browser, pages);
    const paper = (over: Parameters<typeof visitTicket>[0]) =>
      station.feed.put('visit', 'now', elderVisit({ tickets: [visitTicket(over)] }));
    paper({ printState: 'sent' });
    await page.locator('[data-paper="printing"]').waitFor();
    expect(await page.locator('.ends').innerText()).toBe('');
    paper({ printState: 'confirmed' });
    await page.locator('[data-paper="printed"]').waitFor();
    await page.locator('.ends', { hasText: '秒后回到首页' }).waitFor();
    expect(await button(page, '补打小票').count()).toBe(0);
  });
  test('that did not come out can be printed once more; with a broken printer nothing is promised', async () => {
    const { page, station } = await openKiosk(browser, pages);
    const lost = visitTicket({ printState: 'unknown', printProblem: 'no-paper' });
    station.answers.reprint = () => ok({ printState: 'pending' });
    station.feed.put('visit', 'now', elderVisit({ tickets: [lost] }));
    await page.getByText('票没打出来，请记住号码').waitFor();
    await button(page, '补打小票').click();
    await waitFor(() => station.count('reprint') === 1 || undefined);
    expect(station.asked.at(-1)?.input['ticketId']).toBe(lost.ticketId);
    station.feed.put(
      'devices',
      'ticketPrinter',
      sampleDevice('ticketPrinter', { state: 'unavailable', reason: 'no-paper' }),
    );
    await button(page, '补打小票').waitFor({ state: 'detached' });
  });
  test('of a number held before is offered, not claimed', async () => {
    const { page, station } = await openKiosk(browser, pages);
    station.feed.put('visit', 'now', elderVisit({ tickets: [visitTicket({ alreadyHeld: true })] }));
    await page.getByText('您已经取过号了，号码还有效').waitFor();
    expect(await page.locator('[data-paper]').count()).toBe(0);
    await button(page, '补打小票').waitFor();
  });
});

describe('one visit', () => {
  test('can hold two numbers; the one just taken is shown', async () => {
    const { page, station } = await openKiosk(browser, pages);
    const first = visitTicket();
    const second = visitTicket({ ticketId: sampleId(77), number: 'B077', serviceCode: 'JZ-01' });
    station.feed.put('visit', 'now', elderVisit({ tickets: [first] }));
    await button(page, '再办一件事').click();
    await screen(page, 'choose');
    station.answers.takeTicket = () => {
      station.feed.put('visit', 'now', elderVisit({ tickets: [first, second] }));
      return ok({ ticketId: second.ticketId, number: second.number, alreadyHeld: false });
    };
    await tile(page, 'JZ-01').click();
    await screen(page, 'done');
    expect(await page.locator('[data-number]').innerText()).toBe('B077');
  });
  test('leaves neither size nor language behind', async () => {
    const { page, station } = await openKiosk(browser, pages);
    await chooseTextSize(page, 'largest');
    await button(page, 'English').click();
    station.feed.put('visit', 'now', elderVisit());
    await screen(page, 'choose');
    expect(await page.locator('html').getAttribute('data-text-size')).toBe('largest');
    station.feed.put('visit', 'now', null);
    await screen(page, 'idle');
    expect(await page.locator('html').getAttribute('data-text-size')).toBe('standard');
    expect(await page.locator('h1').innerText()).toBe('请把身份证放在这里');
  });
  test('needs no touch at all: arrows, Enter and Escape do everything', async () => {
    const { page, station } = await openKiosk(browser, pages);
    letVisitsHappen(station);
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
    const moveTo = async (words: string): Promise<void> => {
      await waitFor(async () => {
        await page.keyboard.press('ArrowDown');
        return (await focused()).includes(words) || undefined;
      });
      await page.keyboard.press('Enter');
    };
    await moveTo('没带身份证');
    await screen(page, 'choose');
    await moveTo('其他事项');
    await screen(page, 'more');
    await page.keyboard.press('Escape');
    await screen(page, 'choose');
    await moveTo('高龄津贴申请');
    await screen(page, 'done');
    await moveTo('办好了');
    await screen(page, 'idle');
    expect(station.asked.map(({ operation }) => operation)).toEqual([
      'beginWithoutCard',
      'takeTicket',
      'endVisit',
    ]);
  });
});

describe('what cannot be done is said kindly', () => {
  test.each([
    ['lift-and-replace', '没有读到身份证，请拿起来再放一次'],
    ['not-an-id-card', '这张不是身份证，请换成居民身份证'],
    ['go-to-counter', '机器读不了这张身份证。请到 1、2 号窗口，有人帮您取号。'],
  ] as const)('reader: %s', async (readerAdvice, sentence) => {
    const { page, station } = await openKiosk(browser, pages);
    station.feed.put('station', 'now', sampleStation({ readerAdvice }));
    await page.getByRole('heading', { name: sentence }).waitFor();
    await page.locator('.no-card').waitFor();
  });
  test('a reader that is gone', async () => {
    const { page, station } = await openKiosk(browser, pages);
    station.feed.put(
      'devices',
      'idCardReader',
      sampleDevice('idCardReader', { state: 'unavailable', reason: 'disconnected' }),
    );
    await page.getByRole('heading', { name: '现在读不了身份证。请点“没带身份证”取号。' }).waitFor();
  });
  test('an expired card', async () => {
    const { page, station } = await openKiosk(browser, pages);
    station.feed.put('visit', 'now', elderVisit({ cardExpired: true }));
    await page.getByText('身份证过期了，也可以取号').waitFor();
  });
  test('a hall that cannot be reached: whom to ask, and it ends by itself', async () => {
    const { page, station } = await openKiosk(browser, pages);
    station.feed.put('station', 'now', sampleStation({ hall: 'unreachable' }));
    await page.getByText('请到 1、2 号窗口，工作人员帮您办').waitFor();
    station.feed.put('station', 'now', sampleStation());
    await screen(page, 'idle');
  });
  test('a refusal of the service', async () => {
    const { page, station } = await openKiosk(browser, pages);
    station.answers.takeTicket = () => err({ kind: 'storage', trouble: 'full' });
    station.feed.put('visit', 'now', elderVisit());
    await tile(page, 'LN-01').click();
    await page.getByRole('alert').getByText('这台机器暂时取不了号，请找工作人员帮您').waitFor();
    expect(await page.locator('body').innerText()).not.toMatch(/storage|full|磁盘/);
  });
});

test('stand-ins are said to be such on every screen, and only they offer demonstration cards', async () => {
  const { page, station } = await openKiosk(browser, pages);
  expect(await page.locator('.simulated').count()).toBe(0);
  station.answers.simulateCard = () => ok({});
  station.feed.put('station', 'now', sampleStation({ simulated: ['idCardReader', 'ticketPrinter'] }));
  station.feed.put('devices', 'idCardReader', sampleDevice('idCardReader', { simulated: true }));
  await page.getByText('演示：读卡器、小票打印机是模拟的').waitFor();
  await button(page, '放一张 78 岁的演示卡').click();
  await waitFor(() => station.count('simulateCard') === 1 || undefined);
  const born = `${new Date().getFullYear() - 78}0101`;
  expect(station.asked[0]?.input['card']).toEqual({ name: '张秀英', birthDate: born, sex: 'female' });
  station.feed.put('visit', 'now', elderVisit());
  await screen(page, 'choose');
  await button(page, '拿走演示卡').waitFor();
});

test('markup in any field is shown as text', async () => {
  const { page, station, complaints } = await openKiosk(browser, pages);
  const evil = '<img src=x onerror=alert(1)>{{7*7}}';
  station.feed.put('station', 'now', sampleStation({ hallName: evil, simulated: [evil] }));
  await page.locator('.hall', { hasText: evil }).waitFor();
  await page.locator('.simulated', { hasText: evil }).waitFor();
  station.feed.put('visit', 'now', elderVisit({ maskedName: evil, visitId: randomUUID() }));
  await page.locator('.greeting', { hasText: evil }).waitFor();
  const ticket = visitTicket({ serviceName: evil, printProblem: evil });
  station.feed.put('visit', 'now', elderVisit({ visitId: sampleId(5), tickets: [ticket] }));
  await page.locator('.service', { hasText: evil }).waitFor();
  expect(await page.locator('img').count()).toBe(0);
  expect(complaints).toEqual([]);
});
