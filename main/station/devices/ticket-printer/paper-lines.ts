import type { Align } from './esc-pos/ops.ts';
import type { PaperBlock } from './paper-document.ts';
import { cleanText, columnsOf, leftRight, wrap } from './text/columns.ts';

/** Width and height: 48 dots = 17 pt. Size 1 would be 8.5 pt, below the 12 pt that every word on paper must have. */
export const TEXT_SIZE = 2;
/** 72 dots = 25.5 pt: what must be found at a glance. */
export const LARGE_SIZE = 3;
/** Between lines of one thought, and between thoughts. */
export const LINE_GAP: PaperBlock = { kind: 'gap', dots: 10 };
export const PART_GAP: PaperBlock = { kind: 'gap', dots: 24 };
export const RULE: PaperBlock = { kind: 'rule' };

export interface Style {
  readonly align: Align;
  readonly bold: boolean;
}

export const HEADLINE: Style = { align: 'center', bold: true };
export const NOTE: Style = { align: 'center', bold: false };
export const PLAIN: Style = { align: 'left', bold: false };
export const HEADING: Style = { align: 'left', bold: true };

/** Columns of the paper that text of the usual size has. */
export const textColumns = (columns: number, size = TEXT_SIZE): number => Math.floor(columns / size);

/** Words of the usual size, on as many lines as they need. */
export function lines(text: string, columns: number, style: Style): PaperBlock[] {
  return balanced(text, textColumns(columns)).flatMap((line) => [blockOf(line, TEXT_SIZE, style), LINE_GAP]);
}

/** Words as large as they may be on one line, `largest` at most; of the usual size where they need several. */
export function largeLine(text: string, columns: number, style: Style, largest = LARGE_SIZE): PaperBlock[] {
  const clean = cleanText(text);
  for (let size = largest; size > TEXT_SIZE; size -= 1)
    if (columnsOf(clean) <= textColumns(columns, size)) return [blockOf(clean, size, style), LINE_GAP];
  return lines(text, columns, style);
}

/** An entry of a list; further lines of it begin under its words. */
export function listEntry(text: string, columns: number, mark = '·'): PaperBlock[] {
  const indent = columnsOf(mark);
  return wrap(text, textColumns(columns) - indent).flatMap((line, index) => [
    blockOf((index === 0 ? mark : ' '.repeat(indent)) + line, TEXT_SIZE, PLAIN),
    LINE_GAP,
  ]);
}

/** Label and value on one line, or under each other where the paper is too narrow. */
export function fact(label: string, value: string, columns: number): PaperBlock[] {
  const text = leftRight(label, value, textColumns(columns));
  if (text !== undefined) return [blockOf(text, TEXT_SIZE, PLAIN), LINE_GAP];
  return [...lines(label, columns, PLAIN), ...lines(value, columns, { ...PLAIN, align: 'right' })];
}

const blockOf = (text: string, size: number, style: Style): PaperBlock => ({
  kind: 'line',
  text,
  width: size,
  height: size,
  ...style,
});

/** As many lines as the width asks for, of about the same length: no single character alone on the last one. */
function balanced(text: string, columns: number): string[] {
  const widest = wrap(text, columns);
  for (let narrower = Math.ceil(columns / 2); narrower < columns; narrower += 1) {
    const found = wrap(text, narrower);
    if (found.length === widest.length) return found;
  }
  return widest;
}
