import type { RuleConfiguration } from '../../preload/contracts/configuration-rule.ts';
import type { Configuration } from '../../preload/contracts/configuration.ts';
import type { DisplayView } from '../../preload/contracts/hall-operations.ts';
import { ratingAddress } from '../../preload/contracts/configuration-ratings.ts';
import { unreachable } from '../../preload/contracts/result.ts';
import type { Catalogue, HallType } from './catalogue/catalogue.ts';
import type { AppointmentPolicy } from './domain/appointments/appointment-policy.ts';
import { DEFAULT_MISSED_POLICY, type MissConsequence, type MissedPolicy } from './domain/missed-calls.ts';
import { DEFAULT_SERIES } from './domain/number-series.ts';
import { DEFAULT_PRIORITY_POLICY } from './domain/priority-from-age.ts';
import { loadUsualServices } from './catalogue/usual-services.ts';
import { loadWorkCalendar } from './catalogue/work-calendar.ts';
import { DEFAULT_RULES, type QueueRule } from './domain/rules/index.ts';
import { loadBookableServices } from './policies/bookable-services.ts';
import { loadFestivals } from './policies/festivals.ts';
import { loadBenefits, placeOfHall } from './policies/benefits.ts';
import { loadMeals } from './policies/meals.ts';
import { loadLedgerData } from './policies/ledger-data.ts';
import { loadOrganisationFigures } from './policies/organisation-figures.ts';
import type { ElderPolicy, HallPolicy } from './services/hall-context.ts';

type HallBlock = Configuration['hall'];

/** The catalogue's own word for the hall's type. */
export function catalogueType(type: HallBlock['type']): HallType {
  return type === 'social-org' ? 'social_org' : type;
}

/** The hall's rules as the services use them, from the configuration file and the catalogue. */
export function hallPolicy(
  hall: HallBlock,
  catalogue: Catalogue,
  simulated: readonly string[],
  files: PolicyFiles = shippedPolicyFiles(hall.id),
): HallPolicy {
  const calendar = loadWorkCalendar(hall.ratings);
  return {
    hallId: hall.id,
    name: hall.name,
    type: hall.type,
    rule: queueRule(hall.rule, hall.priority.headStartMinutes),
    priority: { ...DEFAULT_PRIORITY_POLICY, elderAgeYears: hall.priority.elderAge },
    missed: missedPolicy(hall.missed),
    series: {
      byPrefix: Object.entries(hall.series).map(([prefix, letter]) => ({ prefix, letter })),
      otherwise: DEFAULT_SERIES.otherwise,
    },
    counters: hall.counters.map(({ id, name, services }) => ({
      counterId: id,
      name,
      services: expand(services, catalogue),
    })),
    recallCoolDownMs: hall.call.recallCoolDownSeconds * 1000,
    undoMs: hall.call.undoSeconds * 1000,
    recallLimit: hall.call.recallLimit,
    clerksCallOutOfOrder: hall.call.outOfOrder === 'clerks',
    ratings: {
      contactWithinWorkingDays: hall.ratings.contactWithinWorkingDays,
      fixWithinWorkingDays: hall.ratings.fixWithinWorkingDays,
      silenceCountsAfterDays: hall.ratings.silenceCountsAfterDays,
      calendar,
      address: ratingAddress(hall.ratings),
      withinDays: hall.ratings.withinDays,
    },
    serviceOrder: {
      learned: hall.serviceOrder === 'learned',
      usual: loadUsualServices(catalogueType(hall.type)),
    },
    calendar,
    organisationFigures: files.organisationFigures,
    elders: files.elders,
    appointments: appointmentPolicy(hall, files.bookable),
    ledger: loadLedgerData(),
    simulated,
  };
}

/** What stands in policy files, as far as a hall may have its own. */
export interface PolicyFiles {
  readonly organisationFigures: HallPolicy['organisationFigures'];
  readonly elders: ElderPolicy;
  readonly bookable: AppointmentPolicy['services'];
}

function shippedPolicyFiles(hallId: string): PolicyFiles {
  return {
    organisationFigures: loadOrganisationFigures().figures,
    elders: elderPolicy(hallId),
    bookable: loadBookableServices().services,
  };
}

function appointmentPolicy(
  { appointments, openHours }: HallBlock,
  services: PolicyFiles['bookable'],
): AppointmentPolicy {
  const { festivalHours, ...choices } = appointments;
  return {
    ...choices,
    ...{ services, openHours, festivals: loadFestivals(), festivalHours: festivalHours ?? [] },
  };
}

/** What elders are paid and given where a hall of this id is. */
export function elderPolicy(
  hallId: string,
  benefits: ElderPolicy['benefits'] = loadBenefits().data,
  meals: ElderPolicy['meals'] = loadMeals().meals,
): ElderPolicy {
  return { benefits, meals, place: placeOfHall(benefits.places, hallId) };
}

/** What the hall displays show beside the calls. */
export function displayView({ display, openHours }: HallBlock): DisplayView {
  return { ...display, openHours: openHours.map(({ opens, closes }) => `${opens}-${closes}`) };
}

/** A rule of the configuration as the queue uses it. */
export function queueRule(
  rule: RuleConfiguration,
  headStartMinutes: HallBlock['priority']['headStartMinutes'],
): QueueRule {
  switch (rule.name) {
    case 'head-start':
      return { name: 'head-start', headStartMinutes };
    case 'ratio':
      return rule;
    case 'strict':
      return DEFAULT_RULES.strict;
    case 'fifo':
      return DEFAULT_RULES.fifo;
    default:
      return unreachable(rule);
  }
}

/** The first miss costs some calls, later ones the end of the class, the last one the number. */
function missedPolicy({ returnAfterCalls, voidAfterMisses }: HallBlock['missed']): MissedPolicy {
  const [, later] = DEFAULT_MISSED_POLICY.consequences;
  const before: MissConsequence[] = Array.from({ length: voidAfterMisses - 1 }, (_, miss) =>
    miss === 0 || later === undefined ? { kind: 'after-next', calls: returnAfterCalls } : later,
  );
  return { consequences: [...before, { kind: 'lapse' }] };
}

/**
 * A prefix stands for all its services; what the catalogue of this hall does not have is left out. Empty = all; a counter
 * for which nothing is left must not become one for everything: it keeps words that no service has, and calls nobody.
 */
function expand(codesOrPrefixes: readonly string[], catalogue: Catalogue): string[] {
  const known = [...catalogue.keys()].filter((code) =>
    codesOrPrefixes.some((wanted) => code === wanted || code.startsWith(`${wanted}-`)),
  );
  return known.length > 0 ? known : codesOrPrefixes.map(asCode);
}

/** A prefix that no catalogue has, written as a code that none has either. */
const asCode = (wanted: string): string => (wanted.includes('-') ? wanted : `${wanted}-00`);
