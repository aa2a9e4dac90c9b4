import { cardinal, decimal, digitByDigit, windowNumber } from './chinese-numbers.ts';

/** A piece of a Chinese sentence as it is said. */
export type ChinesePart =
  | { readonly kind: 'hanzi'; readonly text: string }
  /** Digits and letters that are called one by one: each keeps its own tone, a 1 of a telephone number is 幺. */
  | { readonly kind: 'spelled'; readonly text: string }
  /** A foreign word. */
  | { readonly kind: 'latin'; readonly text: string }
  | { readonly kind: 'rest'; readonly long: boolean };

const hanzi = (text: string): ChinesePart => ({ kind: 'hanzi', text });
const spelled = (text: string): ChinesePart => ({ kind: 'spelled', text });
const REST: ChinesePart = { kind: 'rest', long: false };

/** As one says a telephone or card number, so that a 1 (yi) is not heard as a 7 (qi). Stars are not said. */
const byTelephone = (text: string): ChinesePart[] =>
  text
    .split(/[-*\s]+/)
    .filter((group) => group !== '')
    .flatMap((group, index) => {
      const said = spelled(digitsAndLetters(group).replaceAll('一', '幺'));
      return index === 0 ? [said] : [REST, said];
    });

const digitsAndLetters = (text: string): string =>
  text.replace(/\d+/g, (digits) => digitByDigit(digits)).toUpperCase();

interface Rule {
  readonly at: RegExp;
  /** The groups of the match, and what stands after it. */
  readonly say: (groups: readonly string[], after: string) => readonly ChinesePart[];
}

