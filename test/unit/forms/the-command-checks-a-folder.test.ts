import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formsCommand } from '../../../main/cli/forms.ts';
import { resourcesFolder } from '../../../main/foundation/resources.ts';
import { folderForTest } from '../../support/services/service-under-test.ts';

async function check(...args: string[]): Promise<{ code: number; said: string }> {
  let said = '';
  const code = await formsCommand(args, (part) => (said += part));
  return { code, said };
}

test('good forms are counted', async () => {
  const folder = folderForTest();
  cpSync(join(resourcesFolder(), 'forms', 'elder-card'), join(folder, 'elder-card'), { recursive: true });
  expect(await check('check', folder)).toEqual({
    code: 0,
    said: '1 张可用 / good forms, 0 张有错误 / with mistakes\n',
  });
});

test('a mistake is named with its form and file', async () => {
  const folder = folderForTest();
  mkdirSync(join(folder, 'broken'));
  writeFileSync(join(folder, 'broken', 'form.yaml'), 'id: broken');
  const { code, said } = await check('check', folder);
  expect(code).toBe(1);
  expect(said).toContain('broken: page.html: ENOENT');
});

test('a folder that is not there is told so; other words are not understood', async () => {
  const { code, said } = await check('check', join(folderForTest(), 'nothing'));
  expect(code).toBe(1);
  expect(said).toContain('the folder cannot be read');
  expect((await check('import', 'x')).code).toBe(2);
  expect((await check()).code).toBe(2);
});
