import { DEFAULT_RATING_TERMS, type RatingTerms } from './rating-case.ts';
import type { WorkCalendar } from './working-days.ts';

/** The hall's choices about ratings, as data. */
export interface RatingPolicy extends RatingTerms {
  /**
   * Natural days after which silence counts as 基本满意 in a figure of its own (a trial rule of Guangdong, 2019: 7);
   * null where it never does.
   */
  readonly silenceCountsAfterDays: number | null;
  readonly calendar: WorkCalendar;
  /** What the QR codes on tickets begin with; null where the hall has no rating page. */
  readonly address: string | null;
  /** Days after the visit in which its QR code may still be used. */
  readonly withinDays: number;
}

/** What silence is taken for where a rule says so. */
export const SILENCE_LEVEL = 3;

export const WEEKENDS_ONLY: WorkCalendar = { holidays: new Set(), workdays: new Set(), years: new Set() };

export const DEFAULT_RATING_POLICY: RatingPolicy = {
  ...DEFAULT_RATING_TERMS,
  silenceCountsAfterDays: null,
  calendar: WEEKENDS_ONLY,
  address: null,
  withinDays: 7,
};
