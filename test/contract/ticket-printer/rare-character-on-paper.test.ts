import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type Page } from 'playwright';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTicketRenderer } from '../../../main/station/devices/ticket-printer/ticket-renderer.ts';
import { readPaper } from '../../support/paper/read-paper.ts';
import { plainTicket } from '../../support/paper/sample-tickets.ts';

/**
 * Is the drawn glyph the right one? Chromium draws the same characters from the same font with its own rasteriser; the
 * dots on paper must look like its picture of this character, and clearly less like its pictures of others.
 */
const FONT = path.join(import.meta.dirname, '../../../resources/fonts/NotoSansSC-Regular.woff2');
const GLYPH_DOTS = 48;
/** 𠮷 and 吉 differ in the length of two strokes: 0.96 against 0.92. All other pairs are farther apart. */
const CLEARLY = 0.02;
const OTHERS = ['龚', '吉', '龙', '告', '古', '共', '言', '舌', '龛', '口'];

let page: Page;
let end: () => Promise<void>;
beforeAll(async () => {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  end = () => browser.close();
  page = await browser.newPage({ viewport: { width: 200, height: 200 }, deviceScaleFactor: 1 });
  await page.route('http://font.test/**', async (route) => {
    const isFont = route.request().url().endsWith('.woff2');
    if (isFont) return route.fulfill({ body: await readFile(FONT), contentType: 'font/woff2' });
    return route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<style>@font-face { font-family: ticket; src: url(/f.woff2) }
        body { margin: 0; background: white } #g { font: ${GLYPH_DOTS}px/${GLYPH_DOTS}px ticket; width: ${GLYPH_DOTS}px }</style><div id="g"></div>`,
    });
  });
  await page.goto('http://font.test/');
  await page.evaluate((size) => document.fonts.load(`${size}px ticket`, '𠮷'), GLYPH_DOTS);
});
afterAll(() => end());

/** Ink at each dot, 0 to 1, cropped to the ink and scaled to a fixed grid: position and size do not count. */
type Ink = readonly number[];
const GRID = 24;

function normalised(width: number, height: number, ink: (x: number, y: number) => number): Ink {
  const all = Array.from({ length: width * height }, (_, at) => ({
    x: at % width,
    y: Math.floor(at / width),
  }));
  const inked = all.filter(({ x, y }) => ink(x, y) > 0.3);
  const [left, top] = [Math.min(...inked.map(({ x }) => x)), Math.min(...inked.map(({ y }) => y))];
  const [right, bottom] = [
    Math.max(...inked.map(({ x }) => x)) + 1,
    Math.max(...inked.map(({ y }) => y)) + 1,
  ];
  const cell = (at: number): number => {
    const samples = [0.1, 0.3, 0.5, 0.7, 0.9].flatMap((dx) =>
      [0.1, 0.3, 0.5, 0.7, 0.9].map((dy) => [dx, dy] as const),
    );
    const sum = samples.reduce((total, [dx, dy]) => {
      const x = left + (((at % GRID) + dx) / GRID) * (right - left);
      const y = top + ((Math.floor(at / GRID) + dy) / GRID) * (bottom - top);
      return total + ink(Math.floor(x), Math.floor(y));
    }, 0);
    return sum / samples.length;
  };
  return Array.from({ length: GRID * GRID }, (_, at) => cell(at));
}

async function inChromium(character: string): Promise<Ink> {
  await page.evaluate((text) => {
    const element = document.getElementById('g');
    if (element) element.textContent = text;
  }, character);
  const { width, height, data } = PNG.sync.read(
    await page.screenshot({ clip: { x: 0, y: 0, width: GLYPH_DOTS, height: GLYPH_DOTS + 16 } }),
  );
  return normalised(width, height, (x, y) => 1 - (data[(y * width + x) * 4] ?? 255) / 255);
}

/** The picture that a ticket shows where its service is called by this one character. */
function onPaper(character: string): Ink {
  const render = createTicketRenderer({ columns: 48, charset: 'gb2312' });
  const { marks } = readPaper(render({ ...plainTicket, serviceName: character }));
  const picture = marks.find((mark) => mark.kind === 'picture');
  if (picture === undefined) throw new Error(`${character} was not drawn`);
  const dots = Buffer.from(picture.dots, 'hex');
  const dot = (x: number, y: number): number =>
    (dots[(y * picture.width + x) >> 3] ?? 0) & (0x80 >> (x & 7)) ? 1 : 0;
  return normalised(picture.width, picture.height, dot);
}

function correlation(a: Ink, b: Ink): number {
  const mean = (values: Ink): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  const spread = (values: Ink, middle: number): number =>
    Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0));
  const together = a.reduce((sum, value, at) => sum + (value - meanA) * ((b[at] ?? 0) - meanB), 0);
  return together / (spread(a, meanA) * spread(b, meanB));
}

it.each(['\u4dae', '\u{20bb7}', '镕', '喆'])(
  '%s looks on paper as Chromium draws it, and not like others',
  async (character) => {
    const paper = onPaper(character);
    const alike = correlation(paper, await inChromium(character));
    expect(alike).toBeGreaterThan(0.9);
    for (const other of OTHERS.filter((one) => one !== character)) {
      const otherwise = correlation(paper, await inChromium(other));
      expect(otherwise, `${character} like ${other}`).toBeLessThan(alike - CLEARLY);
    }
  },
);

it('an unknown character is an empty box, not a wrong word', () => {
  const box = onPaper('\u{1f600}');
  expect(box.slice(GRID * 12 + 8, GRID * 12 + 16)).toEqual(Array(8).fill(0));
  expect(box[0]).toBeGreaterThan(0);
});
