import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PROACTIVE_STATES, type ProactiveState } from '../../../preload/contracts/hall/benefit-values.ts';
import { backPay } from '../../../main/hall/domain/benefits/back-pay.ts';
import {
  benefitsServed,
  cycleOn,
  cyclesOf,
  dueList,
  dueOf,
  nextCertification,
  type MadeCheck,
} from '../../../main/hall/domain/benefits/certification.ts';
import {
  nextProactive,
  possibleProactive,
  PROACTIVE_EVENTS,
  proactiveOn,
} from '../../../main/hall/domain/benefits/proactive.ts';

const MONTHS = [11, 5];
const [MAY] = cyclesOf(MONTHS, 2026);
if (MAY === undefined) throw new Error('no cycle');

describe('the cycles of Shenzhen, May and November', () => {
  test('of a year, in order', () => {
    expect(cyclesOf(MONTHS, 2026)).toEqual([
      { cycle: '2026-05', from: '2026-05-01', until: '2026-05-31' },
      { cycle: '2026-11', from: '2026-11-01', until: '2026-11-30' },
    ]);
  });

  test.each([
    ['2026-04-30', '2025-11', '2026-05'],
    ['2026-05-01', '2026-05', '2026-11'],
    ['2026-10-31', '2026-05', '2026-11'],
    ['2026-11-01', '2026-11', '2027-05'],
  ])('on %s counts %s, and next comes %s', (on, now, next) => {
    expect(cycleOn(MONTHS, on)?.cycle).toBe(now);
    expect(nextCertification(MONTHS, on)?.cycle).toBe(next);
  });

  test('where the town sets the month there is none to tell', () => {
    expect([cyclesOf([], 2026), cycleOn([], '2026-06-01'), nextCertification([], '2026-06-01')]).toEqual([
      [],
      undefined,
      undefined,
    ]);
  });
});

describe('who is due', () => {
  const check = (over: Partial<MadeCheck> = {}): MadeCheck => ({
    ...{ benefits: ['HIGH_AGE_ALLOWANCE'], cycle: '2026-05', result: 'PASS', confirmed: true, ...over },
  });
  const both = ['HIGH_AGE_ALLOWANCE', 'CARE_SUBSIDY'];

  test.each([
    ['nobody came yet', [], '2026-05-20', { benefits: both, state: 'due' }],
    ['the month is over', [], '2026-06-01', { benefits: both, state: 'late' }],
    ['one of two was checked', [check()], '2026-05-20', { benefits: ['CARE_SUBSIDY'], state: 'due' }],
    ['both were checked at once', [check({ benefits: both })], '2026-06-01', undefined],
    ['it failed', [check({ result: 'FAIL' })], '2026-05-20', { benefits: both, state: 'due' }],
    [
      'somebody must go there',
      [check({ result: 'NEEDS_VISIT' })],
      '2026-06-20',
      { benefits: both, state: 'needs-visit' },
    ],
    [
      'staff have not looked at it',
      [check({ confirmed: null })],
      '2026-06-01',
      { benefits: both, state: 'to-confirm' },
    ],
    ['staff did not agree', [check({ confirmed: false })], '2026-05-20', { benefits: both, state: 'due' }],
    [
      'it was of the cycle before',
      [check({ cycle: '2025-11', benefits: both })],
      '2026-05-20',
      { benefits: both, state: 'due' },
    ],
  ])('%s', (_, checks, today, due) => {
    expect(dueOf(both, checks, MAY, today)).toEqual(due);
  });

  test('by the cycles of a year', () => {
    const people = [
      { personId: 'a', benefits: ['HIGH_AGE_ALLOWANCE'], checks: [check()] },
      { personId: 'b', benefits: ['HIGH_AGE_ALLOWANCE'], checks: [] },
      { personId: 'c', benefits: [], checks: [] },
    ];
    const list = dueList(people, MONTHS, 2026, '2026-06-15');
    expect(
      list.map(({ cycle, people: due }) => [
        cycle.cycle,
        due.map(({ personId, state }) => `${personId} ${state}`),
      ]),
    ).toEqual([
      ['2026-05', ['b late']],
      ['2026-11', ['a due', 'b due']],
    ]);
  });
});

