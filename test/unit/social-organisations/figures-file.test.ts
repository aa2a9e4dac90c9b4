import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { figureOn } from '../../../main/hall/domain/dated-figures.ts';
import { loadOrganisationFigures, POLICY_FOLDER } from '../../../main/hall/policies/organisation-figures.ts';
import { folderForTest } from '../../support/services/service-under-test.ts';

const line = (over: object = {}) => ({
  id: 'association.persons',
  value: 40,
  from: '2020-01-01',
  source: '本市规定',
  ...over,
});

function withOwnFile(content: string | Buffer): ReturnType<typeof loadOrganisationFigures> {
  const folder = folderForTest();
  mkdirSync(join(folder, POLICY_FOLDER));
  writeFileSync(join(folder, POLICY_FOLDER, 'social-organisations.json'), content);
  return loadOrganisationFigures(folder);
}
const table = (...figures: readonly object[]): string => JSON.stringify({ version: 1, figures });

test('the hall’s own figures count on their days, the shipped ones on all others', () => {
  const { figures, faults } = withOwnFile(
    table(line({ until: '2026-12-31' }), line({ value: 60, from: '2027-01-01' })),
  );
  expect(faults).toEqual([]);
  const value = (on: string): number | undefined => figureOn(figures, 'association.persons', on)?.value;
  expect(['2019-12-31', '2020-01-01', '2026-12-31', '2027-01-01'].map(value)).toEqual([50, 40, 40, 60]);
});

test('without a file of its own the hall has the shipped figures', () => {
  expect(loadOrganisationFigures(folderForTest())).toEqual(loadOrganisationFigures());
});

test.each([
  [
    'an unknown figure',
    table(line({ id: 'association.people' })),
    'there is no such figure. Allowed: association.persons',
  ],
  [
    'two lines for one day',
    table(line(), line({ from: '2025-01-01' })),
    'line 2 of "figures" (association.persons): on some days line 1 counts as well',
  ],
  ['an end before the beginning', table(line({ until: '2019-01-01' })), '"until" is before "from"'],
  ['a date that does not exist', table(line({ from: '2026-02-30' })), 'figures.0.from'],
  ['a number in words', table(line({ value: '五十' })), 'figures.0.value'],
  ['less than nothing', table(line({ value: -1 })), 'figures.0.value'],
  ['a word too many', table(line({ vlaue: 3 })), 'vlaue'],
  ['no source', table(line({ source: '' })), 'figures.0.source'],
  ['no JSON', '{"version": 1,', 'this is no JSON'],
  ['another encoding', Buffer.from([0x7b, 0x22, 0xb1, 0xbe, 0x22, 0x3a, 0x31, 0x7d]), 'not UTF-8'],
])('%s: the shipped figures stay in force, and the mistake is named', (_, content, said) => {
  const { figures, faults } = withOwnFile(content);
  expect(figures).toEqual(loadOrganisationFigures().figures);
  const sentences = faults.map(({ sentence }) => sentence).join('\n');
  expect(sentences).toContain(said);
  expect(sentences).toContain('social-organisations.json');
});
