import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HelpView, TicketView } from '../../preload/contracts/hall-operations.ts';
import { err, ok } from '../../preload/contracts/result.ts';
import { buildPages, launchChromium } from '../support/chromium.ts';
import { minutesAgo, sampleHelp, sampleId, sampleTicket } from '../support/fake-services/samples.ts';
import { atCounter, looksWell, openCounter, press, steps, taken } from '../support/pages/counter-bench.ts';
import { waitFor } from '../support/wait-for.ts';

let browser: Browser;
let pages: string;
beforeAll(async () => {
  pages = await buildPages();
  browser = await launchChromium();
});
afterAll(() => browser.close());

const inSeconds = (seconds: number): string => new Date(Date.now() + seconds * 1000).toISOString();

describe('the last step is taken back', () => {
  test('by key or button while its seconds run down; afterwards the line is gone and the key does nothing', async () => {
    const { page, hall, counter, complaints } = await openCounter(browser, pages);
    counter({ undoable: { step: 'miss', number: 'A001', until: inSeconds(4) } });
    await page.locator('[data-undo]', { hasText: '刚才：A001 记为过号' }).waitFor();
    const first = Number(await page.locator('[data-undo-seconds]').innerText());
    await page.locator('[data-undo-seconds]', { hasText: String(first - 1) }).waitFor();
    await page.locator('[data-undo]').waitFor({ state: 'detached' });
    await page.keyboard.press('Backspace');
    expect(steps(hall)).toEqual([]);
    counter({ undoable: { step: 'call', number: 'A006', until: inSeconds(60) } });
    await page.locator('[data-undo]').waitFor();
    await looksWell(page, 'undo');
    hall.answers.undoStep = () => {
      counter({});
      return ok({ undone: 'call', ticket: sampleTicket(6) });
    };
    await page.keyboard.press('Backspace');
    await page.locator('[data-undo]').waitFor({ state: 'detached' });
    expect(taken(hall)[0]).toMatchObject({ operation: 'undoStep', input: { counterId: '3' } });
    expect(complaints).toEqual([]);
  });
  test('too late is one line', async () => {
    const { page, hall, counter } = await openCounter(browser, pages);
    counter({ undoable: { step: 'call', number: 'A006', until: inSeconds(60) } });
    hall.answers.undoStep = () => err({ kind: 'undo-too-late', limitSeconds: 5 });
    await page.locator('[data-undo] button').click();
    await page.locator('.problem', { hasText: '5 秒内' }).waitFor();
  });
});

describe('two people with one number', () => {
  const couple = (over: Partial<TicketView>): TicketView =>
    atCounter(6, { people: 2, companionRelation: 'spouse', ...over });
  const masked = (maskedName: string) => ({ maskedName, maskedIdNumber: '110***********002X' });

  test('no names before the call, masked ones after it, one field in clear by its own button, none once they leave', async () => {
    const { page, hall, counter, put, complaints } = await openCounter(browser, pages);
    hall.answers.ticketPeople = () =>
      ok({ holder: masked('张*丰'), companion: masked('李*'), companionRelation: 'spouse' });
    hall.answers.revealPerson = ({ who }) => ok({ value: who === 'holder' ? '张三丰' : '李四' });
    put(couple({ state: 'waiting', counterId: null, calledAt: null }));
    await page.locator('[data-next]', { hasText: '两人 · 夫妻' }).waitFor();
    expect(hall.count('ticketPeople')).toBe(0);
    counter({ ticketId: put(couple({ state: 'called' })).ticketId });
    await page.locator('[data-who="companion"]', { hasText: '李*' }).waitFor();
    expect(await page.locator('[data-people-names] button').count(), 'not before they are served').toBe(0);
    put(couple({ state: 'serving' }));
    const name = page.locator('[data-who="holder"] [data-field="name"]');
    expect(await name.locator('button').innerText()).toContain('会记录');
    await looksWell(page, 'two-people');
    await name.locator('button').click();
    await name.getByText('张三丰').waitFor();
    expect(await page.locator('body').innerText(), 'the other stays masked').not.toContain('李四');
    expect(taken(hall).at(-1)).toMatchObject({
      operation: 'revealPerson',
      input: {
        ...{ ticketId: sampleId(6), counterId: '3', who: 'holder', field: 'name', purpose: 'staff-view' },
      },
    });
    await page.keyboard.press('3');
    await page.locator('[data-who="companion"] [data-field="name"]').getByText('李四').waitFor();
    expect(hall.count('revealPerson'), 'a key shows one field').toBe(2);
    put(couple({ state: 'done' }));
    counter({ ticketId: null });
    await page.locator('[data-people-names]').waitFor({ state: 'detached' });
    for (const trace of ['张三丰', '张*丰', '李*', '002X']) expect(await page.content()).not.toContain(trace);
    expect(complaints).toEqual([]);
  });
  test('an answer that comes after they have left is not shown', async () => {
    const { page, hall, counter, put } = await openCounter(browser, pages);
    let answer = (): void => undefined;
    hall.answers.ticketPeople = () =>
      new Promise((resolve) => {
        answer = () => resolve(ok({ holder: masked('张*丰'), companion: null, companionRelation: null }));
      });
    counter({ ticketId: put(couple({ state: 'called' })).ticketId });
    await waitFor(() => hall.count('ticketPeople') === 1 || undefined);
    counter({ ticketId: null });
    await page.locator('[data-next]').waitFor();
    const answered = page.waitForResponse('**/api/ticketPeople');
    answer();
    await answered;
    expect(await page.content()).not.toContain('张*丰');
  });
});

