import { RATING_LABELS, RATING_LEVELS } from '../../../preload/contracts/rating.ts';
import type { VisitOnPaper } from '../services/rating/rate-by-code.ts';
import { STYLE } from './style.ts';

/** What every page of a hall says. */
export interface PageFacts {
  readonly hallName: string;
  readonly withinDays: number;
}

/** A sentence in both languages. */
type Both = readonly [zh: string, en: string];

const HEADINGS = {
  ask: ['请您评价', 'How was it?'],
  thanks: ['谢谢您', 'Thank you'],
  later: ['办完以后再评价', 'Not yet'],
  none: ['这个链接不能用了', 'This link cannot be used'],
  busy: ['请稍等', 'One moment, please'],
} as const satisfies Readonly<Record<string, Both>>;

/** The five answers, all alike, none chosen; whoever does not want to closes the page. */
export function askPage(facts: PageFacts, visit: VisitOnPaper, code: string): string {
  const buttons = RATING_LEVELS.map((level) => {
    const { zh, en } = RATING_LABELS[level];
    return `<button type="submit" name="level" value="${level}">${zh}<span class="en" lang="en">${en}</span></button>`;
  });
  return page(facts, HEADINGS.ask, [
    visitLine(visit),
    sentence([
      '自愿评价，只评一次。窗口人员看不到是谁评的。不想评，关掉这一页就可以。',
      'Your choice; once only. The counter is not told who rated. Close this page if you would rather not.',
    ]),
    `<form method="post" action="../rate"><input type="hidden" name="code" value="${escape(code)}">${buttons.join('')}</form>`,
  ]);
}

export function thanksPage(facts: PageFacts, visit: VisitOnPaper): string {
  return page(facts, HEADINGS.thanks, [
    visitLine(visit),
    sentence(['评价已经收到。', 'We have received your rating.']),
  ]);
}

/** The visit has its rating, or is not finished, or never was one. */
export function refusalPage(facts: PageFacts, visit: VisitOnPaper): string {
  const { refusal } = visit;
  if (refusal?.kind === 'already-rated') return thanksPage(facts, visit);
  const state = refusal?.state;
  const over = state === 'cancelled' || state === 'lapsed';
  const words: Both = over
    ? ['这个号没有办理，不用评价。', 'This number was not served; there is nothing to rate.']
    : [
        `事情办完以后，可以用这个二维码评价${daysZh(facts)}。`,
        `Once you have been served you can rate with this code${daysEn(facts)}.`,
      ];
  return page(facts, over ? HEADINGS.none : HEADINGS.later, [visitLine(visit), sentence(words)]);
}

/** A code that was never given and one that is too old look alike. */
export function unknownPage(facts: PageFacts): string {
  return page(facts, HEADINGS.none, [
    sentence([
      `它不完整，或者已经过期（办完${daysZh(facts)}有效）。想评价请找工作人员。`,
      'It is incomplete or too old. Please ask our staff if you would like to rate.',
    ]),
  ]);
}

export function laterPage(facts: PageFacts): string {
  return page(facts, HEADINGS.busy, [
    sentence(['现在收不到评价，请过一会儿再打开这一页。', 'Please open this page again in a little while.']),
  ]);
}

const daysZh = ({ withinDays }: PageFacts): string =>
  withinDays === 0 ? '（当天有效）' : `（${withinDays}天内有效）`;
const daysEn = ({ withinDays }: PageFacts): string =>
  withinDays === 0 ? ' on the same day' : ` within ${withinDays} days`;

function visitLine({ number, serviceName }: VisitOnPaper): string {
  return `<p class="visit">${escape(number)} ${escape(serviceName)}</p>`;
}

function sentence([zh, en]: Both): string {
  return `<p>${escape(zh)}</p><p class="en" lang="en">${escape(en)}</p>`;
}

function page({ hallName }: PageFacts, [zh, en]: Both, parts: readonly string[]): string {
  return (
    '<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">' +
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">' +
    `<title>${zh}</title><style>${STYLE}</style></head><body><main><p>${escape(hallName)}</p>` +
    `<h1>${zh}<span class="en" lang="en"> ${en}</span></h1>${parts.join('')}</main></body></html>`
  );
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
