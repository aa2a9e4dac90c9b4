import type { ServiceGuideView } from '../../../preload/contracts/hall/catalogue-rows.ts';
import { escapeHtml, formPage } from '../devices/form-printer/index.ts';
import { writtenDate } from '../proxy/letter-dates.ts';
import { formStyle, type FormSize } from './form-sheet.ts';

export interface NoticeFacts {
  readonly guide: ServiceGuideView;
  readonly hallName: string;
  readonly telephone: string | null;
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly size: FormSize;
  readonly simulated: boolean;
}

/** An ideographic space, by its number: in the source it could not be seen. */
const GAP = '&#12288;';
const PROXY_WORDS: Readonly<Record<ServiceGuideView['proxy'], string>> = {
  yes: '可以，请带两个人的身份证',
  conditional: '有条件，请先问窗口',
  no: '不可以，要本人来',
};

/**
 * The one-time notice (一次性告知单) of a service: everything that is asked for, told once and in full, on paper
 * (行政许可法 art. 30, 32). What data sharing gives is marked as not to be handed in.
 */
export function noticeSheet({ guide, hallName, telephone, today, size, simulated }: NoticeFacts): string {
  const title = '一次性告知单';
  const parts = [
    simulated ? '<p class="mark">演练用，无效</p>' : '',
    `<h1>${title}</h1>`,
    `<h2>${escapeHtml(guide.name)}（${escapeHtml(guide.serviceCode)}）</h2>`,
    table([
      ['谁能办', guide.applicants],
      ['费用', feeWords(guide)],
      ['多长时间', timeWords(guide)],
    ]),
    '<h2>要带什么</h2>',
    papers(guide),
    ...(guide.formsPrinted.length === 0
      ? []
      : ['<h2>要填的表</h2>', list(guide.formsPrinted.map(escapeHtml))]),
    '<h2>怎么办都可以</h2>',
    table([
      ['窗口办', `${guide.offline.counter}，不用机器、不用手机`],
      ['机器办', '自助机取号、领表'],
      ['家人代办', [PROXY_WORDS[guide.proxy], guide.proxyRule ?? ''].filter(Boolean).join('。')],
      ['电话问', guide.offline.telephone ?? telephone ?? '请到窗口问'],
    ]),
    ...(guide.elsewhere.length === 0 ? [] : ['<h2>别处也能办</h2>', list(guide.elsewhere.map(escapeHtml))]),
    `<p class="foot">${escapeHtml(hallName)}${GAP}${writtenDate(today)}${GAP}依据：${escapeHtml(guide.basis)}</p>`,
  ];
  return formPage({ title, body: `<article>${parts.join('\n')}</article>`, css: formStyle(size) });
}

function papers({ documents }: ServiceGuideView): string {
  if (documents.length === 0) return '<p>什么都不用带。</p>';
  return list(
    documents.map(({ name, originals, copies, replacedBySharing }) => {
      const counts = [
        ...(originals === undefined ? [] : [`原件 ${originals} 份`]),
        ...(copies === undefined ? [] : [`复印件 ${copies} 份`]),
      ];
      const counted = counts.length === 0 ? '' : `（${counts.join('，')}）`;
      const free =
        replacedBySharing === undefined
          ? ''
          : `${GAP}<strong>免交</strong>：${escapeHtml(replacedBySharing)}`;
      return `□ ${escapeHtml(name)}${counted}${free}`;
    }),
  );
}

/** Nothing is called free that the catalogue does not call so. */
function feeWords({ fee }: ServiceGuideView): string {
  if (fee === null) return '请问窗口';
  return fee.amountYuan === 0 ? '免费' : `${fee.amountYuan} 元`;
}

function timeWords({ statutoryLimit, promisedDays, typicalMinutes }: ServiceGuideView): string {
  const said = [
    `窗口大约 ${typicalMinutes} 分钟（估计）`,
    ...(statutoryLimit === null ? [] : [`办结：${statutoryLimit}`]),
    ...(promisedDays === null ? [] : [`承诺 ${promisedDays} 个工作日`]),
  ];
  return said.join('；');
}

const table = (rows: readonly (readonly [string, string])[]): string =>
  `<table>${rows.map(([label, said]) => `<tr><th>${label}</th><td>${escapeHtml(said)}</td></tr>`).join('')}</table>`;
const list = (items: readonly string[]): string =>
  `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
