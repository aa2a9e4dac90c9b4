import { isPriority } from '../../../preload/contracts/priority.ts';
import type { TicketState } from '../../../preload/contracts/ticket-state.ts';
import {
  afterCall,
  DEFAULT_MISSED_POLICY,
  placeAfterReturn,
} from '../../../main/hall/domain/missed-calls.ts';
import {
  chooseNext,
  priorityCallsAfter,
  type QueueRule,
  type Situation,
  type WaitingTicket,
} from '../../../main/hall/domain/rules/index.ts';
import { nextState, type TicketEvent } from '../../../main/hall/domain/ticket-lifecycle.ts';
import type { Step } from './queue-traces.ts';

/** One call as it was decided: what the properties look at. */
export interface DecidedCall {
  readonly waiting: readonly WaitingTicket[];
  readonly situation: Situation;
  readonly called: WaitingTicket;
}

interface Visit {
  readonly ticket: WaitingTicket;
  state: TicketState;
  calls: number;
  returns: number;
}

/** A hall of the size of a test: eight clerks, no store, the domain's own tables and rules. */
export class ModelHall {
  readonly decided: DecidedCall[] = [];
  readonly visits = new Map<string, Visit>();
  readonly atCounter = new Map<number, string>();
  readonly #rule: QueueRule;
  #waiting: readonly WaitingTicket[] = [];
  #nowMs = 0;
  #priorityCallsInARow = 0;

  constructor(rule: QueueRule) {
    this.#rule = rule;
  }

  step(step: Step): void {
    if (step.do === 'issue') this.#issue(step);
    else if ('which' in step) this.#withVisitor(step.do, step.which);
    else if (step.do === 'call') this.callNext(step.clerk);
    else this.#withClerk(step.do, step.clerk);
  }

  get waiting(): readonly WaitingTicket[] {
    return this.#waiting;
  }

  /** Does nothing when the clerk is busy or nobody waits. */
  callNext(clerk: number): boolean {
    const situation = { nowMs: this.#nowMs, priorityCallsInARow: this.#priorityCallsInARow };
    const called = this.atCounter.has(clerk) ? undefined : chooseNext(this.#waiting, this.#rule, situation);
    if (called === undefined) return false;
    this.decided.push({ waiting: this.#waiting, situation, called });
    this.#move(called.ticketId, 'call');
    this.visit(called.ticketId).calls += 1;
    this.atCounter.set(clerk, called.ticketId);
    this.#waiting = afterCall(this.#waiting, called);
    const ordinaryWaiting = this.#waiting.some((ticket) => !isPriority(ticket.priorityClass));
    this.#priorityCallsInARow = priorityCallsAfter(
      this.#priorityCallsInARow,
      called.priorityClass,
      ordinaryWaiting,
    );
    return true;
  }

  finishEverybodyAtTheCounters(): void {
    for (const clerk of [...this.atCounter.keys()]) this.#withClerk('finish', clerk);
  }

  visit(ticketId: string): Visit {
    const visit = this.visits.get(ticketId);
    if (visit === undefined) throw new Error(`${ticketId} is lost`);
    return visit;
  }

  #issue({ priorityClass, after }: Extract<Step, { do: 'issue' }>): void {
    this.#nowMs += after;
    const sequence = this.visits.size + 1;
    const ticket: WaitingTicket = {
      ticketId: `t${sequence}`,
      sequence,
      issuedAtMs: this.#nowMs,
      priorityClass,
      serviceCode: 'LN-01',
      missedCount: 0,
    };
    this.visits.set(ticket.ticketId, { ticket, state: 'waiting', calls: 0, returns: 0 });
    this.#waiting = [...this.#waiting, ticket];
  }

  #withClerk(what: 'miss' | 'park' | 'finish', clerk: number): void {
    const ticketId = this.atCounter.get(clerk);
    if (ticketId === undefined) return;
    const visit = this.visit(ticketId);
    if (what !== 'miss' && visit.state === 'called') this.#move(ticketId, 'start');
    if (!this.#move(ticketId, what)) return;
    this.atCounter.delete(clerk);
  }

  #withVisitor(what: 'return' | 'cancel' | 'resume', which: number): void {
    const visit = [...this.visits.values()][which];
    if (visit === undefined) return;
    if (what === 'resume') this.#resume(visit);
    else if (what === 'return') this.#return(visit);
    else if (visit.state === 'waiting' && this.#move(visit.ticket.ticketId, 'cancel')) this.#leave(visit);
  }

  #resume(visit: Visit): void {
    const clerk = [0, 1, 2, 3, 4, 5, 6, 7].find((one) => !this.atCounter.has(one));
    if (clerk !== undefined && this.#move(visit.ticket.ticketId, 'resume')) {
      this.atCounter.set(clerk, visit.ticket.ticketId);
    }
  }

  #return(visit: Visit): void {
    const { ticket } = visit;
    const sameClass = this.#waiting.filter(
      ({ priorityClass }) => priorityClass === ticket.priorityClass,
    ).length;
    const missedCount = visit.returns + 1;
    const heldBack = placeAfterReturn(missedCount, sameClass, DEFAULT_MISSED_POLICY);
    if (visit.state === 'missed' && heldBack === undefined) this.#move(ticket.ticketId, 'lapse');
    if (heldBack === undefined || !this.#move(ticket.ticketId, 'return')) return;
    visit.returns += 1;
    const returned = { ...ticket, missedCount, heldBack };
    this.#waiting = [...this.#waiting, returned].toSorted((one, other) => one.sequence - other.sequence);
  }

  #leave(visit: Visit): void {
    this.#waiting = this.#waiting.filter(({ ticketId }) => ticketId !== visit.ticket.ticketId);
  }

  #move(ticketId: string, event: TicketEvent): boolean {
    const visit = this.visit(ticketId);
    const state = nextState(visit.state, event);
    if (state !== undefined) visit.state = state;
    return state !== undefined;
  }
}
