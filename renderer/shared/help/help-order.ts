import type { HelpView } from '../../../preload/contracts/hall-operations.ts';

/** Smaller goes first. */
function rank({ kind, state, escalatedAt }: HelpView): number {
  if (state === 'answered') return 3;
  if (kind === 'emergency') return 0;
  return escalatedAt === null ? 2 : 1;
}

/** Calls for help that have not ended: emergencies, then those nobody answered for long, then by time; last who is helped. */
export function helpInOrder(calls: readonly HelpView[]): readonly HelpView[] {
  return calls
    .filter(({ state }) => state !== 'ended')
    .toSorted((one, other) => rank(one) - rank(other) || Date.parse(one.askedAt) - Date.parse(other.askedAt));
}

/** Nobody has answered for as long as the hall waits. */
export const isForgotten = ({ state, escalatedAt }: HelpView): boolean =>
  state === 'open' && escalatedAt !== null;
