import type { Align } from './esc-pos/ops.ts';
import type { PaperBlock, PaperDocument } from './paper-document.ts';
import { cleanText, columnsOf, leftRight, wrap } from './text/columns.ts';
import type { PaperSettings, TicketPaper } from './ticket-paper.ts';

/** 120 dots = 42.6 pt at 203 dpi: the smallest size of the printer that is at least 36 pt. */
const NUMBER_MIN_HEIGHT = 5;
const NUMBER_MAX_SIZE = 6;
/** Width and height: 48 dots = 17 pt. Size 1 would be 8.5 pt, below the 12 pt that every word on a ticket must have. */
const TEXT_SIZE = 2;
/** Between lines of one thought, and between thoughts. */
const LINE_GAP: PaperBlock = { kind: 'gap', dots: 12 };
const PART_GAP: PaperBlock = { kind: 'gap', dots: 28 };

interface Style {
  readonly align: Align;
  readonly bold: boolean;
}

const HEADLINE: Style = { align: 'center', bold: true };
const NOTE: Style = { align: 'center', bold: false };

/** An offer, never a request: rating is voluntary (GB/T 39734-2020). */
const RATING_WORDS = '请您评价（自愿）';

/**
 * What stands on a queue ticket, for people who read with difficulty first: number >= 36 pt, every other word >= 12 pt
 * at 203 dpi, no line wider than the paper whatever the words are.
 */
export function layoutTicket(
  ticket: TicketPaper,
  { columns }: Pick<PaperSettings, 'columns'>,
): PaperDocument {
  return [
    ...(ticket.simulated === true ? lines('模拟演练，非真票', columns, HEADLINE) : []),
    ...lines(ticket.hallName, columns, NOTE),
    ...(ticket.reprint ? lines('（补打）', columns, HEADLINE) : []),
    PART_GAP,
    ...numberLines(ticket.number, columns),
    PART_GAP,
    ...lines(ticket.serviceName, columns, HEADLINE),
    ...(ticket.priority ? priorityLines(ticket.priority, columns) : []),
    { kind: 'rule' },
    ...facts(ticket).flatMap(([label, value]) => fact(label, value, columns)),
    { kind: 'rule' },
    PART_GAP,
    { kind: 'qr', text: ticket.ratingUrl ?? ticket.qrText ?? defaultQrText(ticket) },
    ...(ticket.ratingUrl === undefined ? [] : [LINE_GAP, ...lines(RATING_WORDS, columns, HEADLINE)]),
    PART_GAP,
    ...lines('过号请到任意窗口说明', columns, NOTE),
    ...lines(issueTime(ticket.issuedAt), columns, NOTE),
    { kind: 'cut' },
  ];
}

/** As large as the paper allows; a long number gets narrower, never lower. */
function numberLines(number: string, columns: number): PaperBlock[] {
  const text = cleanText(number);
  const width = Math.max(1, Math.min(NUMBER_MAX_SIZE, Math.floor(columns / Math.max(1, columnsOf(text)))));
  const height = Math.max(NUMBER_MIN_HEIGHT, width);
  return wrap(text, Math.floor(columns / width)).map((line) => ({
    kind: 'line',
    text: line,
    width,
    height,
    align: 'center',
    bold: true,
  }));
}

function lines(text: string, columns: number, style: Style): PaperBlock[] {
  return balanced(text, Math.floor(columns / TEXT_SIZE)).flatMap((line) => [
    { kind: 'line', text: line, width: TEXT_SIZE, height: TEXT_SIZE, ...style } as const,
    LINE_GAP,
  ]);
}

/** As many lines as the width asks for, of about the same length: no single character alone on the last one. */
function balanced(text: string, columns: number): string[] {
  const widest = wrap(text, columns);
  for (let narrower = Math.ceil(columns / 2); narrower < columns; narrower += 1) {
    const lines = wrap(text, narrower);
    if (lines.length === widest.length) return lines;
  }
  return widest;
}

function priorityLines(priority: NonNullable<TicketPaper['priority']>, columns: number): PaperBlock[] {
  const { label, reason } = priority;
  const inBrackets = reason === '' ? '' : `（${reason}）`;
  const together = cleanText(label + inBrackets);
  if (columnsOf(together) <= Math.floor(columns / TEXT_SIZE)) return lines(together, columns, HEADLINE);
  return [label, inBrackets].flatMap((words) => lines(words, columns, HEADLINE));
}

/** GB 2312 has no en dash: a hyphen keeps the line text on every printer. */
export function waitWords({ low, high }: TicketPaper['waitMinutes']): string {
  if (high <= 0) return '马上就到';
  return low === high ? `约${low}分钟` : `约${low}-${high}分钟`;
}

export function counterWords(counters: readonly string[]): string {
  const names = counters.join('、');
  return /^[\d、]+$/.test(names) ? `${names}号` : names;
}

function facts(ticket: TicketPaper): [label: string, value: string][] {
  return [
    ['前面等候', `${ticket.waitingAhead}人`],
    ['预计等候', waitWords(ticket.waitMinutes)],
    ...(ticket.counters.length > 0 ? [['办理窗口', counterWords(ticket.counters)] as [string, string]] : []),
    ...(ticket.holderMasked ? [['取号人', ticket.holderMasked] as [string, string]] : []),
  ];
}

/** Label and value on one line, or under each other where the paper is too narrow. */
function fact(label: string, value: string, columns: number): PaperBlock[] {
  const style: Style = { align: 'left', bold: false };
  const text = leftRight(label, value, Math.floor(columns / TEXT_SIZE));
  if (text !== undefined) return lines(text, columns, style);
  return [...lines(label, columns, style), ...lines(value, columns, { ...style, align: 'right' })];
}

function issueTime(issuedAt: string): string {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(issuedAt) ?? [];
  return day === undefined || time === undefined ? issuedAt : `${day} ${time}`;
}

/** Day and number, nothing about the person: a lost ticket tells nothing. */
function defaultQrText(ticket: TicketPaper): string {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(ticket.issuedAt)?.[0] ?? '';
  return `songting:ticket/${day}/${encodeURIComponent(cleanText(ticket.number))}`;
}
