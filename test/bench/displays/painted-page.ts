import type { Browser, Page } from 'playwright';
import { monotonicMs } from './monotonic.ts';

/** A full-HD display, as it hangs in a hall. */
const VIEWPORT = { width: 1920, height: 1080 };
const BRACKETS = 40;

/** Where the page's clock lies on the system's monotonic one, and how far that may be wrong. */
export interface PageClock {
  readonly offsetMs: number;
  readonly errorMs: number;
}

/** A page in Chromium that tells when it has painted a text. */
export class PaintedPage {
  readonly #page: Page;
  readonly #waiting = new Map<string, (atMs: number) => void>();

  private constructor(page: Page) {
    this.#page = page;
  }

  static async open(browser: Browser, url: string): Promise<PaintedPage> {
    const context = await browser.newContext({
      viewport: VIEWPORT,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    });
    const page = await context.newPage();
    const painted = new PaintedPage(page);
    await page.exposeBinding('tellPainted', (_source, text: string, atMs: number) =>
      painted.#waiting.get(text)?.(atMs),
    );
    await page.addInitScript(watchNumbers);
    await page.goto(url);
    return painted;
  }

  get page(): Page {
    return this.#page;
  }

  /** Resolves with the page's own time at which the number stood on the screen. Ask before it is called. */
  painted(number: string): Promise<number> {
    return new Promise((resolve) => this.#waiting.set(number, resolve));
  }

  /**
   * Asks the page for its time again and again: each answer lies between question and receipt, so the offset lies in
   * what all of these brackets have in common. Half of that is the error.
   */
  async clock(): Promise<PageClock> {
    let [least, most] = [-Infinity, Infinity];
    for (let turn = 0; turn < BRACKETS; turn += 1) {
      const before = monotonicMs();
      const theirs = await this.#page.evaluate(() => performance.now());
      const after = monotonicMs();
      [least, most] = [Math.max(least, theirs - after), Math.min(most, theirs - before)];
    }
    return { offsetMs: (least + most) / 2, errorMs: (most - least) / 2 };
  }
}

/**
 * Runs in the page. A number that appears among the calls is in the tree at the change; the next frame paints it; when the
 * frame after that begins, it is on the screen. So up to one frame too much is counted, never too little.
 */
function watchNumbers(): void {
  const tell = (window as unknown as { tellPainted: (text: string, atMs: number) => void }).tellPainted;
  const told = new Set<string>();
  const isOnScreen = (element: Element): boolean => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return (
      right > left && bottom > top && left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight
    );
  };
  const look = (): void => {
    for (const element of document.querySelectorAll('[data-listed], [data-call] .number')) {
      const number = element.getAttribute('data-listed') ?? element.textContent;
      if (told.has(number)) continue;
      told.add(number);
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          const atMs = performance.now();
          if (isOnScreen(element)) tell(number, atMs);
        }),
      );
    }
  };
  new MutationObserver(look).observe(document, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
  });
}