const helpView = (over: Partial<HelpView>): HelpView => sampleHelp(0, { counterId: '1', ...over });

describe('help', () => {
  test('a colleague is called by two keys; an emergency needs a third, on another key', async () => {
    const { page, hall } = await openCounter(browser, pages);
    hall.answers.callForHelp = ({ kind }) => ok(helpView({ kind, counterId: '3' }));
    await press(page, 'PageDown', '[data-action="help"]:enabled');
    await page.keyboard.press('1');
    await page.locator('[data-done]', { hasText: '已叫人' }).waitFor();
    await press(page, 'PageDown', '[data-action="help"]:enabled');
    await page.locator('[data-panel="help"]').waitFor();
    await looksWell(page, 'help');
    await page.keyboard.press('3');
    await page.locator('[data-sure="true"]').waitFor();
    await page.keyboard.press('3');
    expect(hall.count('callForHelp')).toBe(1);
    await page.keyboard.press('2');
    await waitFor(() => hall.count('callForHelp') === 2 || undefined);
    expect(taken(hall).map(({ input }) => [input['kind'], input['counterId']])).toEqual([
      ['colleague', '3'],
      ['emergency', '3'],
    ]);
  });
  test('somebody else’s call stands on top until somebody goes; a refusal is one line', async () => {
    const { page, hall, complaints } = await openCounter(browser, pages);
    hall.feed.put('help', sampleId(900), helpView({ kind: 'emergency' }));
    await page.locator('[data-help="emergency"]', { hasText: '1 号窗口 紧急求助' }).waitFor();
    await looksWell(page, 'help-asked');
    expect(complaints).toEqual([]);
    hall.answers.answerHelp = () => err({ kind: 'not-now', state: 'ended', step: 'answer-help' });
    await page.locator('[data-help] button').click();
    await page.locator('.problem').waitFor();
    hall.answers.answerHelp = ({ helpId }) => {
      const view = helpView({ state: 'answered', answeredBy: { staffNumber: '1001', name: '测试甲' } });
      hall.feed.put('help', helpId, view);
      return ok(view);
    };
    await press(page, 'PageDown', '[data-action="help"]:enabled');
    await page.keyboard.press('4');
    await page.locator('[data-help]').waitFor({ state: 'detached' });
    expect(taken(hall).at(-1)?.input).toMatchObject({ helpId: sampleId(900) });
  });
  test('a kiosk that nobody goes to is named, with the words and the sign that the supervisors were told; others are counted', async () => {
    const { page, hall, complaints } = await openCounter(browser, pages);
    const atKiosk = { kind: 'visitor', counterId: null, place: 'K1', askedAt: minutesAgo(2) } as const;
    hall.feed.put('help', sampleId(900), helpView(atKiosk));
    await page.locator('[data-help="visitor"]', { hasText: '取号机 K1 有人要帮忙' }).waitFor();
    await page.locator('[data-help]', { hasText: '2 分钟' }).waitFor();
    hall.feed.put('help', sampleId(901), { ...helpView({}), helpId: sampleId(901) });
    await page.locator('[data-help="visitor"]', { hasText: '还有 1 处' }).waitFor();
    hall.feed.put('help', sampleId(901), {
      ...helpView({ askedAt: minutesAgo(1), escalatedAt: minutesAgo(0) }),
      helpId: sampleId(901),
    });
    const first = page.locator('[data-forgotten="true"]', { hasText: '1 号窗口 请同事帮忙' });
    await first.getByText('没有人应，已报主管').waitFor();
    expect(await first.locator('svg').count(), 'a sign beside the words').toBe(2);
    await looksWell(page, 'help-forgotten');
    expect(complaints).toEqual([]);
  });
  test('who comes is said at the counter that asked', async () => {
    const { page, hall } = await openCounter(browser, pages);
    hall.feed.put('help', sampleId(900), helpView({ counterId: '3' }));
    await page.locator('[data-own-help]', { hasText: '还没有人应答' }).waitFor();
    const answeredBy = { staffNumber: '1002', name: '测试乙' };
    hall.feed.put('help', sampleId(900), helpView({ counterId: '3', state: 'answered', answeredBy }));
    await page.locator('[data-own-help]', { hasText: '测试乙 马上过来' }).waitFor();
  });
});

test('a difficulty is reported by two touches, and the person stands there again', async () => {
  const { page, hall, counter, put, complaints } = await openCounter(browser, pages);
  counter({ ticketId: put(atCounter(9)).ticketId });
  hall.answers.reportDifficulty = ({ kind }) =>
    ok({
      ...{ difficultyId: sampleId(901), kind, state: 'open', date: '2026-06-15', reportedAt: minutesAgo(0) },
      ...{ reportedBy: null, counterId: '3', place: 'C3', number: 'A009' },
      ...{ settledAt: null, settledBy: null, result: null },
    });
  await press(page, 'PageUp', '[data-ticket-state="serving"]');
  await page.locator('[data-choice="other"]').waitFor();
  await looksWell(page, 'difficulty');
  await page.keyboard.press('0');
  await page.locator('[data-done]', { hasText: '已上报困难' }).waitFor();
  await page.locator('[data-ticket-state="serving"]').waitFor();
  expect(taken(hall)).toHaveLength(1);
  expect(taken(hall)[0]?.input).toMatchObject({ kind: 'other', counterId: '3', ticketId: sampleId(9) });
  expect(complaints).toEqual([]);
});
