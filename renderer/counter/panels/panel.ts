/** Choices about the counter or the person at it: gone as soon as these are no longer what they were. */
const STANDING_PANELS = ['transfer', 'ending', 'addService', 'serveNow', 'pause', 'draft'] as const;
/**
 * Panels that an action opens; help, a difficulty, bookings and a number for somebody who waits have nothing to do with who is at
 * the counter.
 */
export type ActionPanelKind =
  (typeof STANDING_PANELS)[number] | 'giveNumber' | 'appointments' | 'help' | 'difficulty';

/** What stands in the middle column in place of the person: a choice that a step still needs. */
export type Panel =
  | { readonly kind: ActionPanelKind }
  /** What can be done with one number of a list. */
  | { readonly kind: 'ticket' | 'correct'; readonly ticketId: string };

export function dependsOnStanding({ kind }: Panel): boolean {
  return (STANDING_PANELS as readonly string[]).includes(kind);
}
