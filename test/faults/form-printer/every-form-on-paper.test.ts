import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ChromiumRenderer } from '../../../main/station/devices/form-printer/chromium-renderer.ts';
import { formPage } from '../../../main/station/devices/form-printer/index.ts';
import { formArticle, formStyle, type FormSize } from '../../../main/station/forms/form-sheet.ts';
import { loadShippedForms } from '../../../main/station/forms/load-forms.ts';
import { pagesOfPdf, textOfPdf } from '../../support/paper/read-pdf.ts';
import { folderForTest } from '../../support/services/service-under-test.ts';

/** A fictitious person with the rare characters of GB 18030-2022, and a number of a division that does not exist. */
const KNOWN = {
  'card.name': '张㛃䶮𠅤',
  'card.sex': '女',
  'card.birth': '1956年3月15日',
  'card.idNumber': '99999919560315000X',
  'card.address': '某某省某某自治州某某自治县某某民族乡某某社区居民委员会样例路一百二十三号',
  'hall.name': '福田区民政服务大厅',
  today: '2026年6月15日',
} as const;
const MOST_PAGES: Readonly<Record<FormSize, number>> = { standard: 2, large: 4 };
const FORMS = loadShippedForms();

/** All forms one behind the other: one start of Chromium for the lot of them. */
async function printAll(size: FormSize): Promise<Buffer> {
  const renderer = new ChromiumRenderer({ folder: join(folderForTest(), 'work'), deadlineMs: 120_000 });
  const facts = { size, known: KNOWN, reprint: false, simulated: false, draftCode: '04HMASW9' };
  const body = FORMS.map((form) => formArticle(form, facts)).join('');
  const pages = await renderer.render(
    formPage({ title: '全部表格', body, css: formStyle(size) }),
    new AbortController().signal,
  );
  if (!pages.ok) throw new Error(pages.error);
  return pages.value;
}

/** The text of each form with the number of its pages: a form begins on the page that has its title. */
function formsIn(pdf: Buffer): Map<string, { text: string; pages: number }> {
  const found = new Map<string, { text: string; pages: number }>();
  let at = 0;
  for (const raw of textOfPdf(pdf).split('\f').slice(0, -1)) {
    const text = raw.replace(/\s/g, '');
    const next = FORMS[at];
    if (next !== undefined && text.startsWith(next.title.replace(/\s/g, ''))) {
      found.set(next.id, { text, pages: 1 });
      at += 1;
      continue;
    }
    const open = found.get(FORMS[at - 1]?.id ?? '');
    if (open === undefined) throw new Error(`a page of no form: ${text.slice(0, 40)}`);
    Object.assign(open, { text: open.text + text, pages: open.pages + 1 });
  }
  return found;
}

test.each(['standard', 'large'] as const)(
  'every form stands on A4 in %s print: its words, what the card says, no character missing',
  async (size) => {
    const pdf = await printAll(size);
    const found = formsIn(pdf);
    expect([...found.keys()]).toEqual(FORMS.map(({ id }) => id));
    expect(new Set(pagesOfPdf(pdf))).toEqual(new Set(['595 x 842']));
    for (const form of FORMS) {
      const { text, pages } = found.get(form.id) ?? { text: '', pages: 0 };
      expect(pages, form.id).toBeLessThanOrEqual(MOST_PAGES[size]);
      expect(text, form.id).toContain(`表号${form.code}`);
      expect(text, form.id).toContain('窗口调取码04HM-ASW9');
      for (const field of form.fields) {
        const known =
          'from' in field && field.from !== undefined ? KNOWN[field.from as keyof typeof KNOWN] : undefined;
        // A long address stands in two lines beside its label.
        const isShort = known !== undefined && known.length <= 20 && field.kind !== 'choice';
        if (isShort) expect(text, `${form.id} ${field.id}`).toContain(known);
      }
    }
    // The shipped font stands in a PDF without a name; a named one would have been fetched for what it lacks.
    const file = join(folderForTest(), 'all.pdf');
    writeFileSync(file, pdf);
    const fonts = execFileSync('pdffonts', [file]).toString('utf8').split('\n').slice(2).filter(Boolean);
    expect(fonts.length).toBeGreaterThan(0);
    expect(fonts.filter((font) => !font.startsWith('[none]'))).toEqual([]);
  },
  240_000,
);
