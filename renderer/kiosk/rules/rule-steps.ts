import type { Client } from '../../../preload/contracts/operation.ts';
import type { DivorceDatesView, OrganisationWayView } from '../../../preload/contracts/hall-operations.ts';
import type { StationOperations } from '../../../preload/contracts/station-operations.ts';
import type { Steps } from '../../shared/line/steps.ts';
import type { Person } from '../person.ts';

/** What a community group said of itself, question by question. */
export interface GroupAnswers {
  kind: 'association' | 'service-body' | null;
  /** The smallest number of what was touched. */
  persons: number;
  hasMeans: boolean;
}

/** What somebody who only wants to know has said, and was told. */
export interface RuleQuestions {
  /** Digits of a day, as far as they are typed: YYYYMMDD. */
  typedDay: string;
  divorce: DivorceDatesView | null;
  group: GroupAnswers;
  way: OrganisationWayView | null;
}

export const noQuestions = (): RuleQuestions => ({
  typedDay: '',
  divorce: null,
  group: { kind: null, persons: 0, hasMeans: false },
  way: null,
});

export interface RuleSteps {
  /** The two terms of an application that was accepted on this day, YYYY-MM-DD. */
  readonly askDivorceDates: (acceptedOn: string) => Promise<void>;
  /** The last question of a community group, and the answer. */
  readonly askWay: (needsLicence: boolean) => Promise<void>;
}

/** Money that lies above every rule: whoever says that they have enough for one has. */
const ENOUGH_YUAN = 30_000;

export function createRuleSteps(steps: Steps<Client<StationOperations>>, person: Person): RuleSteps {
  return {
    askDivorceDates: async (acceptedOn) => {
      const answer = await steps.take(`divorce ${acceptedOn}`, (station) =>
        station.divorceDates({ acceptedOn }),
      );
      if (answer?.ok !== true) return;
      person.rules.divorce = answer.value;
      person.place = 'divorce-dates';
    },
    askWay: async (needsLicence) => {
      const { kind, persons, hasMeans } = person.rules.group;
      if (kind === null) return;
      const answer = await steps.take(`way ${kind} ${persons} ${hasMeans} ${needsLicence}`, (station) =>
        station.organisationWay({
          ...{ kind, persons, units: 0, needsLicence },
          ...{ funds: hasMeans ? ENOUGH_YUAN : 0, hasPremises: hasMeans },
        }),
      );
      if (answer?.ok !== true) return;
      person.rules.way = answer.value;
      person.place = 'group-way';
    },
  };
}
