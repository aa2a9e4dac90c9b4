import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TicketView, VisitService } from '../../preload/contracts/hall-operations.ts';
import { err, ok } from '../../preload/contracts/result.ts';
import { buildPages, launchChromium } from '../support/chromium.ts';
import { sampleCounter, sampleId } from '../support/fake-services/samples.ts';
import { atCounter, looksWell, openCounter, press, steps, taken } from '../support/pages/counter-bench.ts';

let browser: Browser;
let pages: string;
beforeAll(async () => {
  pages = await buildPages();
  browser = await launchChromium();
});
afterAll(() => browser.close());

const matter = (serviceCode: string, state: VisitService['state']): VisitService => ({
  serviceCode,
  serviceName: `事项 ${serviceCode}`,
  state,
});
/** A001 with two matters, the first of them under way. */
const twoMatters = (over: Partial<TicketView> = {}): TicketView =>
  atCounter(1, {
    serviceCode: 'LN-01',
    serviceName: '事项 LN-01',
    services: [matter('LN-01', 'now'), matter('JZ-13', 'later')],
    ...over,
  });

async function servingTwo() {
  const bench = await openCounter(browser, pages);
  bench.counter({ ticketId: bench.put(twoMatters()).ticketId });
  await bench.page.locator('[data-matter="later"]').waitFor();
  return bench;
}

describe('several matters under one number', () => {
  test('are listed with what is done, now and later; finishing one goes on to the next and says so before', async () => {
    const { page, hall, put, complaints } = await servingTwo();
    await page.getByText('在本窗口接着办下一项').waitFor();
    expect(await page.locator('[data-action="finish"].big').innerText()).toContain('这项办完');
    await looksWell(page, 'two-matters');
    hall.answers.finishService = () =>
      ok(
        put(
          twoMatters({
            serviceCode: 'JZ-13',
            serviceName: '事项 JZ-13',
            services: [matter('LN-01', 'done'), matter('JZ-13', 'now')],
          }),
        ),
      );
    await press(page, 'F6', '[data-action="finish"].big:enabled');
    await page.locator('[data-matter="done"]', { hasText: 'LN-01' }).waitFor();
    expect(await page.locator('[data-matter="now"]').innerText()).toContain('JZ-13');
    expect(await page.locator('[data-action="finish"].big').innerText()).toContain('办完了');
    await press(page, 'F6', '[data-action="finish"].big:enabled');
    const [first, second] = taken(hall).map(({ input }) => input['requestId']);
    expect(steps(hall)).toEqual(['finishService', 'finishService']);
    expect(second).not.toBe(first);
    expect(complaints).toEqual([]);
  });
  test('a matter that this counter does not serve is said to be for another', async () => {
    const { page, hall } = await servingTwo();
    hall.feed.put('counters', '3', sampleCounter('3', { services: ['LN-01'], ticketId: sampleId(1) }));
    await page.getByText('到其他窗口等下一项').waitFor();
  });
  test.each([
    ['1', { outcome: 'not-possible-today' }],
    ['2', { outcome: 'sent-elsewhere' }],
    ['3', { outcome: 'done', endVisit: true }],
    ['4', { outcome: 'not-possible-today', endVisit: true }],
  ])('Delete and %s ends it with %j', async (digit, ending) => {
    const { page, hall, counter, put } = await servingTwo();
    hall.answers.finishService = () => {
      counter({ ticketId: null });
      return ok(put(twoMatters({ state: 'done' })));
    };
    await press(page, 'Delete', '[data-action="ending"]:enabled');
    await page.locator('[data-choice="notTodayAndEnd"]').waitFor();
    if (digit === '1') await looksWell(page, 'ending');
    await page.keyboard.press(digit);
    await page.getByText('窗口前没有人').waitFor();
    const { requestId, ...input } = taken(hall).at(-1)?.input ?? {};
    expect(requestId).toBeTypeOf('string');
    expect(input).toEqual({ ticketId: sampleId(1), counterId: '3', ...ending });
  });
  test('a single matter has no way to drop others', async () => {
    const { page, counter, put } = await openCounter(browser, pages);
    counter({ ticketId: put(atCounter(1)).ticketId });
    await page.locator('[data-action="ending"]:enabled').click();
    await page.locator('[data-choice="elsewhere"]').waitFor();
    expect(await page.locator('[data-choice]').count()).toBe(2);
    expect(await page.locator('[data-matter]').count()).toBe(0);
  });
});

