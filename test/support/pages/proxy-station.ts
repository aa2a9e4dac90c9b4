import type { ProxyPersonView, ProxyView, VisitView } from '../../../preload/contracts/station-operations.ts';
import { err, ok } from '../../../preload/contracts/result.ts';
import { cardlessVisit, visitTicket } from '../fake-services/samples.ts';
import type { FakeStation } from './bench.ts';

export const MOTHER: ProxyPersonView = {
  ...{ maskedName: '欧**试', maskedIdNumber: '110***********9022', age: 86, from: 'card' },
};
export const SON: ProxyPersonView = {
  ...{ maskedName: '测*', maskedIdNumber: '110***********9011', age: 36, from: 'card' },
};
const TYPED = '110199194006159022';

export function sampleProxy(over: Partial<ProxyView> = {}): ProxyView {
  return {
    ...{ serviceCode: 'LN-01', unassigned: null, principal: null, agent: null },
    ...{ notice: null, staffNeeded: false, letter: null, ticketId: null },
    ...over,
  };
}

/** A station that does with two people what a real one does, with the test as the hand that puts cards down. */
export class ProxyStation {
  readonly #station: FakeStation;
  visit: VisitView | null = null;
  /** What becomes of the next letter. */
  letter: Exclude<NonNullable<ProxyView['letter']>, { state: 'printing' }> = {
    state: 'confirmed',
    reason: null,
  };

  constructor(station: FakeStation) {
    this.#station = station;
    const { answers } = station;
    answers.beginWithoutCard = () => ok(this.put(cardlessVisit()));
    answers.beginProxy = ({ serviceCode }) =>
      this.#change((proxy) => ({ ...(proxy ?? sampleProxy()), serviceCode, letter: null }));
    answers.sayWhoseCard = ({ who }) =>
      this.#change((proxy) => proxy && { ...proxy, unassigned: null, [who]: proxy.unassigned });
    answers.removeProxyPerson = ({ who }) =>
      this.#change((proxy) => proxy && { ...proxy, [who]: null, letter: null });
    answers.cancelProxy = () => this.#change(() => null);
    answers.typeProxyPerson = ({ who, idNumber }) =>
      idNumber === TYPED
        ? this.#change(
            (proxy) => proxy && { ...proxy, [who]: { ...MOTHER, maskedName: null, from: 'typed' } },
          )
        : err({
            ...{ kind: 'bad-id-number', where: 'idNumber' },
            reason: idNumber.length === 18 ? 'check-digit' : 'length',
          });
    answers.printProxyLetter = () => {
      const { letter } = this;
      this.#change((proxy) => proxy && { ...proxy, letter });
      return ok({ printState: letter.state as 'confirmed', reason: letter.reason });
    };
    answers.takeTicket = ({ serviceCode }) => {
      const taken = visitTicket({ serviceCode, people: 2 });
      const { visit } = this;
      if (visit?.proxy === null || visit === null) return err({ kind: 'no-proxy' });
      const { ticketId } = taken;
      this.put({ ...visit, tickets: [...visit.tickets, taken], proxy: { ...visit.proxy, ticketId } });
      return ok({ ticketId, number: taken.number, alreadyHeld: false });
    };
    answers.endVisit = () => {
      this.visit = null;
      station.feed.put('visit', 'now', null);
      return ok({});
    };
  }

  put(visit: VisitView): VisitView {
    this.visit = visit;
    this.#station.feed.put('visit', 'now', visit);
    return visit;
  }

  /** Puts a card down: it fills the next empty place. */
  card(person: ProxyPersonView): void {
    this.#change(
      (proxy) => proxy && { ...proxy, [proxy.principal === null ? 'principal' : 'agent']: person },
    );
  }

  say(over: Partial<ProxyView>): void {
    this.#change((proxy) => proxy && { ...proxy, ...over });
  }

  #change(step: (proxy: ProxyView | null) => ProxyView | null) {
    const { visit } = this;
    if (visit === null) return err({ kind: 'nobody-at-the-kiosk' } as const);
    this.put({ ...visit, proxy: step(visit.proxy) });
    return ok({});
  }
}
