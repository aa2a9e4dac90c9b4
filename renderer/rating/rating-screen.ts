/** What the visitor at the counter sees. Pure: who is at the counter and what time it is are told. */
export type RatingScreen =
  | { readonly kind: 'quiet' }
  | { readonly kind: 'ask'; readonly ticketId: string; readonly number: string; readonly untilMs: number }
  | { readonly kind: 'thanks'; readonly untilMs: number };

/** Time to read and to choose without haste; the same as at a rating pad. */
export const ASK_MS = 30_000;
export const THANKS_MS = 5_000;

export const QUIET: RatingScreen = { kind: 'quiet' };

/** A visit at this counter is finished: its visitor, still there, may rate it. */
export function ask(
  visit: { readonly ticketId: string; readonly number: string },
  nowMs: number,
): RatingScreen {
  return { kind: 'ask', ...visit, untilMs: nowMs + ASK_MS };
}

/** The question of this visit was answered; of any other there is nothing to thank for any more. */
export function thank(screen: RatingScreen, ticketId: string, nowMs: number): RatingScreen {
  const isOpen = screen.kind === 'ask' && screen.ticketId === ticketId;
  return isOpen ? { kind: 'thanks', untilMs: nowMs + THANKS_MS } : screen;
}

/** The next person is being served: whoever stands here now must not rate the visit before. */
export function othersTurn(screen: RatingScreen): RatingScreen {
  return screen.kind === 'ask' ? QUIET : screen;
}

export function tick(screen: RatingScreen, nowMs: number): RatingScreen {
  return screen.kind !== 'quiet' && nowMs >= screen.untilMs ? QUIET : screen;
}

/** Whole seconds until the question closes by itself. */
export function secondsLeft(screen: RatingScreen, nowMs: number): number {
  return screen.kind === 'quiet' ? 0 : Math.max(0, Math.ceil((screen.untilMs - nowMs) / 1000));
}
