import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadForms } from '../../../main/station/forms/load-forms.ts';
import { folderForTest } from '../../support/services/service-under-test.ts';

const YAML = `
id: test-form
code: LN-01-9
title: 测试表
version: '2026.1'
from: '2026-01-01'
services: ['LN-01']
basis: 测试
model: true
fields:
  - { id: name, label: 姓名, kind: text, from: card.name }
  - { id: sign, label: 签名, kind: signature }
`;
const PAGE = '<table><tr><th>姓名</th><td>{{name}}</td></tr></table><p>{{sign}} {{today}}</p>';

function load(yaml: string | Buffer = YAML, page: string | Buffer | null = PAGE, folderName = 'test-form') {
  const folder = folderForTest();
  mkdirSync(join(folder, folderName));
  writeFileSync(join(folder, folderName, 'form.yaml'), yaml);
  if (page !== null) writeFileSync(join(folder, folderName, 'page.html'), page);
  return loadForms(folder);
}
const withField = (line: string): string => `${YAML}  - ${line}\n`;

test('a good form is there', () => {
  const { forms, faults } = load();
  expect(faults).toEqual([]);
  expect(forms).toMatchObject([{ id: 'test-form', copies: 1, fields: [{ width: 10 }, { width: 8 }] }]);
});

test.each([
  [
    'a placeholder without a field',
    YAML,
    `${PAGE}{{age}}`,
    'page.html: {{age}} has no field. Allowed: name, sign, hall.name, today',
  ],
  [
    'a field without a place',
    withField('{ id: phone, label: 电话, kind: phone }'),
    PAGE,
    'page.html: {{phone}} is missing for its field',
  ],
  [
    'a field that stands there twice',
    withField('{ id: name, label: 名, kind: text }'),
    PAGE,
    'fields: name stands there twice',
  ],
  ['a source that does not exist', YAML.replace('card.name', 'card.photo'), PAGE, 'fields.0.from'],
  ['a kind that does not exist', YAML.replace('kind: signature', 'kind: stamp'), PAGE, 'fields.1.kind'],
  [
    'one option',
    withField('{ id: kind, label: 类, kind: choice, options: [甲] }'),
    `${PAGE}{{kind}}`,
    'fields.2.options',
  ],
  ['a date that is none', YAML.replace("'2026-01-01'", "'2026-13-01'"), PAGE, 'form.yaml: from'],
  [
    'an end before the beginning',
    YAML.replace('services:', "until: '2025-01-01'\nservices:"),
    PAGE,
    'until: 2025-01-01 is before from: 2026-01-01',
  ],
  ['a word too many', YAML.replace('model: true', 'model: true\ncolour: red'), PAGE, 'colour'],
  ['no title', YAML.replace('title: 测试表', ''), PAGE, 'form.yaml: title'],
  ['no page', YAML, null, 'page.html: ENOENT'],
  ['no YAML', '{ id: ', PAGE, 'form.yaml'],
  ['another encoding', Buffer.from([0x69, 0x64, 0x3a, 0xb1, 0xed]), PAGE, 'form.yaml: not UTF-8'],
  ['a page in another encoding', YAML, Buffer.from([0xb1, 0xed]), 'page.html: not UTF-8'],
  ['a script', YAML, `${PAGE}<script>alert(1)</script>`, 'page.html: <script> is not allowed'],
  [
    'a picture from elsewhere',
    YAML,
    `${PAGE}<img src="http://example.org/x.png">`,
    'page.html: <img> is not allowed',
  ],
  [
    'something that runs',
    YAML,
    `${PAGE}<p onclick="x()">x</p>`,
    'page.html: the attribute onclick is not allowed',
  ],
  [
    'a style of its own',
    YAML,
    `${PAGE}<p style="color: red">x</p>`,
    'page.html: the attribute style is not allowed',
  ],
  ['a comment that ends early', YAML, `${PAGE}<!--><script>1</script>-->`, 'page.html: a < or >'],
  ['a comment', YAML, `${PAGE}<!-- --!><img src="http://a"> -->`, 'page.html: a < or >'],
  ['a tag that never ends', YAML, `${PAGE}<p`, 'page.html: a < or > that belongs to no tag'],
])('%s: the form is left out, and the mistake is named', (_, yaml, page, said) => {
  const { forms, faults } = load(yaml, page);
  expect(forms).toEqual([]);
  expect(faults.map(({ form }) => form)).toEqual(['test-form']);
  expect(faults.flatMap(({ sentences }) => sentences).join('\n')).toContain(said);
});

test('a form in the wrong folder is left out; the others are there', () => {
  const folder = folderForTest();
  for (const name of ['test-form', 'other-form']) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'form.yaml'), YAML);
    writeFileSync(join(folder, name, 'page.html'), PAGE);
  }
  const { forms, faults } = loadForms(folder);
  expect(forms.map(({ id }) => id)).toEqual(['test-form']);
  expect(faults).toEqual([
    { form: 'other-form', sentences: ['form.yaml: id: test-form must be the folder’s name, other-form'] },
  ]);
});
