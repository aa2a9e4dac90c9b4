import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium, openPage } from '../support/chromium.ts';
import { setUpBench, type Bench } from '../support/first-ticket/bench.ts';
import { counterAtPage } from '../support/first-ticket/other-counter.ts';
import { theFirstTicket } from '../support/first-ticket/scenario.ts';
import { waitFor } from '../support/wait-for.ts';

const PROGRAM = join(import.meta.dirname, '..', '..', 'main', 'cli', 'songting.ts');

let bench: Bench;
let browser: Browser;
let hall: ChildProcess;
let printed = '';

beforeAll(async () => {
  bench = await setUpBench();
  browser = await launchChromium();
  const args = ['demo', '--config', bench.configurationFile, '--data', bench.folder];
  hall = spawn(process.execPath, [PROGRAM, ...args, '--hall-port', '0', '--station-port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  hall.stdout?.on('data', (chunk: Buffer) => void (printed += chunk.toString()));
});

afterAll(async () => {
  await browser?.close();
  if (hall?.exitCode === null) {
    const gone = once(hall, 'exit');
    hall.kill();
    await gone;
  }
  await bench?.clear();
});

/** An address that the demo prints, for a person to open. */
const address = (page: string) =>
  waitFor(() => {
    if (hall.exitCode !== null) throw new Error(`the demo has ended with ${hall.exitCode}`);
    return new RegExp(`http\\S+/${page}/#token=\\S+`).exec(printed)?.[0];
  });

it.each(['', '#token=st_wrong'])(
  'says that the token is not good when a page is opened with "%s"',
  async (fragment) => {
    const url = (await address('counter')).replace(/#.*/, fragment);
    const { page, context } = await openPage(browser, url, { width: 1366, height: 768 });
    await page.locator('[data-line="refused"]').waitFor();
    await context.close();
  },
);

it('takes a card’s bytes to paper, screen, call and journal, in a browser against a headless hall', async () => {
  const kiosk = await openPage(browser, await address('kiosk'), { width: 1080, height: 1920 });
  const counter = await openPage(browser, await address('counter'), { width: 1366, height: 768 });
  const second = await openPage(browser, await address('counter'), { width: 1366, height: 768 });
  const display = await openPage(browser, await address('display'), { width: 1920, height: 1080 });
  await theFirstTicket({
    bench,
    kiosk: kiosk.page,
    counter: counter.page,
    signIn: (page) => page.locator('[data-demo="1001"]').click(),
    other: counterAtPage(second.page),
    display: display.page,
    dataFolder: bench.folder,
    pictures: 'browser',
  });
  // The clerk who was too late gets a 409, which the browser notes; nothing else may be complained of.
  const complaints = [kiosk, counter, second, display].flatMap((opened) => opened.complaints);
  expect(complaints.filter((text) => !text.includes('409'))).toEqual([]);
});
