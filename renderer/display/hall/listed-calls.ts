import type { CallView, TicketView } from '../../../preload/contracts/hall-operations.ts';

export interface ListedCall {
  readonly call: CallView;
  /** The person has reached the counter. */
  readonly serving: boolean;
}

/**
 * The calls that still concern somebody, people on their way first, newest first. Those on stage are not shown twice; a
 * ticket that is done or missed is no longer here.
 */
export function listedCalls(
  calls: readonly CallView[],
  tickets: Readonly<Record<string, TicketView>>,
  onStage: readonly CallView[],
): readonly ListedCall[] {
  const staged = new Set(onStage.map(({ callSequence }) => callSequence));
  return calls
    .flatMap((call) => {
      const state = tickets[call.ticketId]?.state;
      const concerns = state === 'called' || state === 'serving' || state === 'parked';
      return concerns && !staged.has(call.callSequence) ? [{ call, serving: state !== 'called' }] : [];
    })
    .sort(
      (one, other) =>
        Number(one.serving) - Number(other.serving) || other.call.callSequence - one.call.callSequence,
    );
}
