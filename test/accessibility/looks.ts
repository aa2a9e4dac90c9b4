import type { Page } from 'playwright';
import { expect } from 'vitest';
import { takePicture } from '../support/chromium.ts';
import { LANDSCAPE, PORTRAIT } from '../support/pages/bench.ts';
import { chooseTextSize, type TextSize } from '../support/pages/kiosk-looks.ts';
import { buttons, overflow, smallestGap, texts } from '../support/pages/measure.ts';
import { waitFor } from '../support/wait-for.ts';

export type Orientation = 'landscape' | 'portrait';
export const VIEWPORTS = { landscape: LANDSCAPE, portrait: PORTRAIT } as const;
export const turned = (orientation: Orientation): Orientation =>
  orientation === 'landscape' ? 'portrait' : 'landscape';

const BODY_PX: Readonly<Record<TextSize, number>> = { standard: 32, large: 40, largest: 48 };

/**
 * One screen in three sizes, then on a panel that stands the other way in the largest and the usual one: each state is
 * brought about once, which is what costs. The page stands at the standard size when this ends.
 */
export async function looksWell(page: Page, state: string, first: Orientation): Promise<void> {
  // Whoever touches 大字 has larger letters at once: that screen begins with them.
  if ((await bodyPx(page)) !== BODY_PX.standard) await chooseTextSize(page, 'standard');
  await expectRoom(page, `${state}-${first}`, 'standard');
  for (const size of ['large', 'largest'] as const) {
    await chooseTextSize(page, size);
    await expectRoom(page, `${state}-${first}`, size);
  }
  const second = turned(first);
  await page.setViewportSize(VIEWPORTS[second]);
  await expectRoom(page, `${state}-${second}`, 'largest');
  // What fits in the largest and in the smallest letters here, and in those between on the other panel, fits between.
  await chooseTextSize(page, 'standard');
  await expectRoom(page, `${state}-${second}`, 'standard');
}

const bodyPx = (page: Page): Promise<number> =>
  page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--body')));

/** Nothing is cut, squeezed or smaller than it should be; a picture is kept for people to look at. */
async function expectRoom(page: Page, name: string, size: TextSize): Promise<void> {
  const [smallestPx, where] = [BODY_PX[size], `${name} ${size}`];
  // A panel that was turned lays itself out before it is measured.
  await waitFor(async () => (await bodyPx(page)) === smallestPx || undefined);
  // Whoever looks at the smallest and the largest has seen what lies between; a picture costs as much as all that is measured.
  if (size !== 'large') await takePicture(page, `kiosk-${name}-${smallestPx}`);
  const boxes = await buttons(page);
  for (const box of boxes) {
    expect(box.width, `${where}: ${box.name}`).toBeGreaterThanOrEqual(80);
    expect(box.height, `${where}: ${box.name}`).toBeGreaterThanOrEqual(80);
  }
  expect(smallestGap(boxes), where).toBeGreaterThanOrEqual(16 - 0.01);
  expect(await page.locator('[data-choice]').count(), where).toBeLessThanOrEqual(5);
  expect(await overflow(page), where).toEqual({ down: 0, across: 0 });
  for (const line of await texts(page)) {
    expect(line.fontPx, `${where}: ${line.text}`).toBeGreaterThanOrEqual(smallestPx - 0.01);
    expect(line.longestLineEm, `${where}: ${line.text}`).toBeLessThanOrEqual(28);
  }
}
