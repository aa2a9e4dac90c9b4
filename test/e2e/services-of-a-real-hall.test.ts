import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { ensureBuiltPages } from '../support/built-pages.ts';
import { launchChromium, openPage, takePicture } from '../support/chromium.ts';
import { LANDSCAPE, screen } from '../support/pages/bench.ts';
import { textOfPdf } from '../support/paper/read-pdf.ts';
import { HallService } from '../support/services/hall-service.ts';
import { must } from '../support/services/service-under-test.ts';
import { stationClient, StationService } from '../support/services/station-service.ts';

const DEVICES = 'devices: { idCardReader: virtual, ticketPrinter: virtual, formPrinter: virtual }\n';
/** Of full age, and not yet old: nothing but the booking puts them first. */
const BRIDE = { name: '测㛃', birthDate: '19980615', sex: 'female' } as const;
const GROOM = { name: '测龑', birthDate: '19960101', sex: 'male' } as const;

let browser: Browser;
beforeAll(async () => {
  await ensureBuiltPages();
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** A real hall with a kiosk whose devices are the twins, and what a visitor does there. */
async function kioskOf(configuration: string) {
  const hall = await HallService.forTest({ configuration });
  const station = await StationService.forTest(hall, { configuration: configuration + DEVICES });
  const url = `${station.address}/kiosk/#token=${station.tokens.of('kiosk')}`;
  const { page, context, complaints } = await openPage(browser, url, LANDSCAPE);
  onTestFinished(() => context.close());
  await screen(page, 'idle');
  const kiosk = stationClient(station);
  return {
    ...{ hall, page, complaints },
    put: (card: typeof BRIDE | typeof GROOM) => must(kiosk.simulateCard({ requestId: randomUUID(), card })),
    leave: async () => {
      await must(kiosk.endVisit({ requestId: randomUUID() }));
      await screen(page, 'idle');
    },
    touch: (where: string, then: string) => touch(page, where, then),
    papers: () => takePapers(station.folder),
  };
}

async function touch(page: Page, where: string, then: string): Promise<void> {
  await page.locator(where).first().click();
  await screen(page, then);
}

/** What came out since the last look, as text without gaps, in the order in which it came. */
function takePapers(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.pdf'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  return files.map((file) => {
    const text = textOfPdf(readFileSync(file)).replace(/\s/g, '');
    rmSync(file);
    return text;
  });
}

async function printFilled(page: Page): Promise<void> {
  await page.locator('[data-form-prefilled]').click();
  await page.locator('[data-paper="confirmed"]').waitFor();
}

/**
 * A marriage hall in a zone where it is early afternoon whenever the test runs, on a day on which it works. Times begin
 * every ten minutes and people may come ten minutes early: whoever books the next one may report at once.
 */
function marriageHallInTheAfternoon(): string {
  const now = new Date();
  const offset = 13 - now.getUTCHours();
  const zone = offset === 0 ? 'Etc/UTC' : `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset)}`;
  const date = new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(now);
  return `hall:
  type: marriage
  timeZone: ${zone}
  openHours: '13:00-19:00'
  appointments: { slotMinutes: 10, fromDaysAhead: 0, daysAhead: 1 }
  ratings: { workdays: ['${date}'] }
`;
}

test('a couple books, reports with one touch, has one number for two, and each gets a statement', async () => {
  const {
    hall,
    page,
    complaints,
    put,
    leave,
    touch: go,
    papers,
  } = await kioskOf(marriageHallInTheAfternoon());
  await put(BRIDE);
  await screen(page, 'choose');
  await go('[data-errands-entry]', 'errands');
  await go('[data-errand="booking"]', 'appointments');
  await go('[data-booking="book"]', 'book-service');
  await go('[data-bookable="HY-01"]', 'book-day');
  await go('[data-book-day]', 'book-time');
  await go('[data-book-time]', 'book-check');
  await go('[data-book]', 'booked');
  const code = (await page.locator('[data-code]').innerText()).replace(/\D/g, '');
  await page.locator('[data-paper="confirmed"]').waitFor();
  expect(papers()).toMatchObject([expect.stringContaining(code)]);
  await leave();

  await put(BRIDE);
  await screen(page, 'choose');
  await takePicture(page, 'journey-couple-reports');
  await go('[data-check-in-first]', 'done');
  expect(await page.locator('[data-for-two]').count()).toBe(1);
  await go('[data-done-forms]', 'forms');
  await go('[data-form="marriage-statement"]', 'form');
  await printFilled(page);
  await leave();

  await put(GROOM);
  await screen(page, 'choose');
  await go('[data-errands-entry]', 'errands');
  await go('[data-errand="forms"]', 'form-themes');
  await go('[data-errand-theme]', 'forms');
  await go('[data-form="marriage-statement"]', 'form');
  await printFilled(page);
  await leave();

  const statements = papers();
  expect(statements).toHaveLength(2);
  for (const [at, { name, number }] of [
    { name: '测㛃', number: /19980615/ },
    { name: '测龑', number: /19960101/ },
  ].entries()) {
    expect(statements[at]).toContain('申请结婚登记声明书');
    expect(statements[at]).toContain(name);
    expect(statements[at]).toMatch(number);
  }
  const { tickets } = await must(hall.as('admin').queueSnapshot({}));
  expect(tickets).toMatchObject([{ serviceCode: 'HY-01', people: 2, priorityClass: 'appointment' }]);
  expect(complaints).toEqual([]);
});

test('a community group is told which way it goes and prints its filing set', async () => {
  const { page, complaints, put, touch: go, papers } = await kioskOf('hall: { type: comprehensive }\n');
  await put(BRIDE);
  await screen(page, 'choose');
  await go('[data-errands-entry]', 'errands');
  await go('[data-errand="group"]', 'group-kind');
  await go('[data-answer="association"]', 'group-size');
  await go('[data-answer="10"]', 'group-means');
  await go('[data-answer="no"]', 'group-licence');
  await go('[data-answer="no"]', 'group-way');
  const way = await page.locator('[data-way]').innerText();
  await go('[data-way-forms]', 'forms');
  await takePicture(page, 'journey-filing-set');
  const set = ['community-filing', 'community-charter', 'community-members'] as const;
  for (const formId of set) {
    await go(`[data-form="${formId}"]`, 'form');
    await page.locator('[data-form-blank]').click();
    await page.locator('[data-paper="confirmed"]').waitFor();
    await go('[data-bar="back"]', 'forms');
  }
  expect(way).toContain('请到街道办事处备案');
  expect(way).toContain('50');
  const titles = ['社区社会组织备案申请表', '社区社会组织简易章程', '社区社会组织成员名册'];
  const printed = papers();
  expect(printed).toHaveLength(3);
  for (const title of titles)
    expect(
      printed.filter((text) => text.includes(title)),
      title,
    ).toHaveLength(1);
  expect(complaints).toEqual([]);
});
