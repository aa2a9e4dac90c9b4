import { renderSVG } from 'uqr';
import { formPage } from '../devices/form-printer/index.ts';
import { escapeHtml } from '../devices/form-printer/index.ts';
import { fillForm, type KnownValues } from './fill-form.ts';
import type { FormTemplate } from './form-template.ts';

/** 四号 is the smallest text of a form for elders; large print is for who cannot read that. */
export const FORM_SIZES = { standard: 14, large: 20 } as const;
export type FormSize = keyof typeof FORM_SIZES;

export interface SheetFacts {
  readonly size: FormSize;
  readonly known: KnownValues;
  /** Printed before in this visit: the paper says so. */
  readonly reprint: boolean;
  /** A rehearsal with stand-in devices: the paper is worth nothing, and says so. */
  readonly simulated: boolean;
  /** By which a clerk finds what stands here: eight signs, and the same ones as a QR code. Missing: nothing was kept. */
  readonly draftCode?: string | undefined;
}

/** Rows high enough to write in by hand, and blanks that are lines. */
export const formStyle = (size: FormSize): string => `
  article { break-after: page; }
  article:last-child { break-after: auto; }
  @page { margin: 14mm 15mm; }
  body { font-size: ${FORM_SIZES[size]}pt; line-height: 1.45; }
  h1 { font-size: ${FORM_SIZES[size] + 8}pt; line-height: 1.3; text-align: center; margin: 0 0 3mm; letter-spacing: 0.1em; }
  h2, h3 { font-size: 1em; margin: 3mm 0 1mm; break-after: avoid; }
  p, ul, ol { margin: 1.5mm 0; }
  ul, ol { padding-left: 1.6em; }
  table { width: 100%; border-collapse: collapse; margin: 2mm 0; table-layout: fixed; }
  th, td { border: 0.3mm solid #000; padding: 1mm 2mm; min-height: 9mm; height: 9mm; vertical-align: middle; }
  th { font-weight: normal; text-align: center; width: 19%; padding: 1mm; }
  tr { break-inside: avoid; }
  .blank { display: inline-block; border-bottom: 0.3mm solid #000; }
  /* A cell is blank enough: a line as wide as the words would push the table off the page. */
  td .blank { border-bottom: none; min-width: 0 !important; }
  .given { font-weight: bold; }
  .option { white-space: nowrap; margin-right: 0.8em; }
  .line { display: block; height: 9mm; border-bottom: 0.2mm solid #000; }
  .notice { border: 0.5mm solid #000; padding: 1mm 3mm; margin: 2mm 0; }
  .sign p { margin-top: 5mm; }
  .office { margin-top: 3mm; }
  .tall td { height: 22mm; }
  .foot { margin-top: 4mm; font-size: 14pt; color: #000; border-top: 0.2mm solid #000; break-inside: avoid; }
  .foot p { margin: 1mm 0 0; }
  .draft { display: flex; gap: 4mm; align-items: center; }
  /* Twenty-one dots and the quiet zone: a dot is half a millimetre, which every reader of a counter reads. */
  .draft svg { width: 15mm; height: 15mm; flex: none; }
  .mark { font-weight: bold; text-align: center; }
`;

/** A form as a whole page for the form printer, once for each copy that is handed in. */
export function formSheet(template: FormTemplate, facts: SheetFacts): string {
  const body = formArticle(template, facts).repeat(template.copies);
  return formPage({ title: escapeHtml(template.title), body, css: formStyle(facts.size) });
}

/** One copy, which begins a page of its own in a page with `formStyle`. */
export function formArticle(template: FormTemplate, facts: SheetFacts): string {
  const title = `<h1>${escapeHtml(template.title)}</h1>`;
  return `<article>${marks(facts)}${title}${fillForm(template, facts.known)}${foot(template, facts.draftCode)}</article>`;
}

function marks({ reprint, simulated }: SheetFacts): string {
  const words = [...(simulated ? ['演练用，无效'] : []), ...(reprint ? ['补打'] : [])];
  return words.length === 0 ? '' : `<p class="mark">${words.join('　')}</p>`;
}

function foot({ code, version, model, basis }: FormTemplate, draftCode?: string): string {
  const whose = model ? '样表，与窗口发的不同时以窗口为准' : '';
  const parts = [`表号 ${code}`, `版本 ${version}`, `依据：${basis}`, ...(whose === '' ? [] : [whose])];
  const words = `<p>${parts.map(escapeHtml).join('　')}</p>`;
  if (draftCode === undefined) return `<div class="foot">${words}</div>`;
  return `<div class="foot draft">${renderSVG(draftCode, { border: 4 })}<div>${draftWords(draftCode)}${words}</div></div>`;
}

/** In two halves, as people say it. */
function draftWords(code: string): string {
  return `<p>窗口调取码 <b>${code.slice(0, 4)}-${code.slice(4)}</b></p>`;
}
