import { join } from 'node:path';
import { resourcesFolder } from '../../../foundation/resources.ts';

/** The shipped font as forms use it. It holds every character of a name; heavier strokes are drawn from it. */
export const FORM_FONT = 'Noto Sans SC';
const FONT_NAME = 'NotoSansSC-Regular.woff2';

export const formFontFile = (): string => join(resourcesFolder(), 'fonts', FONT_NAME);

/** 四号, the smallest text of a form for elders. */
const TEXT_POINTS = 14;

const PAGE_STYLE = `
  @page { size: A4; margin: 16mm 18mm; }
  * { box-sizing: border-box; }
  html, body { margin: 0; padding: 0; }
  body { font: ${TEXT_POINTS}pt/1.5 "${FORM_FONT}", "Noto Sans CJK SC", sans-serif; color: #000; background: #fff; }
  p, li, td { overflow-wrap: anywhere; }
`;

/**
 * A whole A4 page in the form's font, with text of 14 pt. `title` and `body` are HTML: whoever puts a person's words into
 * them has escaped them. `css` comes last and wins.
 */
export function formPage(parts: {
  readonly title: string;
  readonly body: string;
  readonly css?: string;
}): string {
  const { title, body, css = '' } = parts;
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title><style>${PAGE_STYLE}${css}</style></head>
<body>${body}</body></html>`;
}

/** No script, nothing from elsewhere: whatever a form brings, the page cannot ask for it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src file: data:";

/** The page with what every form needs before anything of its own: its policy, and the shipped font at `fontUrl`. */
export function withFormHead(html: string, fontUrl: string): string {
  const head = [
    `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    `<style>@font-face { font-family: "${FORM_FONT}"; src: url("${fontUrl}") format("woff2"); }</style>`,
  ].join('');
  const begun = /<head[^>]*>/i.exec(html);
  if (begun === null) return `<!doctype html><head>${head}</head>${html}`;
  const end = begun.index + begun[0].length;
  return `${html.slice(0, end)}${head}${html.slice(end)}`;
}
