import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { brokenRules, buildPages, launchChromium, takePicture } from '../support/chromium.ts';
import { elderVisit, sampleReading, sampleStation, visitTicket } from '../support/fake-services/samples.ts';
import { LANDSCAPE, openKiosk, PORTRAIT, screen } from '../support/pages/bench.ts';
import { chooseTextSize, TEXT_SIZES } from '../support/pages/kiosk-looks.ts';
import { buttons, overflow } from '../support/pages/measure.ts';
import { letReadAloud } from '../support/pages/reading-station.ts';
import { waitFor } from '../support/wait-for.ts';

let browser: Browser;
let pages: string;
beforeAll(async () => {
  pages = await buildPages();
  browser = await launchChromium();
});
afterAll(() => browser.close());

const caption = (page: Page) => page.locator('[data-caption]');
const sound = (page: Page) => page.locator('[data-bar="sound"]');
const control = (page: Page, name: string) => page.locator(`[data-voice="${name}"]`);

async function openSpeakingKiosk(viewport = LANDSCAPE) {
  const bench = await openKiosk(browser, pages, viewport);
  return { ...bench, voice: letReadAloud(bench.station) };
}

describe('a person who wants to hear the screen', () => {
  test('hears title, question, choices, help and back in the order in which they stand', async () => {
    const { page, voice, station } = await openSpeakingKiosk();
    await sound(page).click();
    await waitFor(() => voice.asked.length === 1 || undefined);
    expect(voice.newest()[0]).toBe('请把身份证放在这里');
    station.feed.put('visit', 'now', elderVisit());
    await screen(page, 'choose');
    await waitFor(() => voice.newest().includes('请问您办什么事？') || undefined);
    const said = voice.newest();
    const at = (words: string) => said.findIndex((text) => text.startsWith(words));
    expect(at('高龄津贴申请')).toBeGreaterThan(at('请问您办什么事？'));
    expect(at('其他事项')).toBeGreaterThan(at('高龄津贴申请'));
    expect(at('返回')).toBeGreaterThan(at('其他事项'));
  });

  test('reads along: the caption and the mark are where the voice is', async () => {
    const { page, voice } = await openSpeakingKiosk();
    await sound(page).click();
    await expect.poll(() => caption(page).innerText()).toBe('请把身份证放在这里');
    expect(await page.locator('[data-being-read]').innerText()).toBe('请把身份证放在这里');
    voice.next();
    await expect.poll(() => caption(page).innerText()).toBe(voice.newest()[1]);
    for (let rest = voice.newest().length; rest > 1; rest -= 1) voice.next();
    await page.getByText('念完了，点“再念”再听一遍').waitFor();
    expect(await page.locator('[data-being-read]').count()).toBe(0);
  });

  test('pauses, goes on where it stopped, hears it again, slower and louder, and turns it off', async () => {
    const { page, station, voice } = await openSpeakingKiosk();
    await sound(page).click();
    await waitFor(() => voice.asked.length === 1 || undefined);
    voice.next();
    await expect.poll(() => caption(page).innerText()).toBe(voice.newest()[1]);
    await control(page, 'pause').click();
    await page.getByText('停住了，点“继续”接着念').waitFor();
    await page.waitForTimeout(350);
    await control(page, 'pause').click();
    await waitFor(() => voice.asked.length === 2 || undefined);
    expect(voice.asked[1]?.from).toBe(1);
    await control(page, 'slower').click();
    await waitFor(() => voice.asked.length === 3 || undefined);
    expect(voice.asked[2]).toMatchObject({ from: 1, pace: 'slow' });
    await control(page, 'louder').click();
    await waitFor(() => voice.asked.length === 4 || undefined);
    expect(voice.asked[3]).toMatchObject({ pace: 'slow', volume: 'high' });
    await control(page, 'again').click();
    await waitFor(() => voice.asked.length === 5 || undefined);
    expect(voice.asked[4]).toMatchObject({ from: 0 });
    await control(page, 'off').click();
    await control(page, 'off').waitFor({ state: 'detached' });
    expect(station.count('stopReading')).toBeGreaterThanOrEqual(2);
  });

  test('a touch anywhere silences it at once', async () => {
    const { page, station, voice } = await openSpeakingKiosk();
    await sound(page).click();
    await waitFor(() => voice.asked.length === 1 || undefined);
    await page.mouse.click(960, 400);
    await waitFor(() => station.count('stopReading') === 1 || undefined);
  });

  test('errors and news of the paper are spoken by themselves', async () => {
    const { page, station, voice } = await openSpeakingKiosk();
    await sound(page).click();
    station.feed.put('visit', 'now', elderVisit({ tickets: [visitTicket({ printState: 'sent' })] }));
    await screen(page, 'done');
    await waitFor(() => voice.newest().includes('正在打印小票，请稍候') || undefined);
    station.feed.put('visit', 'now', elderVisit({ tickets: [visitTicket({ printProblem: 'no-paper' })] }));
    await waitFor(() => voice.newest()[0]?.startsWith('票没打出来') || undefined);
  });
});

