import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  STEP_CARD_LANGUAGES,
  type PaperColumns,
  type StepCardPaper,
} from '../../../main/station/devices/ticket-printer/index.ts';
import { pointsOf } from '../../../main/station/devices/ticket-printer/paper-document.ts';
import { stepPicture, STEPS } from '../../../main/station/devices/ticket-printer/pictograms/step-pictures.ts';
import { layoutStepCard } from '../../../main/station/devices/ticket-printer/step-card-layout.ts';
import { columnsOf } from '../../../main/station/devices/ticket-printer/text/columns.ts';
import { dotAt, type Bitmap } from '../../../main/station/devices/ticket-printer/text/scan-convert.ts';
import { createTicketRenderer } from '../../../main/station/devices/ticket-printer/ticket-renderer.ts';
import { READER_SIDES } from '../../../preload/contracts/configuration-kiosk.ts';
import { measuredLines, millimetresOf } from '../../support/paper/measure-paper.ts';
import { readPaper } from '../../support/paper/read-paper.ts';
import { stepCard } from '../../support/paper/sample-tickets.ts';

const WIDTHS: PaperColumns[] = [32, 42, 48];
const TEXT_MIN_POINTS = 12;
const LARGE_POINTS = 24;
const DOTS_OF_COLUMN = 12;

const locale = (language: string): Record<string, string> =>
  JSON.parse(
    readFileSync(new URL(`../../../resources/locales/${language}.json`, import.meta.url), 'utf8'),
  ) as Record<string, string>;
const bytesOf = (card: Partial<StepCardPaper> = {}, columns: PaperColumns = 48): Uint8Array =>
  createTicketRenderer({ columns, charset: 'gb2312' }, '/no/font/is/opened')({ ...stepCard, ...card });
const textOf = (card: Partial<StepCardPaper> = {}, columns: PaperColumns = 48): string =>
  readPaper(bytesOf(card, columns)).text;
const joined = (text: string): string => text.replaceAll('\n', '');

