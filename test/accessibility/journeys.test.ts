import { mkdirSync, writeFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ok } from '../../preload/contracts/result.ts';
import { buildPages, launchChromium } from '../support/chromium.ts';
import { cardlessVisit, elderVisit, visitTicket } from '../support/fake-services/samples.ts';
import { openKiosk, screen, type FakeStation } from '../support/pages/bench.ts';
import { MOTHER, ProxyStation, SON } from '../support/pages/proxy-station.ts';

const ARTEFACTS = 'artefacts/accessibility';

let browser: Browser;
let pages: string;
const table: string[] = [
  '| Journey | Touches | Screens | Seconds of the machine |',
  '| --- | --- | --- | --- |',
];

beforeAll(async () => {
  pages = await buildPages();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  mkdirSync(ARTEFACTS, { recursive: true });
  writeFileSync(`${ARTEFACTS}/journeys.md`, `${table.join('\n')}\n`);
  console.log(table.join('\n'));
});

/** Somebody on their way: what they touch, what they see, how long the machine takes. No time is asserted. */
class Journey {
  touches = 0;
  readonly screens: string[] = [];
  readonly #page: Page;
  readonly #began = performance.now();

  constructor(page: Page) {
    this.#page = page;
  }

  async touch(selector: string, then: string): Promise<void> {
    this.touches += 1;
    await this.#page.locator(selector).first().click();
    await this.see(then);
  }

  async see(name: string): Promise<void> {
    await screen(this.#page, name);
    if (this.screens.at(-1) !== name) this.screens.push(name);
  }

  end(name: string): void {
    const seconds = ((performance.now() - this.#began) / 1000).toFixed(1);
    table.push(`| ${name} | ${this.touches} | ${this.screens.join(' → ')} | ${seconds} |`);
  }
}

function giveNumbers(station: FakeStation): void {
  station.answers.beginWithoutCard = () => {
    station.feed.put('visit', 'now', cardlessVisit());
    return ok(cardlessVisit());
  };
  station.answers.takeTicket = () => {
    const taken = visitTicket();
    station.feed.put('visit', 'now', elderVisit({ tickets: [taken] }));
    return ok({ ticketId: taken.ticketId, number: taken.number, alreadyHeld: false });
  };
}

test('from the card to the number: at most two touches', async () => {
  const { page, station } = await openKiosk(browser, pages);
  giveNumbers(station);
  const journey = new Journey(page);
  station.feed.put('visit', 'now', elderVisit());
  await journey.see('choose');
  await journey.touch('[data-service]', 'done');
  journey.end('card to number');
  expect(journey.touches).toBeLessThanOrEqual(2);
});

test('without a card: at most three touches', async () => {
  const { page, station } = await openKiosk(browser, pages);
  giveNumbers(station);
  const journey = new Journey(page);
  await journey.touch('.no-card', 'choose');
  await journey.touch('[data-service]', 'done');
  journey.end('no card to number');
  expect(journey.touches).toBeLessThanOrEqual(3);
});

test('for somebody else, to the letter in the hand: at most seven screens', async () => {
  const { page, station } = await openKiosk(browser, pages);
  const proxy = new ProxyStation(station);
  const journey = new Journey(page);
  await journey.touch('[data-proxy-entry]', 'proxy-service');
  await journey.touch('[data-service="LN-01"]', 'proxy-principal');
  proxy.card(MOTHER);
  await journey.see('proxy-agent');
  proxy.card(SON);
  await journey.see('proxy-relation');
  await journey.touch('[data-relation="child"]', 'proxy-powers');
  await journey.touch('[data-go-on]', 'proxy-check');
  await journey.touch('[data-print]', 'proxy-letter');
  journey.end('proxy letter');
  expect(journey.screens.length).toBeLessThanOrEqual(7);
});
