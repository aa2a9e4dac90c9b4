import { figureOn, type DatedFigure } from '../dated-figures.ts';

/** Every figure that the rules for social organisations have. */
export const ORGANISATION_FIGURES = [
  'association.persons',
  'association.units',
  'association.mixed',
  'association.fundsLocal',
  'association.fundsNational',
  'foundation.fundsNonPublic',
  'foundation.fundsPublicLocal',
  'foundation.fundsPublicNational',
  'tradeAssociation.members',
  'filing.associationMembers',
  'filing.serviceStaff',
  'filing.reportMonths',
  'term.changeDays',
  'term.cancelDays',
] as const;
export type OrganisationFigure = (typeof ORGANISATION_FIGURES)[number];

/** What a group of the community says of itself. */
export interface CommunityGroup {
  /** People who share an interest, or people who serve others. */
  readonly kind: 'association' | 'service-body';
  /** Members of an association, or who works in a service body. */
  readonly persons: number;
  /** Members that are bodies themselves. */
  readonly units: number;
  /** In yuan. */
  readonly funds: number;
  readonly hasPremises: boolean;
  /** It wants to trade, or does what needs a licence: then it may not begin unregistered. */
  readonly needsLicence: boolean;
}

/** 登记, 街道（乡镇）管理, 社区（村）指导: the three ways of 民发〔2017〕191号. */
export type OrganisationWay = 'register' | 'street-managed' | 'community-guided';

/** One condition: what the rule asks for, what there is, and whether that is enough. */
export interface Condition {
  readonly condition: 'members' | 'funds' | 'premises' | 'property' | 'filing-size' | 'licence';
  readonly required: number | null;
  readonly given: number | null;
  readonly met: boolean;
  /** Where the figure stands; null where it is none. */
  readonly source: string | null;
}

export interface WayAnswer {
  readonly way: OrganisationWay;
  /** Why: all that was compared, in the order in which it decides. */
  readonly conditions: readonly Condition[];
}

/**
 * Which way a community group goes. Who meets the conditions of registration registers, and so must whoever trades or needs
 * a licence, even while something is still missing. Others are managed by the street where they are large enough to be
 * filed, and guided by the residents' committee where they are not. `on`: the day whose figures count (YYYY-MM-DD). Throws
 * a RangeError where no rule has a figure for that day.
 */
export function organisationWay(
  group: CommunityGroup,
  figures: readonly DatedFigure[],
  on: string,
): WayAnswer {
  const registration =
    group.kind === 'association' ? associationConditions(group, figures, on) : bodyConditions(group);
  const filing = filingSize(group, figures, on);
  const licence: Condition[] = group.needsLicence
    ? [{ condition: 'licence', required: null, given: null, met: true, source: null }]
    : [];
  const conditions = [...licence, ...registration, filing];
  if (group.needsLicence || registration.every(({ met }) => met)) return { way: 'register', conditions };
  return { way: filing.met ? 'street-managed' : 'community-guided', conditions };
}

function associationConditions(
  group: CommunityGroup,
  figures: readonly DatedFigure[],
  on: string,
): Condition[] {
  const members = memberCondition(group, figures, on);
  const funds = figureFor(figures, 'association.fundsLocal', on);
  return [
    members,
    {
      condition: 'funds',
      ...{ required: funds.value, given: group.funds, met: group.funds >= funds.value },
      source: funds.source,
    },
    premises(group),
  ];
}

/** Fifty persons, or thirty bodies, or fifty of both together: whichever it is nearest to is named. */
function memberCondition(
  { persons, units }: CommunityGroup,
  figures: readonly DatedFigure[],
  on: string,
): Condition {
  const [ofPersons, ofUnits, ofBoth] = (
    ['association.persons', 'association.units', 'association.mixed'] as const
  ).map((id) => figureFor(figures, id, on));
  const ways = [
    { rule: ofPersons, given: persons, fits: units === 0 },
    { rule: ofUnits, given: units, fits: persons === 0 },
    { rule: ofBoth, given: persons + units, fits: true },
  ].flatMap(({ rule, ...rest }) => (rule === undefined ? [] : [{ rule, ...rest }]));
  const fitting = ways.filter(({ fits }) => fits);
  const best = fitting.find(({ rule, given }) => given >= rule.value) ?? fitting[0];
  if (best === undefined) throw new RangeError(`No rule for the members of an association on ${on}`);
  const { rule, given } = best;
  return { condition: 'members', required: rule.value, given, met: given >= rule.value, source: rule.source };
}

/** 民办非企业单位登记管理暂行条例 art. 8 names no sum: lawful property fit for what it does, and a place. */
function bodyConditions(group: CommunityGroup): Condition[] {
  const source = '民办非企业单位登记管理暂行条例第八条';
  return [
    { condition: 'property', required: null, given: group.funds, met: group.funds > 0, source },
    premises(group),
  ];
}

function premises({ hasPremises }: CommunityGroup): Condition {
  return { condition: 'premises', required: null, given: null, met: hasPremises, source: null };
}

function filingSize(
  { kind, persons, units }: CommunityGroup,
  figures: readonly DatedFigure[],
  on: string,
): Condition {
  const id = kind === 'association' ? 'filing.associationMembers' : 'filing.serviceStaff';
  const { value, source } = figureFor(figures, id, on);
  const given = persons + units;
  return { condition: 'filing-size', required: value, given, met: given >= value, source };
}

/** Throws a RangeError where no rule has this figure on that day. */
export function figureFor(figures: readonly DatedFigure[], id: OrganisationFigure, on: string): DatedFigure {
  const figure = figureOn(figures, id, on);
  if (figure === undefined) throw new RangeError(`No rule has ${id} on ${on}`);
  return figure;
}
