import type { Clock } from '../../foundation/clock.ts';
import { chinaDate } from '../devices/id-card-reader/china-date.ts';
import type { IdCard, IdCardReaderEvent, UnreadableAdvice } from '../devices/id-card-reader/port.ts';
import { isOneOf, isPreparing, withCard, type Proxy } from '../proxy/proxy.ts';
import { beginVisit, withTicket, type Visit, type VisitTicket } from './visit.ts';

/**
 * A visit that nobody touches for so long is over, even when the page that should end it has died. Longer than the
 * page's own longest time-out with its extension.
 */
export const ABANDONED_AFTER_MS = 10 * 60_000;

/**
 * Advice about a card that could not be read is for who stands there: no reader says that an unreadable card was
 * lifted, and after so long it is somebody else.
 */
export const ADVICE_SHOWN_MS = 30_000;

/** Who stands before the kiosk. At most one person at a time; a new card is a new person. */
export class VisitDesk {
  readonly #clock: Clock;
  readonly #onChange: () => void;
  #visit: Visit | undefined;
  #advice: UnreadableAdvice | undefined;
  #advisedAtMs = 0;
  #touchedAtMs = 0;

  constructor(clock: Clock, onChange: () => void) {
    this.#clock = clock;
    this.#onChange = onChange;
  }

  get visit(): Visit | undefined {
    return this.#visit;
  }

  /** What the reader said of a card that it could not read. */
  get advice(): UnreadableAdvice | undefined {
    return this.#advice;
  }

  onReaderEvent(event: IdCardReaderEvent): void {
    switch (event.kind) {
      case 'card-placed':
        return this.#cardPlaced(event.card);
      case 'card-removed':
        this.#advice = undefined;
        if (this.#visit !== undefined) this.#set({ ...this.#visit, cardPresent: false });
        return this.#onChange();
      case 'card-unreadable':
        this.#advice = event.advice;
        this.#advisedAtMs = this.#clock.monotonicMs();
        return this.#onChange();
      case 'status-changed':
        return this.#onChange();
    }
  }

  /** Somebody without a card. Where a visit is going on it goes on. */
  beginWithoutCard(): Visit {
    this.#advice = undefined;
    return this.#visit ?? this.#set(beginVisit(undefined));
  }

  /** The person touched something: they are still there. */
  touch(): void {
    this.#touchedAtMs = this.#clock.monotonicMs();
  }

  /** Writes down what is known of a ticket of the visit going on; nothing when that visit is over. */
  noteTicket(visitId: string, ticket: VisitTicket): void {
    if (this.#visit?.visitId === visitId) this.#set(withTicket(this.#visit, ticket));
  }

  /** What the person may rate, as the hall knows it; nothing when that visit is over. */
  noteRatable(visitId: string, ratable: Visit['ratable']): void {
    if (this.#visit?.visitId !== visitId) return;
    this.#visit = { ...this.#visit, ratable };
    this.#onChange();
  }

  /** What the person is booked for, as the hall knows it; nothing when that visit is over. */
  noteBookings(visitId: string, bookings: Visit['bookings']): void {
    if (this.#visit?.visitId !== visitId) return;
    this.#visit = { ...this.#visit, bookings };
    this.#onChange();
  }

  /** What is prepared for somebody else; `undefined` forgets it. Nothing when that visit is over. */
  noteProxy(visitId: string, proxy: Proxy | undefined): void {
    if (this.#visit?.visitId === visitId) this.#set({ ...this.#visit, proxy });
  }

  /** Changes what is prepared, unless meanwhile it is another proxy or none. */
  changeProxy(proxyId: string, change: (proxy: Proxy) => Proxy): void {
    const visit = this.#visit;
    if (visit?.proxy?.proxyId !== proxyId) return;
    this.#visit = { ...visit, proxy: change(visit.proxy) };
    this.#onChange();
  }

  /** Everything about the person leaves this PC's memory. */
  end(): void {
    this.#visit = undefined;
    this.#advice = undefined;
    this.#onChange();
  }

  /** Ends a visit that nobody has touched for long and whose card is not on the reader, and forgets old advice. */
  tidyUp(): void {
    const nowMs = this.#clock.monotonicMs();
    const abandoned = this.#visit?.cardPresent === false && nowMs - this.#touchedAtMs >= ABANDONED_AFTER_MS;
    if (abandoned) return this.end();
    if (this.#advice === undefined || nowMs - this.#advisedAtMs < ADVICE_SHOWN_MS) return;
    this.#advice = undefined;
    this.#onChange();
  }

  #cardPlaced(card: IdCard): void {
    this.#advice = undefined;
    const visit = this.#visit;
    if (visit?.proxy !== undefined && isPreparing(visit.proxy)) {
      const proxy = withCard(visit.proxy, card, chinaDate(this.#clock.nowMs()));
      this.#set({ ...visit, cardPresent: true, proxy });
    } else if (visit !== undefined && belongsTo(visit, card)) this.#set({ ...visit, cardPresent: true });
    else this.#set(beginVisit(card));
  }

  #set(visit: Visit): Visit {
    this.#visit = visit;
    this.touch();
    this.#onChange();
    return visit;
  }
}

/** The card of whoever stands here, or of one of the two that they came for. */
function belongsTo({ card: own, proxy }: Visit, card: IdCard): boolean {
  return own?.number.equals(card.number) === true || (proxy !== undefined && isOneOf(proxy, card));
}
