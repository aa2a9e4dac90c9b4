import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { resourcesFolder } from '../../../main/foundation/resources.ts';
import { loadLedgerData } from '../../../main/hall/policies/ledger-data.ts';
import { temporaryFolder } from '../../support/open-test-hall.ts';

/** A copy of the shipped files in which one text was replaced. */
function damaged(file: string, text: string, by: string): string {
  const folder = temporaryFolder();
  cpSync(join(resourcesFolder(), 'ledger'), folder, { recursive: true });
  const before = readFileSync(join(folder, file), 'utf8');
  const after = before.replace(text, by);
  expect(after).not.toBe(before);
  writeFileSync(join(folder, file), after);
  return folder;
}

test.each([
  ['measures.json', '"measure": 20', '"measure": 19', /measures\.json: measures: numbered 1 to 20/],
  ['measures.json', '"scene": "travel"', '"scene": "moon"', /measures\.json: measures\.3\.scene/],
  ['measures.json', '{', '', /measures\.json cannot be read as JSON/],
  ['questions.json', '"cash-taken"', '"paper-number"', /questions\.json: questions: each name once/],
  ['questions.json', '"human-service"', '"robots"', /questions\.json: questions\.10\.group/],
  ['terms.json', 'fix-now.workingDays', 'do-now.workingDays', /terms\.json: line 2 of "figures"/],
  ['terms.json', 'guide-now.workingDays', 'later.workingDays', /there is no such figure. Allowed: do-now/],
] as const)('%s with %s as %s is refused at the start, by file and place', (file, text, by, said) => {
  expect(() => loadLedgerData(damaged(file, text, by))).toThrow(said);
});
