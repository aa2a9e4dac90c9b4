import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadCatalogue } from '../../../main/hall/catalogue/catalogue.ts';
import {
  BOOKABLE_SERVICES_FILE,
  loadBookableServices,
} from '../../../main/hall/policies/bookable-services.ts';
import { POLICY_FOLDER } from '../../../main/hall/policies/organisation-figures.ts';
import { temporaryFolder } from '../../support/open-test-hall.ts';

const line = {
  ...{ service: 'HY-01', minutes: 40, places: null, people: 2, festival: true },
  ...{ from: '2026-01-01', source: 'this hall measured it' },
};

function ownFile(content: string): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, POLICY_FOLDER));
  writeFileSync(join(folder, POLICY_FOLDER, BOOKABLE_SERVICES_FILE), content);
  return folder;
}
const ownServices = (services: readonly object[]): string =>
  ownFile(JSON.stringify({ version: 1, services }));

it('what ships names services of the catalogue, marriage with two people', () => {
  const known = new Set([...loadCatalogue('comprehensive').keys(), ...loadCatalogue('marriage').keys()]);
  const { services, faults } = loadBookableServices();
  expect(faults).toEqual([]);
  expect(services.filter(({ serviceCode }) => !known.has(serviceCode))).toEqual([]);
  expect(services.find(({ serviceCode }) => serviceCode === 'HY-01')).toMatchObject({
    people: 2,
    festival: true,
  });
  const codes = services.map(({ serviceCode }) => serviceCode);
  expect(codes).toEqual(expect.arrayContaining(['HY-11', 'HY-12', 'JZ-11', 'LN-10']));
});

it('a hall’s own file stands in place of it', () => {
  expect(loadBookableServices(ownServices([line])).services).toMatchObject([
    { serviceCode: 'HY-01', minutes: 40 },
  ]);
});

it.each([
  ['no JSON', ownFile, '{', 'not-json', 0, 'this is no JSON'],
  ['three people', ownServices, [{ ...line, people: 3 }], 'form', 1, 'services.0.people'],
  [
    'an end before its beginning',
    ownServices,
    [{ ...line, until: '2025-01-01' }],
    'form',
    1,
    'services.0.until',
  ],
  ['two lines for one day', ownServices, [line, { ...line, from: '2027-01-01' }], 'overlaps', 2, '"until"'],
] as const)('%s: the file is not used, and says what is wrong where', (_, make, content, kind, at, said) => {
  const { services, faults } = loadBookableServices((make as (content: unknown) => string)(content));
  expect(services).toEqual(loadBookableServices().services);
  expect(faults).toMatchObject([{ kind, line: at }]);
  expect(faults[0]?.sentence).toContain(said);
  expect(faults[0]?.sentence).toContain(BOOKABLE_SERVICES_FILE);
});
