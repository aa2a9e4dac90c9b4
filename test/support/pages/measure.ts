import type { Page } from 'playwright';

export interface Box {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Every button that can be touched, in CSS pixels, without the demonstrator's own and what a list has scrolled away. */
export async function buttons(page: Page): Promise<readonly Box[]> {
  return page.locator('button:visible:not([data-small])').evaluateAll((elements) =>
    elements.flatMap((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      let [top, bottom] = [y, y + height];
      for (let box = element.parentElement; box !== null; box = box.parentElement) {
        if (getComputedStyle(box).overflowY === 'visible') continue;
        const clip = box.getBoundingClientRect();
        [top, bottom] = [Math.max(top, clip.top), Math.min(bottom, clip.bottom)];
      }
      const isWhole = bottom - top >= height - 1;
      return isWhole ? [{ name: element.textContent.trim(), x, y, width, height }] : [];
    }),
  );
}

/** The smallest distance between two boxes; overlapping boxes have a negative one. */
export function gapBetween(one: Box, other: Box): number {
  const across = Math.max(one.x - (other.x + other.width), other.x - (one.x + one.width));
  const down = Math.max(one.y - (other.y + other.height), other.y - (one.y + one.height));
  return Math.max(across, down);
}

export function smallestGap(boxes: readonly Box[]): number {
  const gaps = boxes.flatMap((one, at) => boxes.slice(at + 1).map((other) => gapBetween(one, other)));
  return Math.min(...gaps);
}

export interface TextLine {
  readonly text: string;
  readonly fontPx: number;
  readonly lineHeightEm: number;
  /** Width of the longest line, in its own font size: the number of Chinese characters it could hold. */
  readonly longestLineEm: number;
}

/** Every piece of text that can be seen within `root`. */
export async function texts(page: Page, root = 'body'): Promise<readonly TextLine[]> {
  return page.locator(root).evaluate((element) => {
    const found = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      const text = (node.textContent ?? '').trim();
      if (parent === null || text === '' || parent.closest('.only-spoken, .simulated') !== null) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const style = getComputedStyle(parent);
      const fontPx = parseFloat(style.fontSize);
      const longestPx = Math.max(0, ...[...range.getClientRects()].map(({ width }) => width));
      found.push({
        text,
        fontPx,
        lineHeightEm: parseFloat(style.lineHeight) / fontPx,
        longestLineEm: longestPx / fontPx,
      });
    }
    return found;
  });
}

/** What does not fit: pixels that one would have to scroll to, down and across. */
export async function overflow(page: Page): Promise<{ readonly down: number; readonly across: number }> {
  return page.evaluate(() => {
    const main = document.querySelector('main') ?? document.body;
    const whole = document.documentElement;
    return {
      down: Math.max(main.scrollHeight - main.clientHeight, whole.scrollHeight - whole.clientHeight),
      across: Math.max(main.scrollWidth - main.clientWidth, whole.scrollWidth - whole.clientWidth),
    };
  });
}
