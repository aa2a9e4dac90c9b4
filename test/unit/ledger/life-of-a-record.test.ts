import { describe, expect, it, test } from 'vitest';
import { countLedger, type CountedRecord } from '../../../main/hall/domain/ledger/count-ledger.ts';
import { possibleSteps, standingOf } from '../../../main/hall/domain/ledger/record-history.ts';
import {
  afterLedgerStep,
  goesUp,
  isLedgerOverdue,
  type LifeStep,
} from '../../../main/hall/domain/ledger/record-lifecycle.ts';
import {
  LEDGER_STATES,
  LEDGER_STEPS,
  LedgerChange,
  Taking,
  type LedgerState,
} from '../../../preload/contracts/hall/ledger-values.ts';
import { holdsPersonalNumber } from '../../../preload/contracts/hall/office-text.ts';

/** As the manager of a hall would say it; what is not here is impossible. */
const EDGES: Readonly<Record<LedgerState, Partial<Record<LifeStep, LedgerState>>>> = {
  open: { take: 'underway', escalate: 'open', refer: 'open', reply: 'open', settle: 'closed' },
  underway: {
    ...{ take: 'underway', escalate: 'underway', refer: 'underway', reply: 'underway' },
    ...{ finish: 'done', settle: 'closed' },
  },
  done: { close: 'closed', reopen: 'reopened', settle: 'closed' },
  closed: { reopen: 'reopened' },
  reopened: {
    ...{ take: 'underway', escalate: 'reopened', refer: 'reopened', reply: 'reopened' },
    settle: 'closed',
  },
};
const EVERY_STEP: readonly LifeStep[] = [...LEDGER_STEPS, 'settle'];
const CASES = LEDGER_STATES.flatMap((state) =>
  EVERY_STEP.map((step) => ({ state, step, leads: EDGES[state][step] })),
);

test.each(CASES)('$state, $step: $leads', ({ state, step, leads }) => {
  expect(afterLedgerStep({ state, source: 'difficulty' }, step)).toBe(leads);
  const expected = step === 'settle' ? undefined : leads;
  expect(afterLedgerStep({ state, source: 'complaint' }, step)).toBe(expected);
});

const at = (change: unknown, on = '2026-06-15') => ({
  ...{ change: LedgerChange.parse(change), on },
  by: '1001',
});
const escalate = at({ step: 'escalate', level: 'city', question: '谁来出钱？' });
const refer = at({ step: 'refer', department: '市卫生健康局', replyBy: '2026-06-30' });

describe('what the steps of a record amount to', () => {
  it('a question goes up, never down, and nobody answers what nobody asked', () => {
    expect([goesUp('hall', 'district'), goesUp('city', 'ministry')]).toEqual([true, true]);
    expect([goesUp('city', 'city'), goesUp('province', 'district')]).toEqual([false, false]);
    const record = { state: 'underway', source: 'complaint' } as const;
    expect(possibleSteps(record, standingOf([]))).not.toContain('reply');
    expect(possibleSteps(record, standingOf([escalate]))).toContain('reply');
    const reply = at({ step: 'reply', to: 'escalation', text: '由市里安排。' });
    expect(possibleSteps(record, standingOf([escalate, reply]))).not.toContain('reply');
    const highest = at({ step: 'escalate', level: 'ministry', question: '请部里研究。' });
    expect(possibleSteps(record, standingOf([highest]))).not.toContain('escalate');
  });

  it('an answer belongs to what was asked: the level above or the other department', () => {
    const reply = at({ step: 'reply', to: 'referral', text: '七月装扶手。' });
    expect(standingOf([escalate, refer, reply])).toMatchObject({
      ...{ level: 'city', awaitsReply: true },
      referral: { department: '市卫生健康局', replyBy: '2026-06-30', reply: '七月装扶手。' },
    });
  });

  it('what was finished and came back is finished no more', () => {
    const finish = at({ step: 'finish', evidence: '已装好。' });
    const reopen = at({ step: 'reopen', reason: '又坏了。' });
    expect(standingOf([finish]).finished?.on).toBe('2026-06-15');
    expect(standingOf([finish, reopen]).finished).toBeUndefined();
  });
});

test('the last day is still in time; what is done is late no more', () => {
  expect(isLedgerOverdue('underway', '2026-06-15', '2026-06-15')).toBe(false);
  expect(isLedgerOverdue('underway', '2026-06-15', '2026-06-16')).toBe(true);
  expect(isLedgerOverdue('reopened', '2026-06-15', '2026-06-16')).toBe(true);
  expect(isLedgerOverdue('done', '2026-06-15', '2026-06-16')).toBe(false);
  expect(isLedgerOverdue('closed', '2026-06-15', '2026-06-16')).toBe(false);
});

describe('guiding instead of doing', () => {
  const guidance = {
    ...{ explanation: '没有电梯。', plan: '先在一楼设窗口。' },
    steps: [{ what: '搬一张桌子', by: '2026-06-20' }],
  };
  const guide = (given?: object) =>
    Taking.safeParse({ owner: '1001', response: 'guide-now', ...(given && { guidance: given }) });

  it('has explanation, plan and steps, or is not saved', () => {
    expect(guide(guidance).success).toBe(true);
    expect(guide().success).toBe(false);
    for (const part of ['explanation', 'plan', 'steps'])
      expect([part, guide({ ...guidance, [part]: undefined }).success]).toEqual([part, false]);
    expect(guide({ ...guidance, plan: '   ' }).success).toBe(false);
    expect(guide({ ...guidance, steps: [] }).success).toBe(false);
  });

  it('is the only response with a plan', () => {
    for (const response of ['do-now', 'fix-now'])
      expect(Taking.safeParse({ owner: '1001', response, guidance }).success).toBe(false);
  });
});

test.each([
  ['身份证 110199195606159039', true],
  ['身份证 11019919560615903X', true],
  ['身份证 110199 19560615 9039', true],
  ['身份证 １１０１９９１９５６０６１５９０３９', true],
  ['电话 13900000000', true],
  ['电话+86 139-0000-0000', true],
  ['第 2 位 13900000000', true],
  ['统一社会信用代码 51440300MJL1234567', false],
  ['统一社会信用代码 514403005000000000', false],
  ['电话 12345', false],
  ['值班电话 010-58123114', false],
  ['2026-06-15 至 2026-06-30', false],
  ['A001 号老人看不清屏幕', false],
])('%s holds the number of a person: %s', (text, expected) => {
  expect(holdsPersonalNumber(text)).toBe(expected);
});

test('numbers are of the days asked for; what is left is left whenever it came', () => {
  const record: CountedRecord = {
    ...{ source: 'difficulty' as const, difficulty: 'hearing', state: 'open' as const },
    ...{ openedOn: '2026-06-01', closedOn: null, overdue: true },
  };
  const counts = countLedger(
    [
      record,
      { ...record, openedOn: '2026-06-10', difficulty: 'mobility', overdue: false },
      { ...record, state: 'closed', closedOn: '2026-06-30', overdue: false },
      { ...record, source: 'complaint', difficulty: undefined, openedOn: '2026-07-01', state: 'done' },
    ],
    { from: '2026-06-10', to: '2026-06-30' },
  );
  expect(counts).toMatchObject({ opened: 1, closed: 1, open: 3, overdue: 2 });
  expect(counts.difficulties).toEqual([{ kind: 'mobility', opened: 1 }]);
  expect(counts.bySource).toContainEqual({ source: 'complaint', opened: 0 });
});
