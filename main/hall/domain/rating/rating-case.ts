import type {
  Judgement,
  RatingCaseState,
  RatingCaseStep,
} from '../../../../preload/contracts/rating-case.ts';
import { lastDayOfTerm, type WorkCalendar } from './working-days.ts';

/** Working days, as data: cities write different limits. */
export interface RatingTerms {
  /** 1: Shanghai 2024 art. 30, Anyang 2021 art. 52, for ratings in a person's own name. */
  readonly contactWithinWorkingDays: number;
  /** 5: Dezhou 2020; other cities write 15. */
  readonly fixWithinWorkingDays: number;
}

export const DEFAULT_RATING_TERMS: RatingTerms = { contactWithinWorkingDays: 1, fixWithinWorkingDays: 5 };

/** What is known of a case. Dates are days of the hall's own calendar, YYYY-MM-DD. */
export interface RatingCase {
  readonly state: RatingCaseState;
  /** The visitor took the number with a card: there is somebody to talk to. */
  readonly realName: boolean;
  readonly receivedOn: string;
  readonly judgement?: Judgement | undefined;
  readonly judgedOn?: string | undefined;
}

/**
 * Where a step leads; undefined where it is impossible. A rating in a person's own name is talked over before it is
 * judged and visited again before it is closed (return visits 100 %); without a name there is nobody to talk to. What was
 * explained or mistaken has nothing to put right.
 */
export function afterStep(
  { state, realName, judgement }: RatingCase,
  step: RatingCaseStep,
): RatingCaseState | undefined {
  switch (step) {
    case 'contact':
      return state === 'received' && realName ? 'contacted' : undefined;
    case 'judge':
      return state === (realName ? 'contacted' : 'received') ? 'judged' : undefined;
    case 'fix':
      return state === 'judged' && isToBeFixed(judgement) ? 'fixed' : undefined;
    case 'visit':
      return realName && isAnswered(state, judgement) ? 'visited' : undefined;
    case 'close':
      return mayClose(state, realName, judgement) ? 'closed' : undefined;
  }
}

function isToBeFixed(judgement: Judgement | undefined): boolean {
  return judgement === 'fix-now' || judgement === 'fix-by';
}

/** The hall has done its part: put right, or explained. */
function isAnswered(state: RatingCaseState, judgement: Judgement | undefined): boolean {
  return state === 'fixed' || (state === 'judged' && judgement === 'explain');
}

function mayClose(state: RatingCaseState, realName: boolean, judgement: Judgement | undefined): boolean {
  if (judgement === 'mistaken') return state === 'judged';
  return realName ? state === 'visited' : isAnswered(state, judgement);
}

/**
 * Until when the next duty is to be done; null where none has a limit any more. Everything is counted from the day the
 * rating came in, so that no stage can be used to gain time; what is to be put right at once has the day it was judged.
 */
export function dueOn(one: RatingCase, terms: RatingTerms, calendar: WorkCalendar): string | null {
  const { state, realName, receivedOn, judgement, judgedOn } = one;
  if (state === 'received' && realName)
    return lastDayOfTerm(receivedOn, terms.contactWithinWorkingDays, calendar);
  if (state === 'fixed' || state === 'visited' || state === 'closed') return null;
  const fixBy = lastDayOfTerm(receivedOn, terms.fixWithinWorkingDays, calendar);
  if (judgement !== 'fix-now' || judgedOn === undefined) return fixBy;
  const atOnce = lastDayOfTerm(judgedOn, 0, calendar);
  return atOnce < fixBy ? atOnce : fixBy;
}

/** The limit's own day is still in time (民法典 art. 203: to the end of the last day). */
export function isOverdue(due: string | null, today: string): boolean {
  return due !== null && today > due;
}
