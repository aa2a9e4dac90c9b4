import type {
  LedgerChange,
  LedgerLevel,
  LedgerResponse,
  LedgerSource,
  LedgerState,
  LedgerStep,
  Taking,
} from '../../../../preload/contracts/hall/ledger-values.ts';
import { LEDGER_STEPS } from '../../../../preload/contracts/hall/ledger-values.ts';
import { afterLedgerStep } from './record-lifecycle.ts';

export interface DoneStep {
  readonly change: LedgerChange;
  readonly on: string;
  readonly by: string | null;
}

export interface Referral {
  readonly department: string;
  readonly replyBy: string;
  readonly reply: string | null;
}

/** What the steps of a record amount to. */
export interface RecordStanding {
  readonly guidance: Taking['guidance'] | null;
  readonly level: LedgerLevel;
  /** A question went up and no answer came yet. */
  readonly awaitsReply: boolean;
  readonly referral: Referral | null;
  /** The last finish that was not taken back by a reopening. */
  readonly finished: DoneStep | undefined;
}

const AT_FIRST: RecordStanding = {
  ...{ guidance: null, level: 'hall', awaitsReply: false, referral: null },
  finished: undefined,
};

/** Lives through the steps, oldest first. */
export function standingOf(steps: readonly DoneStep[]): RecordStanding {
  return steps.reduce(afterStep, AT_FIRST);
}

function afterStep(before: RecordStanding, step: DoneStep): RecordStanding {
  const { change } = step;
  switch (change.step) {
    case 'take':
      return { ...before, guidance: change.taking.guidance ?? null };
    case 'escalate':
      return { ...before, level: change.level, awaitsReply: true };
    case 'refer':
      return {
        ...before,
        referral: { department: change.department, replyBy: change.replyBy, reply: null },
      };
    case 'reply':
      return afterReply(before, change);
    case 'finish':
      return { ...before, finished: step };
    case 'reopen':
      return { ...before, finished: undefined };
    case 'close':
      return before;
  }
}

function afterReply(
  before: RecordStanding,
  { to, text }: Extract<LedgerChange, { step: 'reply' }>,
): RecordStanding {
  if (to === 'escalation') return { ...before, awaitsReply: false };
  return { ...before, referral: before.referral && { ...before.referral, reply: text } };
}

/** Steps that the life of a record and what was asked allow now. */
export function possibleSteps(
  record: { readonly state: LedgerState; readonly source: LedgerSource },
  { level, awaitsReply, referral }: RecordStanding,
): LedgerStep[] {
  const isAwaited = awaitsReply || (referral !== null && referral.reply === null);
  return LEDGER_STEPS.filter((step) => {
    if (step === 'reply' && !isAwaited) return false;
    if (step === 'escalate' && level === 'ministry') return false;
    return afterLedgerStep(record, step) !== undefined;
  });
}

/** The figure that says how many working days a response has; nobody has taken it: as for putting right. */
export function termOf(response: LedgerResponse | null): string {
  return `${response ?? 'fix-now'}.workingDays`;
}

/** Every term that the data must have. */
export const LEDGER_TERMS = ['do-now.workingDays', 'fix-now.workingDays', 'guide-now.workingDays'] as const;