test('one more matter is added by keyboard: Home, letters, Enter; what the visit has is not offered', async () => {
  const { page, hall, put, complaints } = await servingTwo();
  hall.answers.addService = ({ serviceCode }) =>
    ok(
      put(
        twoMatters({
          services: [matter('LN-01', 'now'), matter('JZ-13', 'later'), matter(serviceCode, 'later')],
        }),
      ),
    );
  await press(page, 'Home', '[data-action="addService"]:enabled');
  await page.locator('[data-option="service JZ-05"]').waitFor();
  expect(await page.locator('[data-option="service JZ-13"]').count()).toBe(0);
  await page.keyboard.type('jz05');
  await page.locator('[data-option="service LN-09"]').waitFor({ state: 'detached' });
  await page.keyboard.press('Enter');
  await page.locator('[data-matter="later"]', { hasText: 'JZ-05' }).waitFor();
  expect(taken(hall).at(-1)?.input).toMatchObject({
    ticketId: sampleId(1),
    counterId: '3',
    serviceCode: 'JZ-05',
  });
  expect(complaints).toEqual([]);
  hall.answers.addService = () =>
    err({ kind: 'bad-input', problems: [{ where: 'serviceCode', allowed: 'at most 5' }] });
  await page.locator('[data-action="addService"]').click();
  await page.locator('[data-option="service LN-10"]').click();
  await page.locator('.problem', { hasText: '请求内容不对' }).waitFor();
});

test('somebody without a number is served at once: Home, letters, Enter, one digit', async () => {
  const { page, hall, counter, put, complaints } = await openCounter(browser, pages);
  hall.answers.serveNow = () => {
    const ticket = put(atCounter(30, { printState: 'none' }));
    counter({ ticketId: ticket.ticketId });
    return ok(ticket);
  };
  await press(page, 'Home', '[data-action="serveNow"]:enabled');
  await page.locator('[data-option="service LN-13"]').waitFor();
  await looksWell(page, 'serve-now');
  await page.keyboard.type('助餐资格');
  await page.locator('[data-option="service LN-01"]').waitFor({ state: 'detached' });
  await page.keyboard.press('Enter');
  await page.locator('[data-choice="ordinary"]:focus').waitFor();
  await looksWell(page, 'serve-now-class');
  await page.keyboard.press('1');
  await page.locator('[data-number]', { hasText: 'A030' }).waitFor();
  expect(taken(hall).at(-1)).toMatchObject({
    operation: 'serveNow',
    input: { counterId: '3', serviceCode: 'LN-13', priorityClass: 'ordinary' },
  });
  expect(complaints).toEqual([]);
});

test('a pause has a reason from the closed list; its refusal is one line', async () => {
  const { page, hall } = await openCounter(browser, pages);
  hall.answers.pauseCounter = () => err({ kind: 'storage', trouble: 'full' });
  await press(page, 'F9', '[data-action="pause"]:enabled');
  await page.locator('[data-choice="restroom"]').waitFor();
  await looksWell(page, 'pause');
  await page.keyboard.press('7');
  await page.locator('.problem', { hasText: '大厅存不了新记录' }).waitFor();
  expect(taken(hall).at(-1)?.input).toMatchObject({ counterId: '3', reason: 'other' });
  await page.keyboard.press('Escape');
  await page.locator('[data-next]').waitFor();
});
