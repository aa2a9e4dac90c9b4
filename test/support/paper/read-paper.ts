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
  readonly waitingAhead: number | undefined;
  /** "约10-25分钟". */
  readonly wait: string | undefined;
  /** "1、2、3号". */
  readonly counters: string | undefined;
  readonly qr: string | undefined;
  /** True when the paper was cut: the ticket came out whole. */
  readonly whole: boolean;
  /** All lines in order, pictures as "[picture WxH]". */
  readonly text: string;
  readonly marks: readonly PaperMark[];
}

const NUMBER_HEIGHT = 5;
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
  const ruleAt = lines.findIndex(({ text }) => /^-+$/.test(text));
  const heading = numberAt < 0 ? [] : lines.slice(numberAt + 1, ruleAt < 0 ? undefined : ruleAt);
  const priorityAt = heading.findIndex(({ text }) => PRIORITY_WORDS.test(text));
  const service = wordsOf(priorityAt < 0 ? heading : heading.slice(0, priorityAt));
  const facts = lines.map(({ text }) => text).join('\n');
  const qr = marks.find((mark) => mark.kind === 'qr');
  return {
    number: lines[numberAt]?.text.trim(),
    serviceName: service === '' ? undefined : service,
    priority: priorityAt < 0 ? undefined : wordsOf(heading.slice(priorityAt)),
    reprint: lines.some(({ text }) => text.includes('补打')),
    simulated: lines.some(({ text }) => text.includes('模拟')),
    waitingAhead: numberIn(/前面等候\s*(\d+)人/.exec(facts)?.[1]),
    wait: /预计等候\s*(\S+)/.exec(facts)?.[1],
    counters: /办理窗口\s*(\S+)/.exec(facts)?.[1],
    qr: qr?.text,
    whole: marks.some(({ kind }) => kind === 'cut'),
    text: marks.map(describeMark).join('\n'),
    marks,
  };
}

const wordsOf = (lines: readonly Line[]): string => lines.map(({ text }) => text.trim()).join('');
const numberIn = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Number(text);
