import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { ensureBuiltPages } from '../support/built-pages.ts';
import { launchChromium, openPage } from '../support/chromium.ts';
import { PrivateCups } from '../support/cups/private-cups.ts';
import { LANDSCAPE, screen } from '../support/pages/bench.ts';
import { pagesOfPdf, textOfPdf } from '../support/paper/read-pdf.ts';
import { HallService } from '../support/services/hall-service.ts';
import { must } from '../support/services/service-under-test.ts';
import { stationClient, StationService } from '../support/services/station-service.ts';

const MOTHER = { name: '欧阳测试', birthDate: '19400615', sex: 'female' } as const;
const SON = { name: '测丁', birthDate: '19900101', sex: 'male' } as const;
const DEVICES = `devices:
  idCardReader: virtual
  ticketPrinter: virtual
  formPrinter: { driver: cups, queue: A4 }
`;

let browser: Browser;
beforeAll(async () => {
  await ensureBuiltPages();
  browser = await launchChromium();
});
afterAll(() => browser.close());

test('two cards on a real reader’s twin, the letter out of a real print queue on two sheets with both names, one number for both', async () => {
  const cups = await PrivateCups.forTest();
  vi.stubEnv('CUPS_SERVER', cups.socketPath);
  onTestFinished(() => void vi.unstubAllEnvs());
  const hall = await HallService.forTest();
  const station = await StationService.forTest(hall, { configuration: DEVICES });
  const kiosk = stationClient(station);
  const put = (card: typeof MOTHER | typeof SON) =>
    must(kiosk.simulateCard({ requestId: randomUUID(), card }));
  const url = `${station.address}/kiosk/#token=${station.tokens.of('kiosk')}`;
  const { page, context, complaints } = await openPage(browser, url, LANDSCAPE);
  const touch = async (where: string, then: string): Promise<void> => {
    await page.locator(where).click();
    await screen(page, then);
  };

  await screen(page, 'idle');
  await touch('[data-proxy-entry]', 'proxy-service');
  await touch('[data-service="LN-01"]', 'proxy-principal');
  await put(MOTHER);
  await screen(page, 'proxy-agent');
  await put(SON);
  await screen(page, 'proxy-relation');
  await touch('[data-relation="child"]', 'proxy-powers');
  await touch('[data-go-on]', 'proxy-check');
  await touch('[data-print]', 'proxy-letter');
  await page.locator('[data-letter="confirmed"]').waitFor();
  expect(await page.content()).not.toMatch(/欧阳测试|测丁|110199194006159022/);
  await touch('[data-take]', 'done');
  await context.close();

  const [letter = Buffer.alloc(0), ...others] = cups.papers();
  expect(others).toEqual([]);
  expect(pagesOfPdf(letter)).toEqual(['595 x 842', '595 x 842']);
  const text = textOfPdf(letter);
  for (const said of ['授权委托书', '欧阳测试', '测丁', '110199194006159022', '96110'])
    expect(text.split(said), said).toHaveLength(3);
  expect(text).not.toContain('演练用');

  const { tickets } = await must(hall.as('admin').queueSnapshot({}));
  expect(tickets).toMatchObject([{ people: 2, companionRelation: 'agent', priorityClass: 'elder' }]);
  expect(complaints).toEqual([]);
});
