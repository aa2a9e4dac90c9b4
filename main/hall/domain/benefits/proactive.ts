import type { ProactiveState } from '../../../../preload/contracts/hall/benefit-values.ts';

/** `time-over`: the tier has begun and nobody has answered. */
export const PROACTIVE_EVENTS = ['notify', 'agree', 'decline', 'time-over', 'accept', 'change-tier'] as const;
export type ProactiveEvent = (typeof PROACTIVE_EVENTS)[number];

/**
 * An allowance that is offered before anybody asks for it (无感申办). Only an answer leads on: silence never is one. An
 * answer can be changed until it was accepted, and whoever was silent may still answer (个人信息保护法 art. 15).
 */
const edges: Readonly<Record<ProactiveState, Partial<Record<ProactiveEvent, ProactiveState>>>> = {
  SELECTED: { notify: 'NOTIFIED', agree: 'CONSENTED', decline: 'DECLINED', 'time-over': 'NO_ANSWER' },
  NOTIFIED: { notify: 'NOTIFIED', agree: 'CONSENTED', decline: 'DECLINED', 'time-over': 'NO_ANSWER' },
  NO_ANSWER: { notify: 'NOTIFIED', agree: 'CONSENTED', decline: 'DECLINED' },
  CONSENTED: { decline: 'DECLINED', accept: 'ACCEPTED' },
  DECLINED: { agree: 'CONSENTED' },
  ACCEPTED: { 'change-tier': 'TIER_CHANGED' },
  TIER_CHANGED: { 'change-tier': 'TIER_CHANGED' },
};

/** The state after an event, or undefined where the step is impossible. */
export function nextProactive(state: ProactiveState, event: ProactiveEvent): ProactiveState | undefined {
  return edges[state][event];
}

/** The steps open from here. */
export function possibleProactive(state: ProactiveState): readonly ProactiveEvent[] {
  return PROACTIVE_EVENTS.filter((event) => edges[state][event] !== undefined);
}

/** How it stands today: once the tier has begun, silence is NO_ANSWER, and never more than that. */
export function proactiveOn(state: ProactiveState, begins: string, today: string): ProactiveState {
  return today < begins ? state : (nextProactive(state, 'time-over') ?? state);
}
