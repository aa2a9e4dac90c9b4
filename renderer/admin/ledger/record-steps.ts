import type { LedgerRecordView, LedgerStep } from '../../../preload/contracts/hall-operations.ts';

/** Steps of a record that are open to this person: what only a leader decides is left out for others. */
export function stepsFor(
  { possible, state }: LedgerRecordView,
  { works, leads }: { readonly works: boolean; readonly leads: boolean },
): readonly LedgerStep[] {
  if (!works) return [];
  const forLeaders = (step: LedgerStep): boolean =>
    step === 'escalate' || step === 'refer' || (step === 'reopen' && state === 'closed');
  return possible.filter((step) => leads || !forLeaders(step));
}

/** Whether the last finish was this person's own: somebody else looks at it then. */
export function finishedBy({ steps }: LedgerRecordView, staffNumber: string | undefined): boolean {
  const last = steps.findLast(({ change }) => change.step === 'finish');
  return last !== undefined && last.by?.staffNumber === staffNumber;
}

/** What was asked and is not answered yet. */
export function repliesAwaited({ steps, referral }: LedgerRecordView): ('escalation' | 'referral')[] {
  const last = steps.findLast(
    ({ change }) => change.step === 'escalate' || (change.step === 'reply' && change.to === 'escalation'),
  );
  return [
    ...(last?.change.step === 'escalate' ? (['escalation'] as const) : []),
    ...(referral !== null && referral.reply === null ? (['referral'] as const) : []),
  ];
}
