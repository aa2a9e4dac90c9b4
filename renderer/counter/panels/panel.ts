/** Choices about the counter or the person at it: gone as soon as these are no longer what they were. */
export const ACTION_PANELS = ['transfer', 'ending', 'addService', 'serveNow', 'pause'] as const;
export type ActionPanelKind = (typeof ACTION_PANELS)[number];

/** What stands in the middle column in place of the person: a choice that a step still needs. */
export type Panel =
  | { readonly kind: ActionPanelKind }
  /** What can be done with one number of a list. */
  | { readonly kind: 'ticket' | 'correct'; readonly ticketId: string };

export function isActionPanel({ kind }: Panel): boolean {
  return (ACTION_PANELS as readonly string[]).includes(kind);
}
