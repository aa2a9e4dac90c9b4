import type { Browser, Page } from 'playwright';
import { onTestFinished } from 'vitest';
import { hallCollections, hallOperations } from '../../../preload/contracts/hall-operations.ts';
import type { StaffRole } from '../../../preload/contracts/operation.ts';
import { ok } from '../../../preload/contracts/result.ts';
import { stationCollections, stationOperations } from '../../../preload/contracts/station-operations.ts';
import { openPage, type OpenedPage } from '../chromium.ts';
import { FakeService } from '../fake-services/fake-service.ts';
import { sampleDevice, sampleHall, sampleStation, SERVICES } from '../fake-services/samples.ts';

export const LANDSCAPE = { width: 1920, height: 1080 };
export const PORTRAIT = { width: 1080, height: 1920 };

type Viewport = typeof LANDSCAPE;
type Prepare = (page: Page) => Promise<void>;

export type FakeStation = FakeService<typeof stationOperations, typeof stationCollections>;
export type FakeHall = FakeService<typeof hallOperations, typeof hallCollections>;

/** The panel a kiosk of this viewport has. */
export function panelOf({ width, height }: Viewport) {
  return { diagonalInch: 21.5, readingDistanceMm: 600, widthPx: width, heightPx: height };
}

export interface KioskBench extends OpenedPage {
  readonly station: FakeStation;
}

/** A kiosk page on its idle screen, before a station with two healthy devices and twelve services. */
export async function openKiosk(
  browser: Browser,
  pages: string,
  viewport: Viewport = LANDSCAPE,
  prepare?: Prepare,
): Promise<KioskBench> {
  const bench = await openKioskForNow(browser, pages, viewport, prepare);
  onTestFinished(() => bench[Symbol.asyncDispose]());
  return bench;
}

/** The same, to be closed by whoever opened it: for what looks at many kiosks before the first test. */
export async function openKioskForNow(
  browser: Browser,
  pages: string,
  viewport: Viewport,
  prepare?: Prepare,
): Promise<KioskBench & AsyncDisposable> {
  const station = new FakeService(stationOperations, stationCollections, pages);
  await station.open();
  station.feed.put('station', 'now', sampleStation({ panel: panelOf(viewport) }));
  station.feed.put('devices', 'idCardReader', sampleDevice('idCardReader'));
  station.feed.put('devices', 'ticketPrinter', sampleDevice('ticketPrinter'));
  for (const service of SERVICES) station.feed.put('services', service.serviceCode, service);
  const opened = await openPage(browser, `${station.origin}/kiosk/`, viewport, prepare);
  const close = async (): Promise<void> => {
    await opened.context.close();
    await station.close();
  };
  await screen(opened.page, 'idle');
  return { station, ...opened, [Symbol.asyncDispose]: close };
}

/** Waits until this screen stands and listens. */
export async function screen(page: Page, name: string): Promise<void> {
  await page.locator(`[data-screen="${name}"] main:not([inert])`).waitFor();
}

export interface HallBench extends OpenedPage {
  readonly hall: FakeHall;
}

/** A counter or display page before a quiet hall; `path` such as `/counter/#counter=3`. `before` the page is opened. */
export async function openHallPage(
  browser: Browser,
  pages: string,
  path: string,
  viewport: Viewport,
  prepare?: Prepare,
  before: (hall: FakeHall) => void = () => {},
): Promise<HallBench> {
  const hall = new FakeService(hallOperations, hallCollections, pages);
  await hall.open();
  hall.feed.put('hall', 'now', sampleHall());
  hall.feed.put('order', 'now', { numbers: [] });
  letStaffIn(hall);
  before(hall);
  const opened = await openPage(browser, hall.origin + path, viewport, prepare);
  onTestFinished(async () => {
    await opened.context.close();
    await hall.close();
  });
  if (path.startsWith('/counter/')) await signInAt(opened.page);
  hall.asked.length = 0;
  return { hall, ...opened };
}

/** The hall knows staff 1001. */
export function letStaffIn(hall: FakeHall, role: StaffRole = 'clerk'): void {
  hall.answers.signInInfo = () => ok({ staffExists: true, idleMinutes: 10, demo: [] });
  hall.answers.signIn = ({ staffNumber }) =>
    ok({ staffNumber, name: '测试甲', role, mustChangePin: false, idleMinutes: 10 });
  hall.answers.signOut = () => ok({});
  hall.answers.ticketPeople = () => ok({ holder: null, companion: null, companionRelation: null });
}

/** Number and PIN, as a clerk types them each morning. */
export async function signInAt(page: Page, staffNumber = '1001', pin = '739182'): Promise<void> {
  await page.locator('[name="staff-number"]').fill(staffNumber);
  await page.locator('[name="pin"]').fill(pin);
  await page.keyboard.press('Enter');
  await page.locator('[data-sign-in]').waitFor({ state: 'detached' });
}
