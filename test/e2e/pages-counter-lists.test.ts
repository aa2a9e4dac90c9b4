import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { err, ok } from '../../preload/contracts/result.ts';
import { buildPages, launchChromium } from '../support/chromium.ts';
import { minutesAgo, sampleHall, sampleId, sampleTicket } from '../support/fake-services/samples.ts';
import { looksWell, openCounter, press, steps, taken } from '../support/pages/counter-bench.ts';
import { waitFor } from '../support/wait-for.ts';

let browser: Browser;
let pages: string;
beforeAll(async () => {
  pages = await buildPages();
  browser = await launchChromium();
});
afterAll(() => browser.close());

describe('who waits', () => {
  test('stands in the hall’s order, with priority in word and shape and minutes by the hall’s clock', async () => {
    const { page, counter, complaints } = await openCounter(browser, pages);
    const rows = page.locator('[data-waiting]');
    const numbers = await rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-waiting')));
    expect(numbers.slice(0, 4)).toEqual(['A006', 'A004', 'A005', 'A007']);
    expect(await rows.nth(0).innerText()).toMatch(/A006[\s\S]*长者优先[\s\S]*久等\s*68 分钟/);
    expect(await rows.nth(0).locator('.badge svg').count()).toBe(1);
    expect(await page.locator('[data-next]').innerText()).toMatch(/下一位\s*A006/);
    await looksWell(page, 'nobody');
    counter({ services: ['JZ-13'], waiting: 1 });
    await page.getByText('另有 19 人等其他窗口').waitFor();
    expect(await rows.count()).toBe(1);
    await page.getByRole('button', { name: '一起显示' }).click();
    await page.getByText('以下等其他窗口').waitFor();
    expect(await rows.count()).toBe(18);
    await page.keyboard.press('0');
    await page.getByText('以下等其他窗口').waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  });
  test('and was passed on to this counter is marked, whatever the counter serves; what waits for another is not mine', async () => {
    const { page, counter, put } = await openCounter(browser, pages);
    counter({ services: ['JZ-13'] });
    put(sampleTicket(4, { forCounterId: '3' }));
    put(sampleTicket(10, { forCounterId: '1' }));
    await page.locator('[data-waiting="A004"] [data-for-counter]', { hasText: '指定本窗口' }).waitFor();
    await page.locator('[data-waiting="A010"]').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '一起显示' }).click();
    await page.locator('[data-waiting="A010"]', { hasText: '指定 1 号窗口' }).waitFor();
  });
  test('two hundred at once: all there, none drawn anew by the clock’s tick', async () => {
    const { page, hall, put } = await openCounter(browser, pages);
    for (let n = 24; n <= 205; n += 1) put(sampleTicket(n, { issuedAt: minutesAgo(30) }));
    hall.feed.put('hall', 'now', sampleHall({ waiting: 200 }));
    await page.locator('[data-waiting="A205"]').waitFor({ state: 'attached' });
    expect(await page.locator('[data-waiting]').count()).toBe(200);
    await page.evaluate(() => {
      const list = document.querySelector('.waiting .rows');
      const seen = ((window as unknown as { seen: string[] }).seen = []);
      new MutationObserver((changes) => seen.push(...changes.map(({ type }) => type as never))).observe(
        list as Element,
        { subtree: true, childList: true, characterData: true, attributes: true },
      );
    });
    const clock = await page
      .locator('.rows')
      .first()
      .evaluate(() => performance.now());
    await page.waitForFunction((from) => performance.now() - from > 2_500, clock);
    const changes = await page.evaluate(() => (window as unknown as { seen: string[] }).seen.length);
    // The minute may turn once meanwhile: 200 numbers then change, each once; never the rows themselves.
    expect(changes).toBeLessThanOrEqual(200);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('A004');
    await looksWell(page, 'two-hundred');
  });
});

