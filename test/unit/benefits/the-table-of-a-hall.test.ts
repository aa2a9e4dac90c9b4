import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadBenefits } from '../../../main/hall/policies/benefits.ts';
import { loadMeals } from '../../../main/hall/policies/meals.ts';
import { POLICY_FOLDER } from '../../../main/hall/policies/organisation-figures.ts';
import { folderForTest } from '../../support/services/service-under-test.ts';

const tier = (over: object = {}) => ({
  ...{ place: '310000', benefit: 'HIGH_AGE_ALLOWANCE', from: '2026-01-01', minAge: 65, maxAge: 79 },
  ...{ amount: 100, source: '本市规定', mark: 'V', ...over },
});
const place = {
  code: '310000',
  name: '示例市',
  ageRule: { counts: 'first-of-month', leapDay: 'february-28' },
  certificationMonths: [3],
  backPay: { kind: 'none' },
  elsewhere: [],
  source: '本市规定',
  mark: 'V',
};
const older = tier({ minAge: 80, maxAge: undefined, amount: 180 });
const file = (...tiers: readonly object[]): string => JSON.stringify({ version: 1, places: [place], tiers });

function folderWith(name: string, content: string | Buffer): string {
  const folder = folderForTest();
  mkdirSync(join(folder, POLICY_FOLDER));
  writeFileSync(join(folder, POLICY_FOLDER, name), content);
  return folder;
}

describe('a city of the hall’s own', () => {
  test('is added to those that ship', () => {
    const { data, faults } = loadBenefits(folderWith('benefits.json', file(tier(), older)));
    expect(faults).toEqual([]);
    expect(data.places.map(({ code }) => code)).toEqual(['310000', '440300', '440605', '440400']);
    expect(data.tiers.filter((one) => one.place === '310000').map(({ amount }) => amount)).toEqual([
      100, 180,
    ]);
    expect(data.tiers).toHaveLength(loadBenefits().data.tiers.length + 2);
  });

  test('stands in place of the shipped rows for the same place and benefit', () => {
    const own = { version: 1, tiers: [tier({ place: '440300', minAge: 70, maxAge: undefined })] };
    const { data } = loadBenefits(folderWith('benefits.json', JSON.stringify(own)));
    expect(data.tiers.filter((one) => one.place === '440300').map(({ amount }) => amount)).toEqual([100]);
  });
});

describe('a mistake in the hall’s own file replaces nothing and is named with its row', () => {
  test.each([
    ['an amount below nothing', file(tier({ amount: -1 }), older), 'negative-amount', 1, 'below nothing'],
    ['an unknown place', file(tier(), tier({ place: '999999' })), 'unknown-place', 2, 'Allowed: 440300'],
    ['an unknown benefit', file(tier({ benefit: 'PENSION' })), 'unknown-benefit', 1, 'Allowed: HIGH_AGE'],
    [
      'an end before the beginning',
      file(tier({ until: '2025-01-01' })),
      'ends-before-it-begins',
      1,
      'before "from"',
    ],
    ['ages in the wrong order', file(tier({ maxAge: 60 })), 'ages-in-wrong-order', 1, 'below "minAge"'],
    ['two rows for one age', file(tier(), tier({ minAge: 79 })), 'overlaps', 2, 'row 1 counts as well'],
    [
      'ages that nobody thought of',
      file(tier(), tier({ minAge: 85, maxAge: undefined })),
      'gap-of-ages',
      2,
      'nobody from 80 to 84',
    ],
    [
      'months that nobody thought of',
      file(tier({ until: '2026-03-31' }), tier({ from: '2026-06-01' })),
      'gap-of-days',
      2,
      'from 2026-04-01 to 2026-05-31',
    ],
    ['a date that does not exist', file(tier({ from: '2026-02-30' })), 'form', 1, 'tiers.0.from'],
    ['an amount in words', file(tier({ amount: '一百' })), 'form', 1, 'tiers.0.amount'],
    ['no source', file(tier({ source: '' })), 'form', 1, 'tiers.0.source'],
    [
      'a month that is none',
      JSON.stringify({ version: 1, places: [{ ...place, certificationMonths: [13] }] }),
      'form',
      0,
      'certificationMonths',
    ],
    ['no JSON', '{"version": 1,', 'not-json', 0, 'this is no JSON'],
    [
      'another encoding',
      Buffer.from([0x7b, 0x22, 0xb1, 0xbe, 0x22, 0x3a, 0x31, 0x7d]),
      'not-utf-8',
      0,
      'UTF-8',
    ],
  ])('%s', (_, content, kind, row, said) => {
    const { data, faults } = loadBenefits(folderWith('benefits.json', content));
    expect(data).toEqual(loadBenefits().data);
    expect(faults[0]).toMatchObject({ kind, row });
    expect(faults.map(({ sentence }) => sentence).join('\n')).toContain(said);
    expect(faults[0]?.sentence).toContain('benefits.json');
  });

  test('the hall’s last good file stays in force', () => {
    const folder = folderWith('benefits.json', file(tier(), older));
    const good = loadBenefits(folder).data;
    const own = join(folder, POLICY_FOLDER, 'benefits.json');
    writeFileSync(own, file(tier({ amount: -5 }), older));
    const broken = loadBenefits(folder);
    expect(broken.data).toEqual(good);
    expect(broken.faults).toHaveLength(1);
    // What the office wrote is not touched.
    expect(readFileSync(own, 'utf8')).toContain('-5');
    rmSync(own);
    expect(loadBenefits(folder).data).toEqual(loadBenefits().data);
  });
});

describe('meals', () => {
  const own = (over: object = {}): string =>
    JSON.stringify({
      version: 1,
      policies: [{ group: '老人', who: '老人', subsidy: 3, from: '2026-01-01', source: '本区' }],
      points: [
        {
          ...{ code: 'SQ-01', name: '食堂', kind: 'canteen', community: '东社区', address: '东路1号' },
          ...{ distance: '5分钟', phone: null, hours: '11:00', price: 12, groups: ['老人'], ...over },
        },
      ],
    });
  test('the shipped list says that it is invented; the hall’s own does not', () => {
    expect(loadMeals().meals.sample).toBe(true);
    expect(loadMeals().meals.points.every(({ name }) => name.startsWith('（示例）'))).toBe(true);
    const { meals, faults } = loadMeals(folderWith('meals.json', own()));
    expect([meals.sample, meals.points.length, faults]).toEqual([false, 1, []]);
  });

  test.each([
    ['a group without a policy', own({ groups: ['学生'] }), 'one of 老人'],
    ['a price below nothing', own({ price: -1 }), 'points.0.price'],
    ['a kind that is none', own({ kind: 'club' }), 'points.0.kind'],
  ])('%s: the list before stays, the mistake is named', (_, content, said) => {
    const { meals, faults } = loadMeals(folderWith('meals.json', content));
    expect(meals).toEqual(loadMeals().meals);
    expect(faults[0]).toMatchObject({ kind: 'form', row: 1 });
    expect(faults[0]?.sentence).toContain(said);
  });
});
