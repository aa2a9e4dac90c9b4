import type { VisitView } from '../../preload/contracts/station-operations.ts';

type VisitTicket = VisitView['tickets'][number];

/**
 * What a person is told of their paper. `unknown` is told as not printed: they then know their number either way.
 * `none`: a number they already had, of which nothing was printed in this visit.
 */
export type PaperWord = 'none' | 'printing' | 'printed' | 'not-printed';

export function paperWord(
  ticket: Pick<VisitTicket, 'printState' | 'printProblem' | 'alreadyHeld'>,
  reprinted: boolean,
): PaperWord {
  if (ticket.alreadyHeld && !reprinted) return 'none';
  if (ticket.printProblem !== null || ticket.printState === 'unknown') return 'not-printed';
  return ticket.printState === 'confirmed' ? 'printed' : 'printing';
}
