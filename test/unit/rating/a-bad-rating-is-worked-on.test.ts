import { describe, expect, test } from 'vitest';
import { loadWorkCalendar } from '../../../main/hall/catalogue/work-calendar.ts';
import {
  afterStep,
  DEFAULT_RATING_TERMS,
  dueOn,
  isOverdue,
  type RatingCase,
} from '../../../main/hall/domain/rating/rating-case.ts';
import {
  JUDGEMENTS,
  RATING_CASE_STATES,
  RATING_CASE_STEPS,
  type Judgement,
  type RatingCaseState,
  type RatingCaseStep,
} from '../../../preload/contracts/rating-case.ts';

/** Who, where it stands, what was judged, what is done, where that leads. Whatever is not here must be impossible. */
type Edge = readonly [
  'named' | 'nameless',
  RatingCaseState,
  Judgement | undefined,
  RatingCaseStep,
  RatingCaseState,
];
const judged = (who: Edge[0], judgement: Judgement, step: RatingCaseStep, to: RatingCaseState): Edge => [
  who,
  'judged',
  judgement,
  step,
  to,
];
const EDGES: readonly Edge[] = [
  ['named', 'received', undefined, 'contact', 'contacted'],
  ['named', 'contacted', undefined, 'judge', 'judged'],
  judged('named', 'fix-now', 'fix', 'fixed'),
  judged('named', 'fix-by', 'fix', 'fixed'),
  judged('named', 'explain', 'visit', 'visited'),
  judged('named', 'mistaken', 'close', 'closed'),
  ['named', 'fixed', 'fix-now', 'visit', 'visited'],
  ['named', 'fixed', 'fix-by', 'visit', 'visited'],
  ['named', 'visited', 'fix-now', 'close', 'closed'],
  ['named', 'visited', 'fix-by', 'close', 'closed'],
  ['named', 'visited', 'explain', 'close', 'closed'],
  ['nameless', 'received', undefined, 'judge', 'judged'],
  judged('nameless', 'fix-now', 'fix', 'fixed'),
  judged('nameless', 'fix-by', 'fix', 'fixed'),
  judged('nameless', 'explain', 'close', 'closed'),
  judged('nameless', 'mistaken', 'close', 'closed'),
  ['nameless', 'fixed', 'fix-now', 'close', 'closed'],
  ['nameless', 'fixed', 'fix-by', 'close', 'closed'],
];

/** Cases that can be: judged and everything after it has a judgement, nothing before it has; some lie on no path. */
function reachable(who: Edge[0], state: RatingCaseState, judgement: Judgement | undefined): boolean {
  if ((state === 'received' || state === 'contacted') !== (judgement === undefined)) return false;
  if (state === 'fixed') return judgement === 'fix-now' || judgement === 'fix-by';
  return state !== 'visited' || (who === 'named' && judgement !== 'mistaken');
}

const CASES = (['named', 'nameless'] as const).flatMap((who) =>
  RATING_CASE_STATES.flatMap((state) =>
    [undefined, ...JUDGEMENTS]
      .filter((judgement) => reachable(who, state, judgement))
      .map((judgement) => ({ who, state, judgement })),
  ),
);

test.each(CASES)('$who, $state, $judgement: exactly the steps of the table', ({ who, state, judgement }) => {
  const one = { state, realName: who === 'named', receivedOn: '2026-06-15', judgement };
  for (const step of RATING_CASE_STEPS) {
    const edge = EDGES.find(([w, s, j, d]) => w === who && s === state && j === judgement && d === step);
    expect(afterStep(one, step), step).toBe(edge?.[4]);
  }
});

describe('limits', () => {
  const calendar = loadWorkCalendar({ holidays: [], workdays: [] });
  const due = (one: Partial<RatingCase>): string | null =>
    dueOn(
      { state: 'received', realName: true, receivedOn: '2026-06-18', ...one },
      DEFAULT_RATING_TERMS,
      calendar,
    );

  test('a named visitor is spoken to by the next working day, over a holiday and a weekend', () => {
    expect(due({})).toBe('2026-06-22');
  });
  test('nobody can be spoken to without a name: the limit is that of putting it right', () => {
    expect(due({ realName: false })).toBe('2026-06-26');
  });
  test('what takes time is counted from the day it came in, however late it was judged', () => {
    expect(due({ state: 'contacted' })).toBe('2026-06-26');
    expect(due({ state: 'judged', judgement: 'fix-by', judgedOn: '2026-06-25' })).toBe('2026-06-26');
  });
  test('what is to be put right at once has the day it was judged', () => {
    expect(due({ state: 'judged', judgement: 'fix-now', judgedOn: '2026-06-22' })).toBe('2026-06-22');
    expect(due({ state: 'judged', judgement: 'fix-now', judgedOn: '2026-06-20' })).toBe('2026-06-22');
    expect(due({ state: 'judged', judgement: 'fix-now', judgedOn: '2026-06-30' })).toBe('2026-06-26');
  });
  test.each(['fixed', 'visited', 'closed'] as const)('%s: nothing is due by law any more', (state) => {
    expect(due({ state, judgement: 'fix-by' })).toBeNull();
  });
  test('the last day itself is in time', () => {
    expect(isOverdue('2026-06-22', '2026-06-22')).toBe(false);
    expect(isOverdue('2026-06-22', '2026-06-23')).toBe(true);
    expect(isOverdue(null, '2030-01-01')).toBe(false);
  });
});
