import { cleanText, columnsOf, wrap } from '../ticket-printer/text/columns.ts';
import { asShown } from './bx-k/styled-text.ts';
import type { DisplayedCall } from './port.ts';

/** Dots of the cards' own 16-dot font: every card has it. A Chinese character takes two columns. */
export const COLUMN_PIXELS = 8;
export const ROW_PIXELS = 16;

/** More than any card takes; measuring more would only hold up the caller. */
const LONGEST_TEXT = 1000;

export interface DisplaySize {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** How many columns of the 16-dot font stand side by side. */
export const columnsWithin = ({ width }: Pick<DisplaySize, 'width'>): number =>
  Math.max(2, Math.floor(width / COLUMN_PIXELS));

/** What a visitor reads, in lines that fit; more lines than the display has become pages, one after the other. */
export function callText(call: DisplayedCall, size: Pick<DisplaySize, 'width'>): string {
  const columns = columnsWithin(size);
  const words = (call.text ?? usualWords(call, columns)).slice(0, LONGEST_TEXT);
  // Substitutes first: what the display cannot show is as wide as what it shows instead.
  const shown = words.split(/\r\n|[\n\r\u2028\u2029]/).map((line) => asShown(cleanText(line)));
  return wrap(shown.join('\n'), columns).join('\n');
}

/** 请A001号到3号窗口, in one line where it fits, else broken where a speaker would. */
function usualWords({ number, counterId, priority }: DisplayedCall, columns: number): string {
  const who = `${priority ? '优先 ' : ''}请${number}号`;
  const where = `到${counterId}号窗口`;
  const whole = who + where;
  return columnsOf(whole) <= columns ? whole : `${who}\n${where}`;
}
