import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eligibility, nationalWordsIn } from '../../../main/hall/domain/social-organisations/eligibility.ts';
import { organisationWay, type CommunityGroup } from '../../../main/hall/domain/social-organisations/ways.ts';
import { loadOrganisationFigures } from '../../../main/hall/policies/organisation-figures.ts';

const { figures } = loadOrganisationFigures();
const ON = '2026-06-15';
const group = (over: Partial<CommunityGroup>): CommunityGroup => ({
  kind: 'association',
  persons: 0,
  units: 0,
  funds: 0,
  hasPremises: false,
  needsLicence: false,
  ...over,
});

describe('which way a community group goes', () => {
  test.each([
    ['fifty people, a place and 30,000 yuan', { persons: 50, funds: 30_000, hasPremises: true }, 'register'],
    ['thirty bodies', { units: 30, funds: 30_000, hasPremises: true }, 'register'],
    ['fifty of both together', { persons: 30, units: 20, funds: 30_000, hasPremises: true }, 'register'],
    ['one person short', { persons: 49, funds: 30_000, hasPremises: true }, 'street-managed'],
    ['one yuan short', { persons: 50, funds: 29_999, hasPremises: true }, 'street-managed'],
    ['no place', { persons: 80, funds: 90_000 }, 'street-managed'],
    ['twenty-nine bodies', { units: 29, funds: 30_000, hasPremises: true }, 'street-managed'],
    ['ten people who dance', { persons: 10 }, 'street-managed'],
    ['nine people who dance', { persons: 9 }, 'community-guided'],
    [
      'a service with a place and means',
      { kind: 'service-body', persons: 2, funds: 1, hasPremises: true },
      'register',
    ],
    ['three people who help', { kind: 'service-body', persons: 3 }, 'street-managed'],
    ['two people who help', { kind: 'service-body', persons: 2 }, 'community-guided'],
    ['whoever needs a licence, however small', { persons: 2, needsLicence: true }, 'register'],
  ] as const)('%s: %s', (_, over, way) => {
    expect(organisationWay(group(over), figures, ON).way).toBe(way);
  });

  test('says what was compared with what, and where the rule stands', () => {
    expect(organisationWay(group({ persons: 12, funds: 5_000 }), figures, ON)).toEqual({
      way: 'street-managed',
      conditions: [
        { condition: 'members', required: 50, given: 12, met: false, source: '社会团体登记管理条例第十条' },
        {
          condition: 'funds',
          required: 30_000,
          given: 5_000,
          met: false,
          source: '社会团体登记管理条例第十条',
        },
        { condition: 'premises', required: null, given: null, met: false, source: null },
        {
          condition: 'filing-size',
          ...{ required: 10, given: 12, met: true },
          source: '民发〔2017〕191号及各地备案做法',
        },
      ],
    });
  });

  test('more members, more money or a place never lead to a smaller way', () => {
    const order = ['community-guided', 'street-managed', 'register'];
    const amount = fc.nat(100);
    fc.assert(
      fc.property(
        fc.constantFrom('association' as const, 'service-body' as const),
        fc.record({ persons: amount, units: amount, funds: fc.nat(60_000), hasPremises: fc.boolean() }),
        fc.record({ persons: amount, units: amount, funds: fc.nat(60_000), hasPremises: fc.boolean() }),
        (kind, some, more) => {
          const before = group({ kind, ...some });
          const after = group({
            kind,
            persons: some.persons + more.persons,
            units: some.units + more.units,
            funds: some.funds + more.funds,
            hasPremises: some.hasPremises || more.hasPremises,
          });
          // A body more among persons changes which count applies: fifty of both instead of fifty or thirty.
          fc.pre(
            (some.units === 0) === (after.units === 0) && (some.persons === 0) === (after.persons === 0),
          );
          const [one, other] = [before, after].map((asked) =>
            order.indexOf(organisationWay(asked, figures, ON).way),
          );
          expect(other).toBeGreaterThanOrEqual(one ?? 0);
        },
      ),
    );
  });

  test('a day before there were rules has none', () => {
    expect(() => organisationWay(group({ persons: 50 }), figures, '1990-01-01')).toThrow(
      'No rule has association.persons on 1990-01-01',
    );
  });
});

describe('who may found what', () => {
  test.each([
    [{ kind: 'association', reach: 'local', persons: 50, units: 0, funds: 30_000 }, [true, true]],
    [{ kind: 'association', reach: 'national', persons: 50, units: 0, funds: 99_999 }, [true, false]],
    [{ kind: 'association', reach: 'local', persons: 0, units: 30, funds: 0 }, [true, false]],
    [{ kind: 'association', reach: 'local', persons: 25, units: 24, funds: 30_000 }, [false, true]],
    [{ kind: 'foundation', reach: 'non-public', funds: 2_000_000 }, [true]],
    [{ kind: 'foundation', reach: 'public-local', funds: 3_999_999 }, [false]],
    [{ kind: 'foundation', reach: 'public-national', funds: 8_000_000 }, [true]],
    [{ kind: 'trade-association', economicMembers: 50, otherMembers: 0 }, [true]],
    [{ kind: 'trade-association', economicMembers: 49, otherMembers: 0 }, [false]],
    [{ kind: 'trade-association', economicMembers: 60, otherMembers: 1 }, [false]],
  ] as const)('%o', (founding, met) => {
    expect(eligibility(founding, figures, ON).map((one) => one.met)).toEqual(met);
  });

  test('only a national organisation is called 中国, 全国 or 中华', () => {
    expect(nationalWordsIn('福田区中华书画协会')).toEqual(['中华']);
    expect(nationalWordsIn('福田区香蜜湖街道书画协会')).toEqual([]);
  });
});