describe('the step card', () => {
  it.each(WIDTHS)('holds five steps in their order, each with a picture, on %i columns', (columns) => {
    const { marks, whole } = readPaper(bytesOf({}, columns));
    const steps = marks.flatMap((mark) =>
      mark.kind === 'line' && /^[①-⑤]/.test(mark.text) ? [mark.text] : [],
    );
    expect(steps).toEqual(['①放身份证', '②选一件事', '③拿好小票', '④坐等叫号', '⑤到窗口办']);
    expect(marks.filter(({ kind }) => kind === 'picture')).toHaveLength(5);
    expect(whole).toBe(true);
  });

  it.each(WIDTHS)('is in large type in the bytes for %i columns', (columns) => {
    for (const language of STEP_CARD_LANGUAGES) {
      const measured = measuredLines(bytesOf({ language }, columns));
      for (const { text, points } of measured) expect(points, text).toBeGreaterThanOrEqual(TEXT_MIN_POINTS);
      for (const { text, points } of measured)
        if (/^[①-⑤]/.test(text)) expect(points, text).toBeGreaterThanOrEqual(LARGE_POINTS);
    }
  });

  it('says where it is from, whom to ask, and how it goes without a machine', () => {
    const text = joined(textOf());
    for (const words of [
      stepCard.hallName,
      '点“叫人帮忙”',
      '不用机器也能办，请到1号窗口 ●',
      '红色圆形牌子',
      '进门右手边',
    ])
      expect(text).toContain(words);
    expect(text).toMatch(/电话 +0755-12345678/);
  });

  it.each(READER_SIDES)('says where this kiosk’s reader is: %s', (readerSide) => {
    const side = { below: '下面', left: '左边', right: '右边' }[readerSide];
    expect(textOf({ readerSide })).toContain(`放在屏幕${side}`);
  });

  it('begins with the choice where the kiosk has no reader', () => {
    const text = textOf({ readerSide: null });
    expect(text).toContain('①选一件事');
    expect(text).not.toMatch(/身份证|⑤/);
  });

  it('names the button as the kiosk does, in both languages', () => {
    expect(textOf()).toContain(`“${locale('zh-CN')['kiosk.idle.noCard'] ?? '?'}”`);
    const words = textOf({ language: 'en' }).replaceAll('\n', ' ');
    expect(words).toContain(`"${locale('en')['kiosk.idle.noCard'] ?? '?'}"`);
  });

  it('is written in English for who asks for it', () => {
    const text = textOf({ language: 'en' });
    for (const words of ['How to take a number', 'Put it below the screen', 'Counter 1 ●', 'red round sign'])
      expect(text).toContain(words);
  });

  it('keeps away what the hall has not told', () => {
    const text = textOf({ manualCounters: [], telephone: null, waitingArea: null });
    expect(text).not.toMatch(/不用机器|电话|请坐/);
  });

  it('says on a rehearsal that it is one', () => {
    expect(textOf({ simulated: true })).toContain('模拟演练');
  });

  it('is not longer than a sheet of A4 where the roll is 80 mm wide', () => {
    expect(millimetresOf(bytesOf())).toBeLessThan(297);
  });

  it('has no line wider than the paper, whatever the hall is called', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 40 });
    const cards: fc.Arbitrary<StepCardPaper> = fc.record({
      kind: fc.constant('step-card' as const),
      language: fc.constantFrom(...STEP_CARD_LANGUAGES),
      hallName: words,
      readerSide: fc.constantFrom(...READER_SIDES, null),
      waitingArea: fc.option(words),
      manualCounters: fc.array(words, { maxLength: 8 }),
      counterLooks: fc.constant(stepCard.counterLooks),
      telephone: fc.option(words),
      simulated: fc.boolean(),
    });
    fc.assert(
      fc.property(cards, fc.constantFrom(...WIDTHS), (card, columns) => {
        for (const block of layoutStepCard(card, { columns })) {
          if (block.kind === 'picture')
            expect(block.bitmap.width).toBeLessThanOrEqual(columns * DOTS_OF_COLUMN);
          if (block.kind !== 'line') continue;
          expect(columnsOf(block.text) * block.width).toBeLessThanOrEqual(columns);
          expect(pointsOf(Math.min(block.width, block.height))).toBeGreaterThanOrEqual(TEXT_MIN_POINTS);
        }
      }),
    );
  });
});

describe('the pictures', () => {
  const ink = (picture: Bitmap): number => {
    let dots = 0;
    for (let y = 0; y < picture.height; y += 1)
      for (let x = 0; x < picture.width; x += 1) if (dotAt(picture, x, y)) dots += 1;
    return dots / (picture.width * picture.height);
  };

  it.each(STEPS)('%s is a drawing: neither empty nor a black block', (step) => {
    expect(ink(stepPicture(step))).toBeGreaterThan(0.08);
    expect(ink(stepPicture(step))).toBeLessThan(0.4);
  });

  it('are all different', () => {
    expect(new Set(STEPS.map((step) => Buffer.from(stepPicture(step).dots).toString('hex'))).size).toBe(
      STEPS.length,
    );
  });

  it('stand in the middle of the paper', () => {
    const picture = readPaper(bytesOf()).marks.find((mark) => mark.kind === 'picture');
    if (picture === undefined) throw new Error('no picture');
    expect(picture.width).toBe(48 * DOTS_OF_COLUMN);
    const rows = Buffer.from(picture.dots, 'hex');
    const inked = Array.from({ length: picture.width }, (_, x) => x).filter((x) =>
      Array.from({ length: picture.height }, (_, y) => y).some(
        (y) => (rows[(y * picture.width + x) >> 3] ?? 0) & (0x80 >> (x & 7)),
      ),
    );
    const middle = ((inked[0] ?? 0) + (inked.at(-1) ?? 0)) / 2;
    expect(Math.abs(middle - picture.width / 2)).toBeLessThan(DOTS_OF_COLUMN);
  });
});
