import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright';
import { expect } from 'vitest';
import { takePicture } from '../chromium.ts';
import { waitFor } from '../wait-for.ts';
import { recordedCard, type Bench } from './bench.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** A second clerk, in another page or another program. */
export interface OtherCounter {
  open(): Promise<void>;
  /** Answers the number called, or undefined when somebody else was called first. */
  callNext(): Promise<string | undefined>;
  /** Serves whom it called to the end. */
  serve(): Promise<void>;
}

export interface FirstTicketHall {
  readonly bench: Bench;
  readonly kiosk: Page;
  readonly counter: Page;
  /** The clerk of `counter`. */
  readonly signIn: (page: Page) => Promise<void>;
  readonly other: OtherCounter;
  readonly display: Page;
  /** The installation's data folder. */
  readonly dataFolder: string;
  /** Begins the names of the pictures taken. */
  readonly pictures: string;
}

/**
 * The product's main job, from a card's bytes to a whole journal: the elder is greeted, takes a ticket, paper comes out,
 * the display shows the call, one of two clerks who call at once gets the person, the matter is finished.
 */
export async function theFirstTicket(hall: FirstTicketHall): Promise<void> {
  const serviceName = await greetAndChoose(hall);
  const number = await readTheTicket(hall, serviceName);
  await callAtTwoCounters(hall, number);
  await nothingPersonalIsShown(hall);
  await theJournalIsWhole(hall.dataFolder);
}

const { frame, fields } = recordedCard('age-70');

/** Years full today; the recorded person was born on 15 June 1956. */
function ageToday(now = new Date()): number {
  const [year, monthDay] = [Number(fields.birth.slice(0, 4)), fields.birth.slice(4)];
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' })
    .format(now)
    .replaceAll('-', '');
  return Number(today.slice(0, 4)) - year - (today.slice(4) < monthDay ? 1 : 0);
}

async function greetAndChoose({ bench, kiosk, pictures }: FirstTicketHall): Promise<string> {
  await kiosk.locator('[data-screen="idle"]').waitFor();
  await takePicture(kiosk, `${pictures}-kiosk-idle`);
  await bench.reader.order({ do: 'place', frame });
  const greeting = kiosk.locator('.greeting');
  await greeting.waitFor();
  expect(await greeting.innerText()).toMatch(
    new RegExp(`测\\*丙 您好[\\s\\S]*${ageToday()} 岁[\\s\\S]*优先办理`),
  );
  await takePicture(kiosk, `${pictures}-kiosk-choose`);
  const tile = kiosk.locator('[data-service]').first();
  const serviceName = await tile.locator('.name').innerText();
  await tile.click();
  return serviceName;
}

async function readTheTicket({ bench, kiosk, display, pictures }: FirstTicketHall, serviceName: string) {
  const number = await kiosk.locator('[data-number]').innerText();
  await kiosk.locator('[data-paper="printed"]').waitFor();
  await takePicture(kiosk, `${pictures}-kiosk-done`);
  const papers = await bench.printer.tickets();
  expect(papers).toMatchObject([{ number, serviceName, whole: true, reprint: false }]);
  expect(papers[0]?.priority).toContain('优先');
  await display.locator(`[data-waiting="${number}"]`).waitFor();
  await bench.reader.order({ do: 'lift' });
  return number;
}

async function callAtTwoCounters(hall: FirstTicketHall, number: string): Promise<void> {
  const { counter, other, display, pictures } = hall;
  const press = (action: string) => counter.locator(`[data-action="${action}"]`).first().click();
  await hall.signIn(counter);
  await counter.locator('.choice').first().click();
  await press('open');
  await other.open();
  await counter.locator(`[data-waiting="${number}"]`).waitFor();
  await counter.locator('[data-action="callNext"]').first().waitFor();
  const [, byOther] = await Promise.all([press('callNext'), other.callNext()]);
  await display.locator('[data-call]', { hasText: number }).waitFor();
  await takePicture(display, `${pictures}-display-call`);

  const isOurs = await waitFor(async () => {
    if (await counter.locator('[data-ticket-state="called"]').isVisible()) return 'ours';
    return (await counter.locator('.problem').isVisible()) ? 'theirs' : undefined;
  });
  expect(isOurs === 'theirs').toBe(byOther === number);
  await takePicture(counter, `${pictures}-counter-called`);
  if (isOurs === 'ours') {
    await press('start');
    await counter.locator('[data-ticket-state="serving"]').waitFor();
    await press('finish');
    await counter.locator('[data-ticket-state]').waitFor({ state: 'detached' });
  } else {
    await other.serve();
  }
  await display.locator(`[data-waiting="${number}"]`).waitFor({ state: 'detached' });
}

async function nothingPersonalIsShown({ kiosk, counter, display }: FirstTicketHall): Promise<void> {
  for (const page of [kiosk, counter, display]) {
    const content = await page.content();
    expect(content).not.toContain(fields.name);
    expect(content).not.toContain(fields.number);
  }
}

/** As IT staff would: while the hall runs, from the command line. */
async function theJournalIsWhole(dataFolder: string): Promise<void> {
  const program = join(ROOT, 'main', 'cli', 'songting.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [
    program,
    'verify',
    '--data',
    dataFolder,
    '--json',
  ]);
  expect(JSON.parse(stdout)).toMatchObject({ state: 'whole', structure: 'ok' });
}
