import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright';
import { startDemo, type DemoHall } from '../../main/cli/demo.ts';
import { createClient } from '../../main/foundation/http/index.ts';
import { Lifetime } from '../../main/foundation/lifetime.ts';
import { hallOperations } from '../../preload/contracts/hall-operations.ts';
import { launchChromium } from './chromium.ts';
import { newSession } from './services/staff.ts';

/**
 * Takes the handbook's pictures anew, from the demo hall in Chromium: `npm run build`, then
 * `npx node test/support/take-handbook-pictures.ts`. Everybody in them is invented.
 */
const PICTURES = path.join(import.meta.dirname, '..', '..', 'resources', 'handbook', 'pictures');
/** A page with pictures must still open on the hall's slowest line. */
const LARGEST_BYTES = 300_000;

/** A page's own size in CSS pixels, and the share of it that is kept. */
interface Frame {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}
const KIOSK: Frame = { width: 1080, height: 1920, scale: 0.5 };
const COUNTER: Frame = { width: 1366, height: 768, scale: 1 };
const DISPLAY: Frame = { width: 1920, height: 1080, scale: 0.6 };

/** Came before the elder, without a card; the first of them is called before. */
const ORDINARY_VISITORS = ['JZ-01', 'LN-19', 'JZ-05', 'JZ-01'];

const life = new Lifetime();
try {
  await mkdir(PICTURES, { recursive: true });
  const folder = life.own(await mkdtemp(path.join(tmpdir(), 'songting-pictures-')), (made) =>
    rm(made, { recursive: true, force: true }),
  );
  const demo = life.own(await startDemo({ dataFolder: folder, hallPort: 0, stationPort: 0 }), (hall) =>
    hall.stop(),
  );
  const browser = life.own(await launchChromium(), (opened) => opened.close());
  await takeAll(demo, browser);
} finally {
  await life.end();
}

async function takeAll(demo: DemoHall, browser: Browser): Promise<void> {
  const [kiosk, counter, display] = await Promise.all([
    open(browser, demo.kiosk, KIOSK),
    open(browser, demo.counter, COUNTER),
    open(browser, demo.display, DISPLAY),
  ]);
  await ordinaryVisitors(demo);
  await clerkOpens(counter);
  await elderTakesTicket(kiosk);
  await clerkCalls(counter);
  await display.locator('[data-call]').first().waitFor();
  await take(display, 'display');
}

async function open(browser: Browser, address: string, { width, height, scale }: Frame): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

/** Over the hall’s interface, as another program would. */
async function ordinaryVisitors(demo: DemoHall): Promise<void> {
  const token = new URLSearchParams(new URL(demo.counter).hash.slice(1)).get('token') ?? '';
  const secret = newSession();
  const hall = createClient(hallOperations, { baseAddress: demo.hallAddress, token, session: () => secret });
  const info = await hall.signInInfo({});
  const [account] = info.ok ? info.value.demo : [];
  if (account === undefined) throw new Error('the demo has no staff');
  const { staffNumber, pin } = account;
  await hall.signIn({ requestId: randomUUID(), staffNumber, pin, session: secret });
  for (const serviceCode of ORDINARY_VISITORS) {
    const issued = await hall.issueTicket({ requestId: randomUUID(), serviceCode });
    if (!issued.ok) throw new Error(`${serviceCode}: ${issued.error.kind}`);
  }
  const counter = { counterId: '2' };
  await hall.openCounter({ requestId: randomUUID(), ...counter });
  await hall.callNext({ requestId: randomUUID(), ...counter });
}

/** The virtual reader’s first card is an elder’s. */
async function elderTakesTicket(kiosk: Page): Promise<void> {
  await kiosk.locator('[data-screen="idle"]').waitFor();
  await kiosk.locator('.waiting', { hasText: String(ORDINARY_VISITORS.length - 1) }).waitFor();
  await take(kiosk, 'kiosk-idle');
  await kiosk.locator('.cards button').first().click();
  await kiosk.locator('.greeting').waitFor();
  await take(kiosk, 'kiosk-choose');
  await kiosk.locator('[data-service]').first().click();
  await kiosk.locator('[data-paper="printed"]').waitFor();
  await take(kiosk, 'kiosk-done');
}

async function clerkOpens(counter: Page): Promise<void> {
  await counter.locator('[data-demo="1001"]').click();
  await counter.locator('.choice').first().click();
  await counter.locator('[data-action="open"]').first().click();
  await counter.locator('[data-action="callNext"]:enabled').first().waitFor();
}

async function clerkCalls(counter: Page): Promise<void> {
  await counter.locator('[data-action="callNext"]:enabled').first().click();
  await counter.locator('[data-ticket-state="called"]').waitFor();
  await take(counter, 'counter');
}

async function take(page: Page, name: string): Promise<void> {
  const file = path.join(PICTURES, `${name}.png`);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: file, animations: 'disabled' });
  const { size } = await stat(file);
  if (size > LARGEST_BYTES) throw new Error(`${name}.png has ${size} bytes, allowed are ${LARGEST_BYTES}`);
  console.log(`${name}.png  ${Math.round(size / 1024)} KB`);
}
