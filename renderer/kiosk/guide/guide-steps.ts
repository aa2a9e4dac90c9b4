import type { Client } from '../../../preload/contracts/operation.ts';
import type { ServiceGuideView } from '../../../preload/contracts/hall-operations.ts';
import type { StationOperations } from '../../../preload/contracts/station-operations.ts';
import type { Steps } from '../../shared/line/steps.ts';
import type { Person } from '../person.ts';

/** What somebody reads about before coming to a counter. */
export interface GuideChoice {
  themeId: string | null;
  guide: ServiceGuideView | null;
}

export const noGuide = (): GuideChoice => ({ themeId: null, guide: null });

export interface GuideSteps {
  readonly openGuideTheme: (themeId: string) => void;
  readonly openGuide: (serviceCode: string) => Promise<void>;
  /** All that the service asks for, on paper. */
  readonly printNotice: () => Promise<void>;
}

export function createGuideSteps(steps: Steps<Client<StationOperations>>, person: Person): GuideSteps {
  return {
    openGuideTheme: (themeId) => {
      person.guide = { themeId, guide: null };
      person.listPage = 0;
      person.place = 'guide-services';
    },
    openGuide: async (serviceCode) => {
      const answer = await steps.take(`guide ${serviceCode}`, (station) =>
        station.serviceGuide({ serviceCode }),
      );
      if (answer?.ok !== true) return;
      person.guide.guide = answer.value;
      person.place = 'guide';
    },
    printNotice: async () => {
      const serviceCode = person.guide.guide?.serviceCode;
      if (serviceCode === undefined) return;
      const printed = await steps.take(`notice ${serviceCode}`, (station, requestId) =>
        station.printNotice({ requestId, serviceCode }),
      );
      // What becomes of the paper is told by the station: it may take longer than an answer is waited for.
      if (printed?.ok === false && printed.error.kind === 'hall-unreachable') steps.problem.value = null;
    },
  };
}
