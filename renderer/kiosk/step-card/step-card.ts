import type { Client } from '../../../preload/contracts/operation.ts';
import type { StationOperations, StationView } from '../../../preload/contracts/station-operations.ts';
import type { Language } from '../../../preload/contracts/configuration-kiosk.ts';
import type { Steps } from '../../shared/line/steps.ts';
import type { PaperWord } from '../paper.ts';

type Shown = StationView['stepCard'];

/** Asks for the steps on paper. Real also while practising: it is what is taken home from it. */
export function createStepCard(
  steps: Steps<Client<StationOperations>>,
  language: () => Language,
): { readonly printStepCard: () => Promise<boolean> } {
  return {
    printStepCard: async () => {
      const result = await steps.take('step card', (station, requestId) =>
        station.printStepCard({ requestId, language: language() }),
      );
      return result?.ok === true;
    },
  };
}

/** What a person is told of the card that they asked for. */
export function stepCardWord(shown: Shown, asked: boolean): PaperWord {
  if (!asked || shown === null) return 'none';
  if (shown.problem !== null || shown.state === 'unknown') return 'not-printed';
  return shown.state === 'confirmed' ? 'printed' : 'printing';
}

/** While a card is coming out nobody is sent away; one that waits for paper keeps nobody. */
export const stepCardHoldsTime = (shown: Shown): boolean => stepCardWord(shown, true) === 'printing';
