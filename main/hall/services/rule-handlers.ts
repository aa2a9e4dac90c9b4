import type { HallOperations } from '../../../preload/contracts/hall-operations.ts';
import type { Handlers } from '../../../preload/contracts/operation.ts';
import type { HallContext } from './hall-context.ts';
import { divorceDates } from './marriage/divorce-dates.ts';
import {
  foundingConditions,
  organisationTerms,
  organisationWay,
  readCreditCode,
} from './organisations/rules.ts';

type RuleOperation =
  'divorceDates' | 'organisationWay' | 'foundingConditions' | 'readCreditCode' | 'organisationTerms';

/** What the rules say to whoever asks. Nothing of a question is kept. */
export function createRuleHandlers(hall: HallContext): Pick<Handlers<HallOperations>, RuleOperation> {
  return {
    divorceDates: (input) => divorceDates(hall, input),
    organisationWay: (input) => organisationWay(hall, input),
    foundingConditions: (input) => foundingConditions(hall, input),
    readCreditCode: (input) => readCreditCode(input),
    organisationTerms: (input) => organisationTerms(hall, input),
  };
}
