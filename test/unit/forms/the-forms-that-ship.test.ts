import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fontkit from 'fontkit';
import { describe, expect, test } from 'vitest';
import { formFontFile } from '../../../main/station/devices/form-printer/form-page.ts';
import { formSheet } from '../../../main/station/forms/form-sheet.ts';
import { formsOn, loadShippedForms } from '../../../main/station/forms/load-forms.ts';
import { resourcesFolder } from '../../../main/foundation/resources.ts';

const forms = loadShippedForms();
const { items } = JSON.parse(
  readFileSync(join(resourcesFolder(), 'catalogue', 'catalogue.json'), 'utf8'),
) as { items: readonly { code: string; formsPrinted: readonly string[] }[] };

/** What is printed for these is no form that anybody fills in. */
const NO_FORM = {
  'LN-14': 'a list of meal points',
  'JZ-13': 'the one-time notice, made for each service',
} as const;

test('there are at least twenty-five, each with a code and a title of its own', () => {
  expect(forms.length).toBeGreaterThanOrEqual(25);
  expect(new Set(forms.map(({ code }) => code)).size).toBe(forms.length);
  expect(new Set(forms.map(({ title }) => title)).size).toBe(forms.length);
});

test('every service that prints something has a form', () => {
  const served = new Set(forms.flatMap(({ services }) => services));
  const without = items.filter(({ code, formsPrinted }) => formsPrinted.length > 0 && !served.has(code));
  expect(without.map(({ code }) => code).sort()).toEqual(Object.keys(NO_FORM).sort());
});

test('no form is for a service that the catalogue does not have', () => {
  const known = new Set(items.map(({ code }) => code));
  expect(forms.flatMap(({ services }) => services).filter((code) => !known.has(code))).toEqual([]);
});

test('every character that is printed is in the shipped font', () => {
  const font = fontkit.openSync(formFontFile());
  if (!('hasGlyphForCodePoint' in font)) throw new Error('one font is expected');
  const facts = { size: 'standard', known: {}, reprint: true, simulated: true } as const;
  const sheets = forms.map((form) =>
    formSheet(form, facts)
      .replace(/<style>[^]*<\/style>/, '')
      .replace(/<[^>]*>/g, ''),
  );
  const printed = new Set([...sheets.join(''), ...'张㛃䶮𠅤■□'].filter((one) => one > ' '));
  const missing = [...printed].filter((one) => !font.hasGlyphForCodePoint(one.codePointAt(0) ?? 0));
  expect(printed.size).toBeGreaterThan(500);
  expect(missing).toEqual([]);
});

describe('the law as it is', () => {
  const textOf = (id: string): string => {
    const form = forms.find((one) => one.id === id);
    return `${form?.page} ${JSON.stringify(form?.fields)}`;
  };
  test('no form about marriage asks for a household book, and each says who registers', () => {
    for (const { id, page } of forms.filter(({ services }) =>
      services.some((code) => code.startsWith('HY-')),
    ))
      expect(page, id).not.toMatch(/户口簿|户口本/);
    expect(textOf('marriage-statement')).toContain('机器只帮您填写，不能登记');
  });
  test('no form gives anybody everything to decide (民法典 art. 165)', () => {
    for (const { id, page } of forms) expect(page, id).not.toContain('全权');
  });
  test('silence is no consent', () => {
    expect(textOf('proactive-consent')).toContain('不回答不算同意');
  });
  test('the office’s own receipt is the paper that counts', () => {
    expect(textOf('divorce-dates')).toContain('以婚姻登记机关发的受理回执单为准');
  });
});

test('a form of the hall’s own counts on its days, the shipped one on all others', () => {
  const [first] = forms;
  if (first === undefined) throw new Error('no forms');
  const own = { ...first, title: '本厅的表', from: '2026-03-01', until: '2026-06-30' };
  const titleOn = (on: string): string[] =>
    formsOn([own, ...forms], on)
      .filter(({ id }) => id === first.id)
      .map(({ title }) => title);
  expect(['2025-12-31', '2026-02-28', '2026-03-01', '2026-06-30', '2026-07-01'].map(titleOn)).toEqual([
    [],
    [first.title],
    ['本厅的表'],
    ['本厅的表'],
    [first.title],
  ]);
});
