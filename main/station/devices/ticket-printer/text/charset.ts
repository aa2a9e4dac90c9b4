import iconv from 'iconv-lite';
import type { PrinterCharset } from '../ticket-paper.ts';

const ASCII_PRINTABLE = /^[\x20-\x7e]$/;
const HAN = /^\p{Script=Han}$/u;

/** Rows 1 to 9 (signs) and 16 to 87 (hanzi) of GB/T 2312-1980; the holes in them per row, as [first, last] cells. */
const SIGN_CELLS: Readonly<Record<number, readonly (readonly [number, number])[]>> = {
  1: [[1, 94]],
  2: [
    [17, 66],
    [69, 78],
    [81, 92],
  ],
  3: [[1, 94]],
  4: [[1, 83]],
  5: [[1, 86]],
  6: [
    [1, 24],
    [33, 56],
  ],
  7: [
    [1, 33],
    [49, 81],
  ],
  8: [
    [1, 26],
    [37, 73],
  ],
  9: [[4, 79]],
  55: [[1, 89]],
};
const FIRST_HANZI_ROW = 16;
const LAST_HANZI_ROW = 87;

function inGb2312(lead: number, trail: number): boolean {
  const row = lead - 0xa0;
  const cell = trail - 0xa0;
  if (cell < 1 || cell > 94) return false;
  const cells = SIGN_CELLS[row];
  if (cells !== undefined) return cells.some(([first, last]) => cell >= first && cell <= last);
  return row >= FIRST_HANZI_ROW && row <= LAST_HANZI_ROW;
}

/** FE50 to FEA0 came with later editions: a GBK printer shows a wrong glyph for U+4DAE there. */
function inGbk(character: string, lead: number, trail: number): boolean {
  if (lead === 0xfe && trail >= 0x50) return false;
  return iconv.encode(character, 'gbk').equals(Buffer.from([lead, trail]));
}

/**
 * The bytes of one character, or undefined when the printer's declared set does not hold it (GB/T 2312-1980, GBK 1.0,
 * GB 18030). The caller draws such a character; sending it would print a wrong one without any error.
 */
export function encodeCharacter(character: string, charset: PrinterCharset): Buffer | undefined {
  if (ASCII_PRINTABLE.test(character)) return Buffer.from(character, 'ascii');
  // iconv-lite's own "gb2312" is CP936: membership is decided here, by the code.
  const bytes = iconv.encode(character, 'gb18030');
  const [lead = 0, trail = 0] = bytes;
  // Of the four-byte part a printer has the hanzi at most: no emoji, no marks that combine.
  if (bytes.length === 4) return charset === 'gb18030' && HAN.test(character) ? bytes : undefined;
  if (bytes.length !== 2 || /\p{Co}/u.test(character)) return undefined;
  if (charset === 'gb2312') return inGb2312(lead, trail) ? bytes : undefined;
  if (charset === 'gbk') return inGbk(character, lead, trail) ? bytes : undefined;
  return bytes;
}

/** The whole line, or undefined as soon as one character is outside the set. */
export function encodeLine(line: string, charset: PrinterCharset): Buffer | undefined {
  const parts: Buffer[] = [];
  for (const character of line) {
    const bytes = encodeCharacter(character, charset);
    if (bytes === undefined) return undefined;
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}
