import type { Client } from '../../../preload/contracts/operation.ts';
import type {
  ProxySide,
  StationOperations,
  VisitView,
} from '../../../preload/contracts/station-operations.ts';
import type { Steps } from '../../shared/line/steps.ts';
import type { Person } from '../person.ts';
import { backWithin } from './proxy-back.ts';
import { emptyProxyForm } from './proxy-form.ts';
import { typeNumber } from './type-number.ts';

type Station = Client<StationOperations>;

/** Everything that somebody who comes for another can ask of the station. */
export interface ProxySteps {
  readonly open: () => void;
  readonly chooseService: (serviceCode: string) => Promise<void>;
  readonly sayWhose: (who: ProxySide) => Promise<void>;
  /** Sends the number that stands on the screen. */
  readonly sayNumber: () => Promise<void>;
  readonly removePerson: (who: ProxySide) => Promise<void>;
  readonly print: () => Promise<void>;
  /** One number for both, with as much as is known of them. */
  readonly takeTicket: () => Promise<void>;
  /** One question back; from the first one it is not for somebody else after all. */
  readonly back: () => Promise<void>;
}

export interface ProxyPage {
  readonly steps: Steps<Station>;
  readonly person: Person;
  readonly visit: () => VisitView | null;
  readonly beginVisit: () => Promise<void>;
}

export function createProxySteps(page: ProxyPage): ProxySteps {
  const { steps, person, visit } = page;

  async function chooseService(serviceCode: string): Promise<void> {
    if (visit() === null) await page.beginVisit();
    const begun = await steps.take(`proxy ${serviceCode}`, (station, requestId) =>
      station.beginProxy({ requestId, serviceCode }),
    );
    if (begun?.ok === true) person.proxy.mending = null;
  }

  async function removePerson(who: ProxySide): Promise<void> {
    person.proxy.printed = false;
    await steps.take(`proxy remove ${who}`, (station, requestId) =>
      station.removeProxyPerson({ requestId, who }),
    );
  }

  async function cancel(): Promise<void> {
    Object.assign(person.proxy, emptyProxyForm());
    if (visit()?.proxy === null || visit() === null) return;
    await steps.take('proxy cancel', (station, requestId) => station.cancelProxy({ requestId }));
  }

  return {
    open: () => {
      Object.assign(person.proxy, emptyProxyForm(), { open: true });
    },
    chooseService,
    sayWhose: async (who) => {
      await steps.take(`proxy whose ${who}`, (station, requestId) =>
        station.sayWhoseCard({ requestId, who }),
      );
    },
    sayNumber: () => typeNumber(steps, person),
    removePerson,
    print: () => print(page),
    takeTicket: () => takeTicket(page),
    back: async () => {
      steps.problem.value = null;
      await backWithin(person, visit()?.proxy ?? null, { removePerson, cancel });
    },
  };
}

/** What becomes of the paper is told by the station: it may take longer than an answer is waited for. */
async function print({ steps, person }: ProxyPage): Promise<void> {
  const { relation, powers, days } = person.proxy;
  if (relation === null) return;
  const printed = await steps.take('proxy letter', (station, requestId) =>
    station.printProxyLetter({ requestId, relation, powers: [...powers], days }),
  );
  if (printed?.ok === false && printed.error.kind === 'hall-unreachable') steps.problem.value = null;
  if (printed?.ok === true || printed?.error.kind === 'hall-unreachable') person.proxy.printed = true;
}

async function takeTicket({ steps, person, visit }: ProxyPage): Promise<void> {
  const now = visit();
  if (now === null || now.proxy === null) return;
  const { serviceCode } = now.proxy;
  const priority = person.stated === null ? {} : { priorityClass: person.stated };
  // A wish of its own: they may have taken a number for themselves, or for somebody else before.
  const taken = await steps.take(
    `take ${now.visitId} ${serviceCode} for another, after ${now.tickets.length}`,
    (station, requestId) => station.takeTicket({ requestId, serviceCode, ...priority }),
    true,
  );
  if (taken?.ok !== true || visit()?.visitId !== now.visitId) return;
  person.shownTicketId = taken.value.ticketId;
  person.choosingAnother = false;
  Object.assign(person.proxy, emptyProxyForm());
}
