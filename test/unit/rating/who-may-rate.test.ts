import { describe, expect, test } from 'vitest';
import { whyNotRatable } from '../../../main/hall/domain/rating/may-rate.ts';
import { isLowRating, RATING_LABELS, RATING_LEVELS } from '../../../preload/contracts/rating.ts';
import { TICKET_STATES } from '../../../preload/contracts/ticket-state.ts';

const done = { state: 'done', daysAgo: 0, rated: false } as const;

describe('a visit may be rated', () => {
  test('once a counter has finished it, on the same day', () => {
    expect(whyNotRatable(done, 0)).toBeUndefined();
  });
  test.each(TICKET_STATES.filter((state) => state !== 'done'))('not while it is %s', (state) => {
    expect(whyNotRatable({ ...done, state }, 0)).toEqual({ kind: 'not-ratable', state });
  });
  test('once', () => {
    expect(whyNotRatable({ ...done, rated: true }, 0)).toEqual({ kind: 'already-rated' });
  });
  test.each([
    [0, 0, true],
    [1, 0, false],
    [7, 7, true],
    [8, 7, false],
  ])('%i days later, within %i days: %s', (daysAgo, within, allowed) => {
    const answer = whyNotRatable({ ...done, daysAgo }, within);
    expect(answer).toEqual(allowed ? undefined : { kind: 'not-ratable', state: 'past' });
  });
});

test('the five levels have the words of the norm, and the two lowest are bad ratings', () => {
  const words = RATING_LEVELS.map((level) => `${level} ${RATING_LABELS[level].zh}`);
  expect(words).toEqual(['5 非常满意', '4 满意', '3 基本满意', '2 不满意', '1 非常不满意']);
  expect(RATING_LEVELS.filter(isLowRating)).toEqual([2, 1]);
});
