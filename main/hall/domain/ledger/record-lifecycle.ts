import {
  LEDGER_LEVELS,
  type LedgerLevel,
  type LedgerSource,
  type LedgerState,
  type LedgerStep,
} from '../../../../preload/contracts/hall/ledger-values.ts';

/** `settle`: the difficulty behind the record was settled by a leader, who has looked at it by that. */
export type LifeStep = LedgerStep | 'settle';

type Steps = Partial<Record<LifeStep, LedgerState>>;

/** Asking above or elsewhere, and what came back, leaves a record where it is. */
const asking = (state: LedgerState): Steps => ({ escalate: state, refer: state, reply: state });

/** The life of a record. Nobody closes what was not done, and what was closed comes back by a reason only. */
const transitions: Readonly<Record<LedgerState, Steps>> = {
  open: { ...asking('open'), take: 'underway', settle: 'closed' },
  underway: { ...asking('underway'), take: 'underway', finish: 'done', settle: 'closed' },
  done: { close: 'closed', reopen: 'reopened', settle: 'closed' },
  closed: { reopen: 'reopened' },
  reopened: { ...asking('reopened'), take: 'underway', settle: 'closed' },
};

/** Where a step leads; undefined where it is impossible. */
export function afterLedgerStep(
  { state, source }: { readonly state: LedgerState; readonly source: LedgerSource },
  step: LifeStep,
): LedgerState | undefined {
  if (step === 'settle' && source !== 'difficulty') return undefined;
  return transitions[state][step];
}

/** A question goes up, never down or to who has it already. */
export function goesUp(from: LedgerLevel, to: LedgerLevel): boolean {
  return LEDGER_LEVELS.indexOf(to) > LEDGER_LEVELS.indexOf(from);
}

/** Its last day is over and it is not done; the last day itself is still in time (民法典 art. 203). */
export function isLedgerOverdue(state: LedgerState, dueOn: string, today: string): boolean {
  return state !== 'done' && state !== 'closed' && today > dueOn;
}
