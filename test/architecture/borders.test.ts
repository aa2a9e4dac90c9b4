import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { bordersOf, parser } from './borders.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const mustFail = `${root}test/architecture/must-fail/`;

/** The house's own rules over the folder of files that break them, one rule each. */
const eslint = new ESLint({
  cwd: root,
  overrideConfigFile: true,
  ignore: false,
  overrideConfig: [
    { files: ['**/*.ts'], languageOptions: { parser } },
    ...bordersOf('test/architecture/must-fail/'),
  ] as ESLint.Options['overrideConfig'] & object,
});

const offenders = (readdirSync(mustFail, { recursive: true }) as string[])
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, rule: /^\/\/ must fail: (\S+)/.exec(readFileSync(mustFail + name, 'utf8'))?.[1] }))
  .filter((file) => file.rule !== undefined);

describe('the borders of the house', () => {
  it('has a file that breaks each kind of border', () => {
    expect(offenders.length).toBeGreaterThanOrEqual(15);
  });

  it.each(offenders)('refuses $name by $rule', async ({ name, rule }) => {
    const [result] = await eslint.lintFiles([mustFail + name]);
    expect(result?.messages.map((message) => message.ruleId)).toContain(rule);
  });
});