describe('one number of a list, by keyboard alone', () => {
  test('its class is corrected with the reason: two digits', async () => {
    const { page, hall, put, complaints } = await openCounter(browser, pages);
    hall.answers.correctPriority = ({ priorityClass }) =>
      ok(put(sampleTicket(4, { priorityClass, priorityReason: 'staff' })));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('[data-panel="ticket"][data-of="A004"]').waitFor();
    expect(await page.locator('[data-choice="unwell"]').count(), 'a clerk calls nobody out of order').toBe(0);
    await page.keyboard.press('1');
    await page.locator('[data-panel="correct"][data-step="class"]').waitFor();
    expect(await page.locator('[data-choice="ordinary"]').isEnabled()).toBe(false);
    await looksWell(page, 'correct');
    await page.keyboard.press('1');
    await page.locator('[data-step="why"] [data-choice="unwell"]').waitFor();
    await page.keyboard.press('3');
    await page.locator('[data-waiting="A004"]', { hasText: '工作人员安排' }).waitFor();
    await page.locator('[data-panel]').waitFor({ state: 'detached' });
    expect(steps(hall)).toEqual(['correctPriority']);
    expect(taken(hall).at(-1)?.input).toMatchObject({
      ...{ ticketId: sampleId(4), priorityClass: 'urgent', why: 'unwell' },
    });
    expect(complaints).toEqual([]);
  });
  test('a person who is called while the class is being chosen leaves nothing to correct', async () => {
    const { page, put } = await openCounter(browser, pages);
    await page.locator('[data-waiting="A004"] [data-row]').click();
    await page.locator('[data-choice="correct"]').click();
    await page.locator('[data-panel="correct"]').waitFor();
    put(sampleTicket(4, { state: 'called', counterId: '1', calledAt: minutesAgo(0), callCount: 1 }));
    await page.locator('[data-panel="correct"]').waitFor({ state: 'detached' });
  });
  test('a supervisor calls it out of order with a reason, and not while somebody is at the counter', async () => {
    const { page, hall, counter, put } = await openCounter(browser, pages, 'supervisor');
    hall.answers.callTicket = ({ ticketId }) => {
      const { number, serviceCode, priorityClass } = put(
        sampleTicket(7, { state: 'called', counterId: '3' }),
      );
      counter({ ticketId });
      return ok({ ticketId, number, serviceCode, priorityClass });
    };
    await page.locator('[data-waiting="A007"] [data-row]').focus();
    await page.keyboard.press('Enter');
    await page.locator('[data-choice="brought-back-documents"]').waitFor();
    await looksWell(page, 'out-of-order');
    await page.keyboard.press('2');
    await page.locator('[data-number]', { hasText: 'A007' }).waitFor();
    expect(taken(hall).at(-1)).toMatchObject({
      operation: 'callTicket',
      input: { ticketId: sampleId(7), counterId: '3', why: 'brought-back-documents' },
    });
    await page.locator('[data-waiting="A008"] [data-row]').click();
    await page.locator('[data-of="A008"]').waitFor();
    expect(await page.locator('[data-choice="unwell"]').isEnabled()).toBe(false);
    await page.keyboard.press('1');
    await page.keyboard.press('Escape');
    await page.locator('[data-panel]').waitFor({ state: 'detached' });
    expect(hall.count('callTicket')).toBe(1);
  });
  test('a clerk is offered it only where the hall lets clerks', async () => {
    const { page, hall } = await openCounter(browser, pages);
    const row = page.locator('[data-waiting="A007"] [data-row]');
    await row.click();
    await page.locator('[data-of="A007"]').waitFor();
    expect(await page.locator('[data-choice="unwell"]').count()).toBe(0);
    await page.keyboard.press('Escape');
    hall.feed.put('hall', 'now', sampleHall({ clerksCallOutOfOrder: true }));
    await row.click();
    await page.locator('[data-choice="unwell"]').waitFor();
  });
  test('a refusal is one line and the choice stays', async () => {
    const { page, hall } = await openCounter(browser, pages, 'supervisor');
    hall.answers.callTicket = () => err({ kind: 'not-allowed', role: 'supervisor', operation: 'callTicket' });
    await page.locator('[data-waiting="A007"] [data-row]').click();
    await page.locator('[data-choice="unwell"]').click();
    await page.locator('.problem', { hasText: '这个账号不能做这一步' }).waitFor();
    expect(await page.locator('[data-panel="ticket"]').count()).toBe(1);
  });
});

describe('missed and away', () => {
  test('a missed person goes back into the queue by one click, or is called at once by keyboard', async () => {
    const { page, hall, counter, put } = await openCounter(browser, pages);
    hall.answers.returnTicket = () => ok(put(sampleTicket(1)));
    await page.getByRole('button', { name: 'A001 回来排队' }).click();
    await page.locator('[data-missed="A001"]').waitFor({ state: 'detached' });
    hall.answers.callTicket = ({ ticketId }) => {
      const { number, serviceCode, priorityClass } = put(
        sampleTicket(2, { state: 'called', counterId: '3' }),
      );
      counter({ ticketId });
      return ok({ ticketId, number, serviceCode, priorityClass });
    };
    // Waiting, away, missed: two lists to the right.
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.locator('[data-of="A002"]').waitFor();
    await looksWell(page, 'missed');
    await page.keyboard.press('2');
    await page.locator('[data-number]', { hasText: 'A002' }).waitFor();
    expect(taken(hall).at(-1)?.input).toMatchObject({ ticketId: sampleId(2), why: 'came-late' });
  });
  test('a parked person goes on only once the counter is free', async () => {
    const { page, hall, counter, put } = await openCounter(browser, pages);
    const served = put(sampleTicket(9, { state: 'serving', counterId: '3' }));
    counter({ ticketId: served.ticketId });
    const goOn = page.getByRole('button', { name: 'A022 继续办理' });
    await page.locator('[data-ticket-state="serving"]').waitFor();
    expect(await goOn.isEnabled()).toBe(false);
    counter({ ticketId: null });
    hall.answers.resumeTicket = ({ ticketId }) => {
      counter({ ticketId });
      return ok(put(sampleTicket(22, { state: 'serving', counterId: '3' })));
    };
    await press(page, 'ArrowLeft', '[data-next]');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.locator('[data-of="A022"]').waitFor();
    await page.keyboard.press('1');
    await page.locator('[data-number]', { hasText: 'A022' }).waitFor();
    await waitFor(() => hall.count('resumeTicket') === 1 || undefined);
    expect(taken(hall).at(-1)?.input).toMatchObject({ ticketId: sampleId(22), counterId: '3' });
  });
});
