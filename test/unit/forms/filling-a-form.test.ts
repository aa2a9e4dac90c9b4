import { expect, test } from 'vitest';
import { countFilled, fillForm } from '../../../main/station/forms/fill-form.ts';
import { formSheet } from '../../../main/station/forms/form-sheet.ts';
import type { FormTemplate } from '../../../main/station/forms/form-template.ts';

const template: FormTemplate = {
  ...{ id: 'test-form', code: 'LN-01-9', title: '测试表', version: '2026.1', from: '2026-01-01' },
  ...{ services: ['LN-01'], copies: 2, basis: '某法第一条', model: true },
  fields: [
    { id: 'name', label: '姓名', kind: 'text', from: 'card.name', width: 6 },
    { id: 'sex', label: '性别', kind: 'choice', options: ['男', '女'], from: 'card.sex' },
    { id: 'needs', label: '需要', kind: 'choices', options: ['送餐', '聊天'] },
    { id: 'story', label: '情况', kind: 'lines', lines: 3 },
    { id: 'sign', label: '签名', kind: 'signature', width: 8 },
  ],
  page: '<p>{{name}}|{{sex}}|{{needs}}|{{story}}|{{sign}}|{{today}}</p>',
};
const BLANK = '<span class="blank" style="min-width: 6em">&#8203;</span>';
const facts = { size: 'standard', known: {}, reprint: false, simulated: false } as const;

test('what is known stands in its place, the rest is blank', () => {
  const [name, sex, needs, story, sign, today] = fillForm(template, {
    ...{ 'card.name': '张㛃䶮', 'card.sex': '女', today: '2026年6月15日' },
  })
    .replace(/^<p>|<\/p>$/g, '')
    .split('|');
  expect(name).toBe('<span class="given">张㛃䶮</span>');
  expect(sex).toBe('<span class="option">□ 男</span> <span class="option">■ 女</span>');
  expect(needs).toBe('<span class="option">□ 送餐</span> <span class="option">□ 聊天</span>');
  expect(story?.match(/class="line"/g)).toHaveLength(3);
  expect(sign).toContain('class="blank"');
  expect(today).toBe('<span class="given">2026年6月15日</span>');
});

test('a form that nobody has begun has blanks and no name', () => {
  expect(fillForm(template, {}).split('|')[0]).toBe(`<p>${BLANK}`);
  expect(countFilled(template, {})).toEqual({ filled: 0, fields: 4 });
  expect(countFilled(template, { 'card.name': '张三', 'card.sex': '男' })).toEqual({ filled: 2, fields: 4 });
});

test.each(['<script>alert(1)</script>', '"><img src=x onerror=y>', '{{sign}}', '&amp;', '$&', "'"])(
  'a name that looks like markup stays text: %s',
  (hostile) => {
    const filled = fillForm(template, { 'card.name': hostile });
    const escaped = hostile
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;');
    expect(filled).toContain(`<span class="given">${escaped}</span>`);
  },
);

test('the sheet says which form it is, in which version and by what rule, once for each copy', () => {
  const html = formSheet(template, facts);
  expect(html.match(/<h1>测试表<\/h1>/g)).toHaveLength(2);
  for (const said of ['表号 LN-01-9', '版本 2026.1', '依据：某法第一条', '样表'])
    expect(html.split(said)).toHaveLength(3);
  expect(html).not.toContain('补打');
  expect(html).not.toContain('演练用');
});

test('printed again, or for a rehearsal, it says so; large print is larger', () => {
  const html = formSheet(template, { ...facts, reprint: true, simulated: true, size: 'large' });
  expect(html).toContain('补打');
  expect(html).toContain('演练用，无效');
  expect(html).toContain('body { font-size: 20pt');
  expect(formSheet(template, facts)).toContain('body { font-size: 14pt');
});
