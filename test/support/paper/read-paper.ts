import { decodeEscPos, type EscPosOp } from '../../../main/station/devices/ticket-printer/esc-pos/decoder.ts';
import {
  describeMark,
  PaperView,
  type PaperMark,
} from '../../../main/station/devices/ticket-printer/esc-pos/paper-view.ts';

/** What a person reads on one queue ticket. */
export interface ReadTicket {
  /** The largest line: undefined when the paper ends before it. */
  readonly number: string | undefined;
  readonly serviceName: string | undefined;
  /** "优先（60岁及以上）"; undefined on an ordinary ticket. */
  readonly priority: string | undefined;
  readonly reprint: boolean;
  readonly simulated: boolean;
  /** Two people share the number. */
  readonly forTwo: boolean;
  /** Where to sit: "大厅中间的椅子". */
  readonly seat: string | undefined;
  readonly waitingAhead: number | undefined;
  /** "约10-25分钟". */
  readonly wait: string | undefined;
  /** "1、2、3号". */
  readonly counters: string | undefined;
  /** What happens next and how the counter is found, line by line. */
  readonly way: readonly string[];
  /** What to have ready. */
  readonly documents: readonly string[];
  readonly telephone: string | undefined;
  readonly qr: string | undefined;
  /** True when the paper was cut: the ticket came out whole. */
  readonly whole: boolean;
  /** All lines in order, pictures as "[picture WxH]". */
  readonly text: string;
  readonly marks: readonly PaperMark[];
}

const NUMBER_HEIGHT = 5;
const FOR_TWO = '两人同一个号';
const RULE = /^-+$/;
const PRIORITY_WORDS = /优先|急需|预约/;
type Line = Extract<PaperMark, { kind: 'line' }>;
const isLine = (mark: PaperMark): mark is Line => mark.kind === 'line' && mark.text.trim() !== '';

/** Every ticket in a printer's stream, whole or cut off. An export printer is assumed: hanzi need FS & to appear. */
export function readPapers(bytes: Uint8Array): ReadTicket[] {
  return readOps(decodeEscPos(bytes, { chineseAtPowerOn: false, initDropsChinese: true }));
}

/** The same from commands that a simulator has kept. A ticket begins at ESC @. */
export function readOps(ops: readonly EscPosOp[]): ReadTicket[] {
  const tickets: EscPosOp[][] = [];
  for (const op of ops) {
    if (op[0] === 'init') tickets.push([]);
    tickets.at(-1)?.push(op);
  }
  return tickets.map(readTicket);
}

/** The only ticket in these bytes; throws when there are more or none. */
export function readPaper(bytes: Uint8Array): ReadTicket {
  const [ticket, ...others] = readPapers(bytes);
  if (ticket === undefined || others.length > 0)
    throw new Error(`${others.length + 1} tickets, expected one`);
  return ticket;
}

function readTicket(ops: readonly EscPosOp[]): ReadTicket {
  const view = new PaperView();
  for (const op of ops) view.apply(op);
  const { marks } = view;
  const lines = marks.filter(isLine);
  const numberAt = lines.findIndex(({ height }) => height >= NUMBER_HEIGHT);
  const ruleAt = lines.findIndex(({ text }) => RULE.test(text));
  const heading = (numberAt < 0 ? [] : lines.slice(numberAt + 1, ruleAt < 0 ? undefined : ruleAt)).filter(
    ({ text }) => text !== FOR_TWO,
  );
  const priorityAt = heading.findIndex(({ text }) => PRIORITY_WORDS.test(text));
  const service = wordsOf(priorityAt < 0 ? heading : heading.slice(0, priorityAt));
  const texts = lines.map(({ text }) => text);
  const facts = texts.join('\n');
  const way = between(texts, /^叫到/, RULE);
  const qr = marks.find((mark) => mark.kind === 'qr');
  return {
    number: lines[numberAt]?.text.trim(),
    serviceName: service === '' ? undefined : service,
    priority: priorityAt < 0 ? undefined : wordsOf(heading.slice(priorityAt)),
    reprint: lines.some(({ text }) => text.includes('补打')),
    forTwo: texts.includes(FOR_TWO),
    seat: /^请坐：([^]*?)\n叫到/m.exec(facts)?.[1]?.replaceAll('\n', ''),
    simulated: lines.some(({ text }) => text.includes('模拟')),
    waitingAhead: numberIn(/前面有\s*(\d+)人/.exec(facts)?.[1]),
    wait: /^等候\s*(\S+)/m.exec(facts)?.[1],
    counters: /([\d、]+号)窗口/.exec(way.join(''))?.[1],
    way,
    documents: entriesOf(between(texts, /^请准备好/, RULE).slice(1)),
    telephone: /^电话\s*(\S+)/m.exec(facts)?.[1],
    qr: qr?.text,
    whole: marks.some(({ kind }) => kind === 'cut'),
    text: marks.map(describeMark).join('\n'),
    marks,
  };
}

const wordsOf = (lines: readonly Line[]): string => lines.map(({ text }) => text.trim()).join('');
/** From the first line of one kind up to the next of another. */
function between(texts: readonly string[], from: RegExp, to: RegExp): string[] {
  const begin = texts.findIndex((text) => from.test(text));
  if (begin < 0) return [];
  const length = texts.slice(begin).findIndex((text) => to.test(text));
  return texts.slice(begin, length < 0 ? undefined : begin + length);
}

/** Entries of a list; a line without a mark goes on with the one before it, if it is indented. */
function entriesOf(texts: readonly string[]): string[] {
  const entries: string[] = [];
  for (const text of texts) {
    if (text.startsWith('  ')) entries.push(`${entries.pop() ?? ''}${text.trim()}`);
    else entries.push(text.replace(/^·/, ''));
  }
  return entries;
}

const numberIn = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Number(text);
