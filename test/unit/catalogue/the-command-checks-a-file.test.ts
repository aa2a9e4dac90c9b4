import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { catalogueCommand } from '../../../main/cli/catalogue/command.ts';
import { temporaryFolder } from '../../support/open-test-hall.ts';

async function check(name: string, text: string, ...more: string[]) {
  const file = join(temporaryFolder(), name);
  writeFileSync(file, text);
  let said = '';
  const code = await catalogueCommand(['check', file, ...more], (part) => (said += part));
  return { code, said };
}

test('a good file is told so', async () => {
  const { code, said } = await check('changes.csv', '事项编码,生效日期,咨询电话\nLN-01,2026-07-01,12345\n');
  expect(code).toBe(0);
  expect(said).toContain('1 行可用');
});

test('a bad row is named with its place and what is allowed', async () => {
  const { code, said } = await check('changes.csv', '事项编码,生效日期,线下窗口\nLN-01,2026-07-01,无\n');
  expect(code).toBe(1);
  expect(said).toContain('第 1 行 / row 1, counter: 线下办理渠道不能取消');
});

test('services are those of the kind of hall', async () => {
  const text = '[{"serviceCode":"HY-01","from":"2026-07-01","telephone":"12345"}]';
  expect(await check('changes.json', text)).toMatchObject({ code: 1 });
  expect(await check('changes.json', text, '--type', 'marriage')).toMatchObject({ code: 0 });
});

test('what it cannot read is misunderstood, not broken', async () => {
  expect(await check('changes.xls', 'x')).toMatchObject({ code: 2 });
  let said = '';
  expect(await catalogueCommand(['check', 'missing.csv'], (part) => (said += part))).toBe(2);
  expect(said).toContain('missing.csv: ENOENT');
  expect(await catalogueCommand(['import', 'missing.csv'], () => undefined)).toBe(2);
});