describe('what is private', () => {
  test('name, age and matter are marked, the number and the window are not', async () => {
    const { page, station, voice } = await openSpeakingKiosk();
    await sound(page).click();
    station.feed.put('visit', 'now', elderVisit());
    await screen(page, 'choose');
    const isPrivate = (words: string) =>
      voice.asked.at(-1)?.sentences.find(({ text }) => text.includes(words))?.private;
    await waitFor(() => isPrivate('张*英') ?? undefined);
    expect(isPrivate('78 岁')).toBe(true);
    expect(isPrivate('优先办理')).toBe(false);
    station.feed.put('visit', 'now', elderVisit({ tickets: [visitTicket()] }));
    await screen(page, 'done');
    await waitFor(() => isPrivate('A012') === false || undefined);
    expect(isPrivate('高龄津贴申请')).toBe(true);
    expect(isPrivate('号窗口')).toBe(false);
  });
  test('headphones alone turn the voice on, and pulling them out turns it off', async () => {
    const { page, voice } = await openSpeakingKiosk();
    voice.headphones(true);
    await waitFor(() => voice.asked.length === 1 || undefined);
    expect(voice.newest().some((text) => text.startsWith('按 1，没带身份证'))).toBe(true);
    voice.headphones(false);
    await caption(page).waitFor({ state: 'detached' });
  });
});

describe('by keys and by ear alone', () => {
  test('a whole visit: each place the keys come to is spoken, digits choose', async () => {
    const { page, station, voice } = await openSpeakingKiosk();
    station.answers.endVisit = () => {
      station.feed.put('visit', 'now', null);
      return { ok: true, value: {} };
    };
    station.answers.takeTicket = () => {
      station.feed.put('visit', 'now', elderVisit({ tickets: [visitTicket()] }));
      return { ok: true, value: { ticketId: visitTicket().ticketId, number: 'A012', alreadyHeld: false } };
    };
    await page.keyboard.press('8');
    station.feed.put('visit', 'now', elderVisit());
    await screen(page, 'choose');
    await waitFor(() => voice.newest().some((text) => text.startsWith('按 1，高龄津贴申请')) || undefined);
    await page.keyboard.press('ArrowDown');
    await waitFor(() => voice.newest().length === 1 || undefined);
    expect(voice.newest()[0]).toMatch(/^按 1，高龄津贴申请/);
    await page.keyboard.press('1');
    await screen(page, 'done');
    await waitFor(() => voice.newest().some((text) => text.includes('A012')) || undefined);
    await page.keyboard.press('*');
    await page.keyboard.press('1');
    await screen(page, 'idle');
    expect(station.count('takeTicket')).toBe(1);
    expect(station.count('endVisit')).toBe(1);
    await caption(page).waitFor({ state: 'detached' });
  });
});

test('a dialect that was dropped in is chosen beside the languages, heard at once, and gone with the visit', async () => {
  const { page, station, voice } = await openSpeakingKiosk();
  voice.dialect('cantonese', '广东话');
  station.feed.put('visit', 'now', elderVisit());
  await screen(page, 'choose');
  await page.locator('[data-bar="language"]').click();
  await screen(page, 'languages');
  await takePicture(page, 'kiosk-dialects');
  expect(await brokenRules(page)).toEqual([]);
  await page.locator('[data-dialect="cantonese"]').click();
  await screen(page, 'choose');
  await waitFor(() => voice.asked.at(-1)?.voice === 'cantonese' || undefined);
  expect(voice.newest()).toContain('请问您办什么事？');
  station.feed.put('visit', 'now', null);
  await screen(page, 'idle');
  await sound(page).click();
  await waitFor(() => voice.asked.at(-1)?.voice === null || undefined);
});

test.each([
  ['no voice at all', { state: 'unavailable' as const, reason: 'none' }, '这台机器不能朗读，请叫人帮忙'],
  ['a language without a voice', { languages: [] }, '这种语言还不能朗读，请看屏幕'],
])('a kiosk with %s says so in letters', async (_case, over, words) => {
  const { page, station } = await openSpeakingKiosk();
  station.feed.put('reading', 'now', sampleReading(over));
  await sound(page).click();
  await page.getByText(words).waitFor();
});

describe.each([
  ['landscape', LANDSCAPE],
  ['portrait', PORTRAIT],
] as const)('the strip with the controls, %s', (orientation, viewport) => {
  test('has room beside every screen in every size', async () => {
    const { page, station } = await openSpeakingKiosk(viewport);
    await sound(page).click();
    const look = async (name: string): Promise<void> => {
      for (const size of TEXT_SIZES) {
        await chooseTextSize(page, size);
        await takePicture(page, `kiosk-reading-${name}-${orientation}-${size}`);
        expect(await overflow(page), `${name} ${size}`).toEqual({ down: 0, across: 0 });
        for (const box of await buttons(page))
          expect(Math.min(box.height, box.width), `${name} ${size}: ${box.name}`).toBeGreaterThanOrEqual(80);
      }
      expect(await brokenRules(page)).toEqual([]);
    };
    await look('idle');
    station.feed.put('visit', 'now', elderVisit());
    await screen(page, 'choose');
    await look('choose');
    station.feed.put('visit', 'now', elderVisit({ tickets: [visitTicket()] }));
    await screen(page, 'done');
    await look('done');
    station.feed.put('station', 'now', sampleStation({ hall: 'unreachable' }));
    station.feed.put('visit', 'now', null);
    await screen(page, 'away');
    await look('away');
  });
});
