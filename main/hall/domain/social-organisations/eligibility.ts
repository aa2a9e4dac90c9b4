import type { DatedFigure } from '../dated-figures.ts';
import { figureFor, type Condition, type OrganisationFigure } from './ways.ts';

/** What somebody who wants to found a social organisation says of it. Sums in yuan. */
export type Founding =
  | {
      readonly kind: 'association';
      readonly reach: 'local' | 'national';
      readonly persons: number;
      readonly units: number;
      readonly funds: number;
    }
  | {
      readonly kind: 'foundation';
      readonly reach: 'non-public' | 'public-local' | 'public-national';
      readonly funds: number;
    }
  /** 行业协会: members are enterprises, other economic bodies and sole traders; others do not count. */
  | { readonly kind: 'trade-association'; readonly economicMembers: number; readonly otherMembers: number };

const FUNDS: Readonly<Record<string, OrganisationFigure>> = {
  local: 'association.fundsLocal',
  national: 'association.fundsNational',
  'non-public': 'foundation.fundsNonPublic',
  'public-local': 'foundation.fundsPublicLocal',
  'public-national': 'foundation.fundsPublicNational',
};

/** Whether the figures of the rules in force on a day (YYYY-MM-DD) are met, one by one. */
export function eligibility(
  founding: Founding,
  figures: readonly DatedFigure[],
  on: string,
): readonly Condition[] {
  switch (founding.kind) {
    case 'association':
      return [members(founding, figures, on), funds(founding, figures, on)];
    case 'foundation':
      return [funds(founding, figures, on)];
    case 'trade-association': {
      const rule = figureFor(figures, 'tradeAssociation.members', on);
      const { economicMembers: given, otherMembers } = founding;
      const met = given >= rule.value && otherMembers === 0;
      return [{ condition: 'members', required: rule.value, given, met, source: rule.source }];
    }
  }
}

function members(
  { persons, units }: Extract<Founding, { kind: 'association' }>,
  figures: readonly DatedFigure[],
  on: string,
): Condition {
  const id = units === 0 ? 'association.persons' : persons === 0 ? 'association.units' : 'association.mixed';
  const { value: required, source } = figureFor(figures, id, on);
  const given = persons + units;
  return { condition: 'members', required, given, met: given >= required, source };
}

function funds(
  { reach, funds: given }: Extract<Founding, { kind: 'association' | 'foundation' }>,
  figures: readonly DatedFigure[],
  on: string,
): Condition {
  const id = FUNDS[reach];
  if (id === undefined) throw new RangeError(`No rule for ${reach}`);
  const { value: required, source } = figureFor(figures, id, on);
  return { condition: 'funds', required, given, met: given >= required, source };
}

/** Words that the name of a local organisation must not have (社会团体登记管理条例 art. 10; 民非条例 art. 11). */
const NATIONAL_WORDS = ['中国', '全国', '中华'] as const;

/** The words of a local organisation's name that only a national one may have. */
export function nationalWordsIn(name: string): readonly string[] {
  return NATIONAL_WORDS.filter((word) => name.includes(word));
}
