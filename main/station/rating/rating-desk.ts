import type { HallOperations, TicketView } from '../../../preload/contracts/hall-operations.ts';
import type { Client } from '../../../preload/contracts/operation.ts';
import type { Log } from '../../foundation/log/index.ts';
import type { HallListener, HallMirror } from '../calls/index.ts';
import type { RatingPad, RatingPadEvent } from '../devices/rating-pad/index.ts';
import type { RatingReports } from './rating-reports.ts';

export interface RatingDeskOptions {
  /** Whoever is served there is asked; without it nobody is. */
  readonly counterId: string | undefined;
  readonly pad: RatingPad;
  readonly hall: Pick<Client<HallOperations>, 'ticketStatus'>;
  readonly reports: Pick<RatingReports, 'report'>;
  readonly log: Log;
}

type Tickets = Pick<HallMirror, 'tickets'>;

/**
 * Asks whoever was served at one counter, once, when their visit is finished (GB/T 39734-2020: one visit, one rating, of
 * one's own will). Only in the moment: after a lost line, and once the next person is being served, somebody else may
 * stand before the pad.
 */
export class RatingDesk implements HallListener {
  readonly #options: RatingDeskOptions;
  #served: string | undefined;
  #stopped = false;
  #unsubscribe: () => void = () => undefined;

  constructor(options: RatingDeskOptions) {
    this.#options = options;
  }

  start(): void {
    const { pad } = this.#options;
    this.#unsubscribe = pad.onEvent((event) => this.#hear(event));
    pad.start();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#options.pad.stop();
    this.#unsubscribe();
  }

  onSnapshot({ tickets }: Tickets): void {
    this.#follow(this.#servedNow(tickets));
  }

  onUpdate({ tickets }: Tickets): void {
    const before = this.#served;
    this.#follow(this.#servedNow(tickets));
    if (before === undefined || this.#served !== undefined) return;
    const left = tickets[before]?.state ?? 'gone';
    if (left === 'gone' || left === 'done') void this.#askIfFinished(before);
  }

  #servedNow(tickets: Readonly<Record<string, TicketView>>): string | undefined {
    const { counterId } = this.#options;
    const isServedHere = (ticket: TicketView): boolean =>
      ticket.state === 'serving' && ticket.counterId === counterId;
    return Object.values(tickets).find(isServedHere)?.ticketId;
  }

  #follow(served: string | undefined): void {
    if (served !== undefined && served !== this.#served) this.#options.pad.callOff();
    this.#served = served;
  }

  /** The feed lists only visits that are not over: whether this one was finished, or lapsed, the hall has to say. */
  async #askIfFinished(ticketId: string): Promise<void> {
    const { hall, pad, log } = this.#options;
    const answer = await hall.ticketStatus({ ticketId });
    if (!answer.ok) return log.warn('nobody is asked for a rating', { ticketId, kind: answer.error.kind });
    const isAlone = this.#served === undefined && !this.#stopped;
    if (answer.value.ticket.state === 'done' && isAlone) pad.askForRating(ticketId);
  }

  #hear(event: RatingPadEvent): void {
    const { log, reports } = this.#options;
    switch (event.kind) {
      case 'rated':
        return reports.report(event.subject, event.score);
      case 'not-rated':
        return log.info('a visit was not rated', { ticketId: event.subject, reason: event.reason });
      case 'call-key':
        return log.info('a call key of the pad does nothing: no clerk has signed in there', {
          operation: event.action,
        });
      case 'status-changed':
        return undefined;
    }
  }
}