test('one check is good for the benefits that the rule names and the person has', () => {
  const rules = [{ benefit: 'HIGH_AGE_ALLOWANCE', alsoValidFor: ['CARE_SUBSIDY', 'HOME_CARE'] }];
  expect(benefitsServed(rules, 'HIGH_AGE_ALLOWANCE', ['HIGH_AGE_ALLOWANCE', 'HOME_CARE'])).toEqual([
    'HIGH_AGE_ALLOWANCE',
    'HOME_CARE',
  ]);
  expect(benefitsServed(rules, 'HOME_CARE', ['HIGH_AGE_ALLOWANCE', 'HOME_CARE'])).toEqual(['HOME_CARE']);
});

describe('back pay', () => {
  const nanhai = { kind: 'none-after', months: 12 } as const;
  test.each([
    ['Shenzhen: all months', { kind: 'all' } as const, 30, 'certification-missed', 30],
    ['Nanhai: a year is made good', nanhai, 12, 'certification-missed', 12],
    ['Nanhai: more than a year is not', nanhai, 13, 'certification-missed', 0],
    ['a place that pays none', { kind: 'none' } as const, 1, 'certification-missed', 0],
    [
      'a rule that was not found: staff decide',
      { kind: 'unknown' } as const,
      1,
      'certification-missed',
      null,
    ],
    ['who moved away had no right to it', { kind: 'all' } as const, 3, 'moved-away', 0],
    ['who died has none', { kind: 'all' } as const, 3, 'died', 0],
  ] as const)('%s', (_, rule, months, cause, paid) => {
    expect(backPay(rule, months, cause)).toBe(paid);
  });
  test('half a month is a mistake of the caller', () => {
    expect(() => backPay(nanhai, 1.5, 'certification-missed')).toThrow(RangeError);
  });
});

describe('an allowance that is offered', () => {
  test('whatever happens, nobody is accepted who did not agree last', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PROACTIVE_EVENTS), { maxLength: 30 }), (events) => {
        let state: ProactiveState = 'SELECTED';
        let lastAnswer: string | undefined;
        for (const event of events) {
          const next = nextProactive(state, event);
          if (next === undefined) continue;
          if (next === 'ACCEPTED' && lastAnswer !== 'agree') return false;
          if (event === 'agree' || event === 'decline') lastAnswer = event;
          state = next;
        }
        return true;
      }),
    );
  });

  test('silence is NO_ANSWER from the first day on, and leads nowhere by itself', () => {
    expect(proactiveOn('NOTIFIED', '2026-03-15', '2026-03-14')).toBe('NOTIFIED');
    expect(proactiveOn('NOTIFIED', '2026-03-15', '2026-03-15')).toBe('NO_ANSWER');
    expect(proactiveOn('CONSENTED', '2026-03-15', '2026-12-31')).toBe('CONSENTED');
    expect(proactiveOn('DECLINED', '2026-03-15', '2026-12-31')).toBe('DECLINED');
    expect(possibleProactive('NO_ANSWER')).toEqual(['notify', 'agree', 'decline']);
  });

  test('an answer can be taken back until it was accepted', () => {
    expect(nextProactive('CONSENTED', 'decline')).toBe('DECLINED');
    expect(nextProactive('DECLINED', 'agree')).toBe('CONSENTED');
    expect(nextProactive('ACCEPTED', 'decline')).toBeUndefined();
    expect(PROACTIVE_STATES.filter((state) => nextProactive(state, 'accept') !== undefined)).toEqual([
      'CONSENTED',
    ]);
  });
});
