import type { ServiceView } from '../../../preload/contracts/hall-operations.ts';
import type { PriorityClass } from '../../../preload/contracts/priority.ts';
import type { VisitView } from '../../../preload/contracts/station-operations.ts';

/** `card`: before the card; `visit`: while the invented person chooses; `over`: done, once more or not. */
export type PracticePhase = 'off' | 'card' | 'visit' | 'over';

/** No hall gives it: the first number of a day is 001. */
const PRACTICE_NUMBER = 'A000';

/** An invented person. The name is a mask from the start: nobody is called that. */
export function practiceVisit(withCard: boolean): VisitView {
  return {
    visitId: 'practice',
    person: withCard ? 'card' : 'no-card',
    maskedName: withCard ? '练*习' : null,
    age: withCard ? 70 : null,
    priorityClass: withCard ? 'elder' : 'ordinary',
    priorityReason: withCard ? 'age' : 'none',
    cardPresent: withCard,
    cardExpired: false,
    ratable: [],
    bookings: [],
    tickets: [],
    proxy: null,
  };
}

/** What a real ticket would say, with figures of an ordinary morning. */
export function practiceTicket(
  service: Pick<ServiceView, 'serviceCode' | 'name' | 'counters'>,
  priorityClass: PriorityClass,
): VisitView['tickets'][number] {
  return {
    ticketId: 'practice',
    number: PRACTICE_NUMBER,
    serviceCode: service.serviceCode,
    serviceName: service.name,
    priorityClass,
    priorityReason: priorityClass === 'ordinary' ? 'none' : 'age',
    issuedAt: new Date(0).toISOString(),
    waitingAhead: 2,
    waitMinutes: { low: 10, high: 15 },
    counters: service.counters.slice(0, 1),
    printState: 'confirmed',
    people: 1,
    alreadyHeld: false,
    printProblem: null,
  };
}
