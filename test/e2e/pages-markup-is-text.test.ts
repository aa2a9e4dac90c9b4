import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildPages, launchChromium } from '../support/chromium.ts';
import {
  sampleCall,
  sampleCounter,
  sampleDisplay,
  sampleHall,
  sampleTicket,
  sampleWait,
} from '../support/fake-services/samples.ts';
import { LANDSCAPE, openHallPage, type FakeHall } from '../support/pages/bench.ts';

/** What somebody may have typed into any name; each would run, load or style something if it were markup. */
const EVIL = [
  '<img src=x onerror=alert(1)>',
  '<b>x</b>',
  '<script>alert(1)</script>',
  '{{7*7}}',
  '&lt;i&gt;',
  '<style>*{display:none}</style>',
];

let browser: Browser;
let pages: string;
beforeAll(async () => {
  pages = await buildPages();
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** Every field of the feed that holds words says the same evil thing. */
function sayEverywhere(hall: FakeHall, evil: string): void {
  const ticket = sampleTicket(1, { state: 'called', counterId: '3', serviceName: evil });
  const next = sampleTicket(2, { serviceName: evil });
  const staff = { staffNumber: '1001', name: evil };
  hall.feed.put('hall', 'now', sampleHall({ name: evil, simulated: [evil], waiting: 1 }));
  hall.feed.put('counters', '3', sampleCounter('3', { name: evil, staff, ticketId: ticket.ticketId }));
  for (const one of [ticket, next]) hall.feed.put('tickets', one.ticketId, one);
  hall.feed.put('order', 'now', { numbers: [next.number] });
  hall.feed.put('waits', 'LN-01', sampleWait(0, 1, { name: evil }));
  const policies = [{ title: evil, lines: [evil] }];
  hall.feed.put('display', 'now', sampleDisplay({ notices: [evil], policies, rotateSeconds: 4 }));
}

/** What the page made of it: elements that nobody wrote, and what is seen. */
async function made(page: Page): Promise<{ readonly elements: number; readonly seen: string }> {
  const elements = await page.locator('#page').locator('img, b, i, script, style').count();
  return { elements, seen: await page.locator('body').innerText() };
}

test.each(EVIL)(
  'markup in any name is shown as text on hall display, counter display and counter page: %s',
  async (evil) => {
    for (const path of ['/display/', '/display/#counter=3', '/counter/#counter=3']) {
      const { page, hall, complaints } = await openHallPage(
        browser,
        pages,
        path,
        LANDSCAPE,
        async (opened) => {
          await opened.clock.install();
          await opened.addInitScript(() => Object.assign(window, { alert: () => console.error('alert') }));
        },
        (opened) => sayEverywhere(opened, evil),
      );
      await page.getByText(evil).first().waitFor();
      const seen = [await made(page)];
      if (path === '/display/') {
        // Each slide and each notice, then a call with the counter's name.
        for (let turn = 0; turn < 3; turn += 1) {
          await page.clock.runFor(4_000);
          seen.push(await made(page));
        }
        const call = sampleCall(1, sampleTicket(1, { state: 'called' }), '3');
        hall.feed.put('calls', call.ticketId, { ...call, counterName: evil });
        await page.locator('.card', { hasText: evil }).waitFor();
        seen.push(await made(page));
      }
      for (const { elements, seen: text } of seen) {
        expect(elements, path).toBe(0);
        expect(text, path).toContain(evil);
      }
      expect(complaints, path).toEqual([]);
    }
  },
);
