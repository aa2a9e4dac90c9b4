import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildPages, launchChromium } from '../support/chromium.ts';
import { sampleCall, sampleTicket } from '../support/fake-services/samples.ts';
import { LANDSCAPE, openHallPage, type FakeHall } from '../support/pages/bench.ts';
import { waitFor } from '../support/wait-for.ts';

let browser: Browser;
let pages: string;
beforeAll(async () => {
  pages = await buildPages();
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** A speech synthesis that writes down what it says, half a second each; with so many Chinese voices. */
async function fakeSpeech(page: Page, voices: number): Promise<void> {
  await page.addInitScript((count) => {
    const spoken: string[] = [];
    let speaking = 0;
    const speak = (utterance: SpeechSynthesisUtterance): void => {
      speaking += 1;
      spoken.push(`${utterance.text} ${utterance.rate}${speaking > 1 ? ' over another' : ''}`);
      setTimeout(() => {
        speaking -= 1;
        utterance.onend?.(new Event('end') as SpeechSynthesisEvent);
      }, 500);
    };
    const getVoices = () => Array.from({ length: count }, () => ({ lang: 'zh-CN', name: 'test' }));
    class Utterance {
      text: string;
      constructor(text: string) {
        this.text = text;
      }
    }
    Object.defineProperty(window, 'speechSynthesis', {
      value: { speak, getVoices, cancel: () => undefined },
    });
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance });
    Object.assign(window, { spoken });
  }, voices);
}

function call(hall: FakeHall, n: number): void {
  const ticket = sampleTicket(n, { state: 'called', counterId: String(n) });
  hall.feed.put('tickets', ticket.ticketId, ticket);
  hall.feed.put('calls', ticket.ticketId, sampleCall(n, ticket, String(n)));
}

const spokenOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { spoken: string[] }).spoken);

test('a display opened with voice=on speaks what comes on stage, one after the other, and tells the hall', async () => {
  const { page, hall } = await openHallPage(browser, pages, '/display/#voice=on', LANDSCAPE, (opened) =>
    fakeSpeech(opened, 1),
  );
  await page.getByText('窗口现在没有开放').waitFor();
  call(hall, 1);
  call(hall, 2);
  await waitFor(async () => (await spokenOn(page)).some((line) => line.includes('0 0 2')) || undefined);
  const spoken = await spokenOn(page);
  expect(spoken[0]).toBe('请A 0 0 1号，到1号窗口。 1');
  expect(spoken.filter((line) => line.includes('over another'))).toEqual([]);
  await waitFor(() => hall.feed.announced.filter(({ by }) => by === 'speaker').length === 2 || undefined);
});

test('a display without a Chinese voice says that it is silent, and claims nothing', async () => {
  const { page, hall } = await openHallPage(browser, pages, '/display/#voice=on', LANDSCAPE, (opened) =>
    fakeSpeech(opened, 0),
  );
  await page.getByText('窗口现在没有开放').waitFor();
  call(hall, 1);
  await page.locator('html[data-voice="silent"]').waitFor();
  expect(hall.feed.announced.filter(({ by }) => by === 'speaker')).toEqual([]);
});

test('a display that was not asked to speak says nothing', async () => {
  const { page, hall } = await openHallPage(browser, pages, '/display/', LANDSCAPE, (opened) =>
    fakeSpeech(opened, 1),
  );
  await page.getByText('窗口现在没有开放').waitFor();
  call(hall, 1);
  await page.locator('[data-call="1"]').waitFor();
  await waitFor(() => hall.feed.announced.length === 1 || undefined);
  expect(await spokenOn(page)).toEqual([]);
});