/** Tried in this order at each place of the text: what is longer and surer first. */
const RULES: readonly Rule[] = [
  // 2026-11-27
  {
    at: /(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/y,
    say: ([year = '', month = '', day = '']) => [
      spelled(digitByDigit(year)),
      hanzi('年'),
      spelled(cardinal(month)),
      hanzi('月'),
      spelled(cardinal(day)),
      hanzi('日'),
    ],
  },
  // 2026年: a calendar year; 20年 is an amount.
  { at: /(\d{4})(?=\s*年)/y, say: ([year = '']) => [spelled(digitByDigit(year))] },
  // 11月, 27日: 一月 keeps its tone.
  { at: /(\d{1,2})(?=\s*[月日])/y, say: ([day = '']) => [spelled(cardinal(day))] },
  // 08:30, 08:30-17:30
  {
    at: /([01]?\d|2[0-3]):([0-5]\d)(?!\d)(\s*[-–—~]\s*(?=\d))?/y,
    say: ([hour = '', minute = '', until]) => [
      hanzi(`${cardinal(hour, '个')}点`),
      ...(minute === '00' ? [] : [hanzi(`${minute.startsWith('0') ? '零' : ''}${cardinal(minute)}分`)]),
      ...(until === undefined ? [] : [hanzi('到')]),
    ],
  },
  // A012; letters and digits of a window: 3A
  {
    at: /([A-Z]\d{3,6}|\d{1,3}[A-Z](?![A-Za-z]))/y,
    say: ([number = '']) => [spelled(digitsAndLetters(number))],
  },
  // 440304********123X, 110***********002X
  { at: /(\d+\*[\d*]*[Xx]?)/y, say: ([number = '']) => byTelephone(number) },
  // 0755-12345678, 138 1234 5678, 400-830-1234
  {
    at: /(0\d{2,3}-\d{7,8}|1\d{2} \d{4} \d{4}|\d{3,4}(?:-\d{3,4}){2})(?!\d)/y,
    say: ([number = '']) => byTelephone(number),
  },
  // 12,000
  {
    at: /(\d{1,3}(?:,\d{3})+)(?![\d.])/y,
    say: ([number = ''], after) => [hanzi(cardinal(number.replaceAll(',', ''), after))],
  },
  // 440304194803120012: cards, telephones, hot lines
  { at: /(\d{5,}[Xx]?)/y, say: ([number = '']) => byTelephone(number) },
  // 10-20, 10～20
  { at: /(\d{1,4})\s*[-–—~]\s*(?=\d{1,4}(?!\d))/y, say: ([from = '']) => [hanzi(`${cardinal(from)}到`)] },
  // 第1步
  { at: /第\s*(\d{1,4})/y, say: ([number = '']) => [hanzi('第'), spelled(cardinal(number))] },
  // 3号窗口, 12 号
  { at: /(\d{1,4})(?=\s*号)/y, say: ([number = '']) => [spelled(windowNumber(number))] },
  // 50%, 12.5%
  {
    at: /(\d{1,4})(?:\.(\d{1,4}))?\s*%/y,
    say: ([whole = '', part]) => [hanzi(`百分之${amount(whole, part)}`)],
  },
  // 0.75, 12
  {
    at: /(\d{1,4})(?:\.(\d{1,4}))?/y,
    say: ([whole = '', part], after) => [hanzi(amount(whole, part, after))],
  },
  // A, ID: called by their letters
  { at: /([A-Z]{1,4}|[a-z])(?![A-Za-z])/y, say: ([letters = '']) => [spelled(letters.toUpperCase())] },
  { at: /([A-Za-z][A-Za-z'’-]*)/y, say: ([word = '']) => [{ kind: 'latin', text: word }] },
  // 张*英, 欧**娜: what is hidden of a name is 某.
  {
    at: /(?<=\p{Script=Han})(\*+)/uy,
    say: ([stars = '']) => [hanzi('某'.repeat(Math.min(2, stars.length)))],
  },
  { at: /(\p{Script=Han}+)/uy, say: ([text = '']) => [hanzi(text)] },
  { at: /[。.!?;\n]+/uy, say: () => [{ kind: 'rest', long: true }] },
  { at: /[、,:()「」『』“”"《》〈〉【】[\]/|—–·→]+/uy, say: () => [REST] },
  // ×, ★, a lone star: nobody says them.
  { at: /[^]/uy, say: () => [] },
];

const amount = (whole: string, part: string | undefined, after = ''): string =>
  part === undefined || part === '' ? cardinal(whole, after) : decimal(whole, part);

/**
 * A Chinese sentence of a screen as it is said: numbers by their kind (a ticket or a card digit by digit, minutes as an
 * amount, a window as people call it), punctuation as rests, symbols left out, the hidden part of a name as 某. Empty when
 * there is nothing to say.
 */
export function chineseParts(sentence: string): readonly ChinesePart[] {
  // Before the wide forms become narrow: a Chinese comma never stands inside a number.
  const text = sentence.replaceAll('，', '、').normalize('NFKC');
  const parts: ChinesePart[] = [];
  for (let at = 0; at < text.length;) {
    const { length, said } = partAt(text, at);
    parts.push(...said);
    at += length;
  }
  return tidy(parts);
}

function partAt(
  text: string,
  at: number,
): { readonly length: number; readonly said: readonly ChinesePart[] } {
  for (const rule of RULES) {
    rule.at.lastIndex = at;
    const found = rule.at.exec(text);
    if (found === null) continue;
    const [whole, ...groups] = found;
    return { length: Math.max(1, whole.length), said: rule.say(groups, text.slice(at + whole.length)) };
  }
  return { length: 1, said: [] };
}

/** Neighbours of a kind in one; no rest at either end, and of two rests the longer. */
function tidy(parts: readonly ChinesePart[]): readonly ChinesePart[] {
  const kept: ChinesePart[] = [];
  for (const part of parts) {
    const last = kept.at(-1);
    if (part.kind === 'rest') {
      if (last === undefined) continue;
      if (last.kind === 'rest') kept.pop();
      kept.push(last.kind === 'rest' && last.long ? last : part);
    } else if (part.kind === 'hanzi' && last?.kind === 'hanzi') {
      kept.pop();
      kept.push(hanzi(last.text + part.text));
    } else kept.push(part);
  }
  return kept.at(-1)?.kind === 'rest' ? kept.slice(0, -1) : kept;
}
