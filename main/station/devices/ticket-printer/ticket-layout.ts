import { wayTo } from './counter-lines.ts';
import type { PaperBlock, PaperDocument } from './paper-document.ts';
import {
  fact,
  HEADING,
  HEADLINE,
  LINE_GAP,
  lines,
  listEntry,
  NOTE,
  PART_GAP,
  PLAIN,
  RULE,
  textColumns,
} from './paper-lines.ts';
import { cleanText, columnsOf, wrap } from './text/columns.ts';
import type { PaperSettings, TicketPaper } from './ticket-paper.ts';

/** 120 dots = 42.6 pt at 203 dpi: the smallest size of the printer that is at least 36 pt. */
const NUMBER_MIN_HEIGHT = 5;
const NUMBER_MAX_SIZE = 6;

/** An offer, never a request: rating is voluntary (GB/T 39734-2020). */
const RATING_WORDS = '请您评价（自愿）';

/** A list that is longer is not read; the counter names the rest. */
const MOST_DOCUMENTS = 4;
const MOST_DOCUMENT_LINES = 8;

/**
 * What stands on a queue ticket, in the order in which an elder needs it: the number, what for, where to sit, what
 * happens next and which counter to look for, how long, what to have ready, small things last. Number >= 36 pt, every
 * other word >= 12 pt at 203 dpi, no line wider than the paper whatever the words are.
 */
export function layoutTicket(
  ticket: TicketPaper,
  { columns }: Pick<PaperSettings, 'columns'>,
): PaperDocument {
  return [
    ...(ticket.simulated === true ? lines('模拟演练，非真票', columns, HEADLINE) : []),
    ...(ticket.reprint ? lines('（补打）', columns, HEADLINE) : []),
    ...numberLines(ticket.number, columns),
    PART_GAP,
    ...lines(ticket.serviceName, columns, HEADLINE),
    ...(ticket.priority ? priorityLines(ticket.priority, columns) : []),
    ...(ticket.people === 2 ? lines('两人同一个号', columns, HEADLINE) : []),
    RULE,
    ...(ticket.waitingArea === undefined ? [] : lines(`请坐：${ticket.waitingArea}`, columns, HEADLINE)),
    ...afterTheCall(ticket, columns),
    RULE,
    ...fact('前面有', `${ticket.waitingAhead}人`, columns),
    ...fact('等候', waitWords(ticket.waitMinutes), columns),
    ...documentLines(ticket.documents ?? [], columns),
    RULE,
    ...smallThings(ticket, columns),
    { kind: 'cut' },
  ];
}

/** What happens next. Where several counters serve the matter, the call says which it is. */
function afterTheCall(ticket: TicketPaper, columns: number): PaperBlock[] {
  const { number, counters, counterLooks = {} } = ticket;
  const then = counters.length === 1 ? '请到' : '会说几号窗口';
  return [
    ...lines(`叫到${number}，${then}`, columns, HEADLINE),
    ...wayTo(counters, counterLooks, 'zh', columns),
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

function priorityLines(priority: NonNullable<TicketPaper['priority']>, columns: number): PaperBlock[] {
  const { label, reason } = priority;
  const inBrackets = reason === '' ? '' : `（${reason}）`;
  const together = cleanText(label + inBrackets);
  if (columnsOf(together) <= textColumns(columns)) return lines(together, columns, HEADLINE);
  return [label, inBrackets].flatMap((words) => lines(words, columns, HEADLINE));
}

/** GB 2312 has no en dash: a hyphen keeps the line text on every printer. */
export function waitWords({ low, high }: TicketPaper['waitMinutes']): string {
  if (high <= 0) return '马上就到';
  return low === high ? `约${low}分钟` : `约${low}-${high}分钟`;
}

function documentLines(documents: readonly string[], columns: number): PaperBlock[] {
  if (documents.length === 0) return [];
  const shown: PaperBlock[][] = [];
  let room = MOST_DOCUMENT_LINES;
  for (const document of documents.slice(0, MOST_DOCUMENTS)) {
    const entry = listEntry(withoutSmallPrint(document, textColumns(columns)), columns);
    room -= entry.filter(({ kind }) => kind === 'line').length;
    if (room < 0 && shown.length > 0) break;
    shown.push(entry);
  }
  return [
    PART_GAP,
    ...lines('请准备好：', columns, HEADING),
    ...shown.flat(),
    ...(shown.length < documents.length ? lines('等，窗口会告诉您', columns, PLAIN) : []),
  ];
}

/** 户口簿(免证办可免) stays whole on one line, else what is in brackets is left to the counter. */
function withoutSmallPrint(document: string, columns: number): string {
  const short = document.replace(/[（(][^）)]*[）)]/g, '').trim();
  const fitsWhole = columnsOf(cleanText(document)) + columnsOf('·') <= columns;
  return fitsWhole || short === '' ? document : short;
}

function smallThings(ticket: TicketPaper, columns: number): PaperBlock[] {
  const { ratingUrl, telephone, holderMasked } = ticket;
  return [
    ...lines('没听到叫号？请到窗口说', columns, NOTE),
    ...(telephone === undefined ? [] : fact('电话', telephone, columns)),
    ...(holderMasked ? fact('取号人', holderMasked, columns) : []),
    PART_GAP,
    { kind: 'qr', text: ratingUrl ?? ticket.qrText ?? defaultQrText(ticket) },
    ...(ratingUrl === undefined ? [] : [LINE_GAP, ...lines(RATING_WORDS, columns, HEADLINE)]),
    ...lines(ticket.hallName, columns, NOTE),
    ...lines(issueTime(ticket.issuedAt), columns, NOTE),
  ];
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
