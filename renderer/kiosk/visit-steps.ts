import type { Client } from '../../preload/contracts/operation.ts';
import type { RatingLevel } from '../../preload/contracts/rating.ts';
import type { StationOperations } from '../../preload/contracts/station-operations.ts';
import type { Steps } from '../shared/line/steps.ts';
import type { DemoPerson } from './demo-cards.ts';
import type { Person } from './person.ts';
import { PLACE_BEFORE, type Aside, type Place } from './screen.ts';

/** Everything a touch on the kiosk can ask of the station. */
export interface VisitSteps {
  readonly beginWithoutCard: () => Promise<void>;
  /** One request id for each service of a visit: twenty taps, or a retry after a lost answer, are one ticket. */
  readonly takeTicket: (serviceCode: string) => Promise<void>;
  readonly reprint: (ticketId: string) => Promise<void>;
  readonly endVisit: () => Promise<void>;
  /** What the person thinks of a visit of theirs; then back to where they were. */
  readonly rate: (ticketId: string, level: RatingLevel) => Promise<void>;
  /** One step back; from the first question that is the end of the visit. */
  readonly back: () => Promise<void>;
  /** Only a virtual reader obeys. `null` takes the card away. */
  readonly simulateCard: (card: DemoPerson | null) => Promise<void>;
}

export function createVisitSteps(
  steps: Steps<Client<StationOperations>>,
  person: Person,
  visitId: () => string | undefined,
): VisitSteps {
  async function takeTicket(serviceCode: string): Promise<void> {
    const visit = visitId();
    const priority = person.stated === null ? {} : { priorityClass: person.stated };
    const result = await steps.take(
      `take ${visit} ${serviceCode} ${person.stated}`,
      (station, requestId) => station.takeTicket({ requestId, serviceCode, ...priority }),
      true,
    );
    if (result?.ok !== true || visitId() !== visit) return;
    person.shownTicketId = result.value.ticketId;
    person.choosingAnother = false;
    person.place = 'start';
  }

  async function reprint(ticketId: string): Promise<void> {
    const result = await steps.take(`reprint ${ticketId}`, (station, requestId) =>
      station.reprint({ requestId, ticketId }),
    );
    if (result?.ok === true) person.reprinted = new Set([...person.reprinted, ticketId]);
  }

  async function endVisit(): Promise<void> {
    await steps.take('end', (station, requestId) => station.endVisit({ requestId }));
  }

  async function back(): Promise<void> {
    steps.problem.value = null;
    await oneStepBack(person, endVisit);
  }

  return {
    beginWithoutCard: async () => {
      await steps.take('begin', (station, requestId) => station.beginWithoutCard({ requestId }));
    },
    takeTicket,
    reprint,
    rate: rating(steps, person),
    endVisit,
    back,
    simulateCard: async (card) => {
      await steps.take(`simulate ${card?.birthDate}`, (station, requestId) =>
        station.simulateCard({ requestId, card }),
      );
    },
  };
}

/** The steps of one visit or another, asked for at each touch: a real one, or one for practice. */
export function eitherSteps(now: () => VisitSteps): VisitSteps {
  return {
    beginWithoutCard: () => now().beginWithoutCard(),
    takeTicket: (serviceCode) => now().takeTicket(serviceCode),
    reprint: (ticketId) => now().reprint(ticketId),
    endVisit: () => now().endVisit(),
    rate: (ticketId, level) => now().rate(ticketId, level),
    back: () => now().back(),
    simulateCard: (card) => now().simulateCard(card),
  };
}

/** Lays it over whatever stands there; nothing else stays laid over that. */
export function layOver(person: Person, aside: Aside): void {
  person.aside = aside;
  person.under = null;
}

/** How the page looks and which language it speaks can be changed while help is shown: that stands there again afterwards. */
export function layOverAll(person: Person, aside: Exclude<Aside, 'help' | 'by-hand'>): void {
  if (person.aside === 'help' || person.aside === 'by-hand') person.under = person.aside;
  person.aside = aside;
}

/** What is laid over a screen goes, and what it was laid over stands again. */
export function closeAside(person: Person): void {
  person.aside = person.under;
  person.under = null;
}

/** What is laid over a screen goes first; then place by place to the first question, and from there out of the visit. */
export async function oneStepBack(person: Person, leave: () => Promise<void>): Promise<void> {
  if (person.aside !== null) closeAside(person);
  else if (person.place !== 'start') backFrom(person, person.place);
  else if (person.choosingAnother) person.choosingAnother = false;
  else await leave();
}

/** Forms that another screen led to lead back there; those beside a number, to the number. */
function backFrom(person: Person, place: Exclude<Place, 'start'>): void {
  const { led } = person.form;
  if (place === led?.to) {
    person.place = led.from;
    if (led.from === 'start') person.choosingAnother = false;
  } else person.place = PLACE_BEFORE[place];
  person.listPage = 0;
}

function rating(steps: Steps<Client<StationOperations>>, person: Person): VisitSteps['rate'] {
  return async (ticketId, level) => {
    const result = await steps.take(
      `rate ${ticketId}`,
      (station, requestId) => station.rateVisit({ requestId, ticketId, level }),
      true,
    );
    if (result?.ok === true) person.thanked = true;
  };
}
