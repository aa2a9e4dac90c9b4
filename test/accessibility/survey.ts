import type { Page } from 'playwright';
import { AAA, brokenRules } from '../support/chromium.ts';
import type { KioskBench } from '../support/pages/bench.ts';
import { buttons, smallestGap, type Box } from '../support/pages/measure.ts';
import type { ReadingStation } from '../support/pages/reading-station.ts';
import { waitFor } from '../support/wait-for.ts';
import type { Orientation } from './looks.ts';

/** A piece of text as it stands: where, how large, in how many lines. */
export interface Piece {
  readonly text: string;
  readonly tag: string;
  readonly fontPx: number;
  readonly lineHeightEm: number;
  readonly align: string;
  readonly lines: number;
  readonly longestLineEm: number;
  readonly box: Omit<Box, 'name'>;
}

/** All that one state shows, at the standard size. */
export interface StateFacts {
  readonly state: string;
  readonly orientation: Orientation;
  readonly buttons: readonly Box[];
  readonly gap: number;
  readonly pieces: readonly Piece[];
  /** Texts within `main`, in the order of the page. */
  readonly visible: readonly string[];
  readonly spoken: readonly string[];
  readonly choices: number;
  readonly titles: number;
  readonly moving: number;
  /** Where 叫人帮忙, 大字, 声音 and 返回 stand. */
  readonly bar: Readonly<Record<string, Omit<Box, 'name'> | null>>;
  /** What carries a meaning by colour, and whether it has a word or a picture as well. */
  readonly colourAlone: readonly string[];
  readonly broken: readonly string[];
  /** Buttons that the arrow keys do not come to. */
  readonly unreachable: readonly string[];
}

/** What a state that was just brought about shows, says, and lets one reach, at the standard size. */
export async function survey(
  { page }: KioskBench,
  state: string,
  orientation: Orientation,
  voice: ReadingStation,
): Promise<StateFacts> {
  const boxes = await buttons(page);
  const seen = await page.evaluate(look);
  const broken = await brokenRules(page, AAA);
  const unreachable = await notReachedByKeys(page);
  await page.locator('[data-bar="sound"]').click();
  await waitFor(() => voice.asked.length > 0 || undefined);
  const spoken = voice.newest();
  return {
    state,
    orientation,
    buttons: boxes,
    gap: smallestGap(boxes),
    broken,
    unreachable,
    spoken,
    ...seen,
  };
}

/** Runs in the page. */
function look() {
  const boxOf = (element: Element | null) => {
    if (element === null) return null;
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x, y, width, height };
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const pieces = [];
  const visible: string[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    const text = (node.textContent ?? '').replace(/\s+/g, ' ').trim();
    if (
      parent === null ||
      text === '' ||
      parent.closest('.simulated, script, style, [aria-hidden="true"]') !== null
    )
      continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const rects = [...range.getClientRects()];
    if (rects.length === 0) continue;
    const isDisabled = parent.closest('button:disabled') !== null;
    // The keys of a pad are spoken one by one, as the arrows come to them.
    const isKey = parent.closest('[data-read-when-reached]') !== null;
    if (parent.closest('main') !== null && !isDisabled && !isKey) visible.push(text);
    const style = getComputedStyle(parent);
    const fontPx = parseFloat(style.fontSize);
    const { x, y, width, height } = range.getBoundingClientRect();
    pieces.push({
      text,
      tag: (parent.closest('h1, p, li, button, label') ?? parent).tagName.toLowerCase(),
      fontPx,
      lineHeightEm: parseFloat(style.lineHeight) / fontPx,
      align: style.textAlign,
      lines: new Set(rects.map((rect) => Math.round(rect.top))).size,
      longestLineEm: Math.max(...rects.map((rect) => rect.width)) / fontPx,
      box: { x, y, width, height },
    });
  }
  const bar = Object.fromEntries(
    ['help', 'looks', 'sound', 'language', 'back'].map((name) => [
      name,
      boxOf(document.querySelector(`[data-bar="${name}"]`)),
    ]),
  );
  const byColour = [
    ...document.querySelectorAll(
      '.badge, .missing, .problem, .advised, .first, [aria-pressed="true"], .line-note',
    ),
  ];
  return {
    pieces,
    visible,
    bar,
    choices: [...document.querySelectorAll('[data-choice]')].filter((one) => one.getClientRects().length > 0)
      .length,
    titles: document.querySelectorAll('h1').length,
    moving: document.getAnimations().length,
    colourAlone: byColour
      .filter((one) => (one.textContent ?? '').trim() === '' && one.querySelector('svg') === null)
      .map((one) => one.className.toString()),
  };
}

/** As many steps as there are buttons must come to each of them. */
async function notReachedByKeys(page: Page): Promise<string[]> {
  const names = () =>
    page
      .locator('button:visible:not(:disabled):not([data-small])')
      .evaluateAll((all) => all.map((one) => (one.textContent ?? '').trim()));
  const all = await names();
  const reached = new Set<string>();
  for (let step = 0; step < all.length; step += 1) {
    await page.keyboard.press('ArrowDown');
    reached.add(await page.evaluate(() => (document.activeElement?.textContent ?? '').trim()));
  }
  return all.filter((name) => !reached.has(name));
}
