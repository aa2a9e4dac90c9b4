import type { CounterView, RuleView, TicketView } from '../../../preload/contracts/hall-operations.ts';
import type { PriorityClass } from '../../../preload/contracts/priority.ts';
import { PRIORITY_CLASSES } from '../../../preload/contracts/priority.ts';
import { minutesSince } from '../../shared/stores/now-store.ts';

/** An hour is what people come back to complain about; a quarter of an hour before, somebody can still do something. */
const OVER_MINUTES = 60;
const NEAR_MINUTES = 45;

/** `kept`: in time. `near`: soon over an hour. `over`: longer than an hour. `passed`: overtaken more than the rule allows. */
export type WaitState = 'kept' | 'near' | 'over' | 'passed';

export interface Waiter {
  readonly ticket: TicketView;
  readonly minutes: number;
  readonly state: WaitState;
}

export interface WaitingGroup {
  readonly key: string;
  readonly name: string;
  readonly waiting: number;
  readonly longestMinutes: number;
  readonly state: WaitState;
}

/** Everybody who waits, longest first. */
export function waiters(
  tickets: readonly TicketView[],
  counters: readonly CounterView[],
  rule: RuleView | null,
  nowMs: number,
): readonly Waiter[] {
  const waiting = tickets.filter(({ state }) => state === 'waiting');
  const passed = passedOver(waiting, tickets, counters, rule);
  return waiting
    .map((ticket): Waiter => {
      const minutes = minutesSince(ticket.issuedAt, nowMs);
      return { ticket, minutes, state: passed.has(ticket.ticketId) ? 'passed' : stateOf(minutes) };
    })
    .sort(
      (one, other) => other.minutes - one.minutes || one.ticket.number.localeCompare(other.ticket.number),
    );
}

function stateOf(minutes: number): WaitState {
  if (minutes > OVER_MINUTES) return 'over';
  return minutes >= NEAR_MINUTES ? 'near' : 'kept';
}

/**
 * Who waits while somebody that came too much later stands at a counter which serves them both. Only for rules that promise
 * something about two people: head start and first come.
 */
function passedOver(
  waiting: readonly TicketView[],
  tickets: readonly TicketView[],
  counters: readonly CounterView[],
  rule: RuleView | null,
): ReadonlySet<string> {
  if (rule === null || (rule.name !== 'head-start' && rule.name !== 'fifo')) return new Set();
  const minutesOf = (priorityClass: PriorityClass): number => rule.headStartMinutes?.[priorityClass] ?? 0;
  const desks = new Map(counters.map((counter) => [counter.counterId, counter]));
  // Who came back after a miss, or was passed on, has a place of their own.
  const called = tickets.filter(({ state, callCount }) => state === 'called' && callCount === 1);
  const isPassed = (ticket: TicketView): boolean =>
    ticket.forCounterId === null &&
    ticket.cameFromCounterId === null &&
    called.some((other) => {
      const services = desks.get(other.counterId ?? '')?.services ?? [];
      const serves = services.length === 0 || services.includes(ticket.serviceCode);
      const laterMinutes = (Date.parse(other.issuedAt) - Date.parse(ticket.issuedAt)) / 60_000;
      const allowed = Math.max(0, minutesOf(other.priorityClass) - minutesOf(ticket.priorityClass));
      return serves && laterMinutes > allowed;
    });
  return new Set(waiting.filter(isPassed).map(({ ticketId }) => ticketId));
}

const WORSE: readonly WaitState[] = ['kept', 'near', 'over', 'passed'];

function groupsOf(
  all: readonly Waiter[],
  of: (ticket: TicketView) => { readonly key: string; readonly name: string },
): readonly WaitingGroup[] {
  const groups = new Map<string, WaitingGroup>();
  for (const { ticket, minutes, state } of all) {
    const { key, name } = of(ticket);
    const known = groups.get(key) ?? { key, name, waiting: 0, longestMinutes: 0, state: 'kept' };
    groups.set(key, {
      ...known,
      waiting: known.waiting + 1,
      longestMinutes: Math.max(known.longestMinutes, minutes),
      state: WORSE.indexOf(state) > WORSE.indexOf(known.state) ? state : known.state,
    });
  }
  return [...groups.values()];
}

/** Most people first. */
export function byService(
  all: readonly Waiter[],
  nameOf: (ticket: TicketView) => string,
): readonly WaitingGroup[] {
  const groups = groupsOf(all, (ticket) => ({ key: ticket.serviceCode, name: nameOf(ticket) }));
  return groups.toSorted(
    (one, other) => other.waiting - one.waiting || other.longestMinutes - one.longestMinutes,
  );
}

/** Most pressing class first. */
export function byClass(
  all: readonly Waiter[],
  nameOf: (priorityClass: PriorityClass) => string,
): readonly WaitingGroup[] {
  const groups = groupsOf(all, ({ priorityClass }) => ({ key: priorityClass, name: nameOf(priorityClass) }));
  const rank = ({ key }: WaitingGroup): number => PRIORITY_CLASSES.indexOf(key as PriorityClass);
  return groups.toSorted((one, other) => rank(one) - rank(other));
}
