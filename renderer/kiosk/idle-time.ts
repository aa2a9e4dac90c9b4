/**
 * How long a screen waits for its person, in seconds, and how long before the end it warns (WCAG 2.2.1: at least
 * 20 s to ask for more; elders get twice the time and 30 s).
 */
export interface IdleLimit {
  readonly limitSeconds: number;
  readonly warnSeconds: number;
}

export const STANDARD_LIMIT: IdleLimit = { limitSeconds: 60, warnSeconds: 20 };
export const ELDER_LIMIT: IdleLimit = { limitSeconds: 120, warnSeconds: 30 };

export interface IdleStanding {
  readonly secondsLeft: number;
  readonly warning: boolean;
  readonly over: boolean;
}

export function idleStanding(limit: IdleLimit, quietMs: number): IdleStanding {
  const secondsLeft = Math.max(0, Math.ceil(limit.limitSeconds - quietMs / 1000));
  return { secondsLeft, warning: secondsLeft <= limit.warnSeconds, over: secondsLeft === 0 };
}
