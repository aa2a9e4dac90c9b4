import { defineStore } from 'pinia';
import { computed } from 'vue';
import type { HallOperations, PauseReason, ServiceView } from '../../../preload/contracts/hall-operations.ts';
import type { Input } from '../../../preload/contracts/operation.ts';
import type { PriorityClass } from '../../../preload/contracts/priority.ts';
import { useClerk } from './clerk-store.ts';

/** How a matter, or the whole visit, comes to its end. */
export type Ending = Pick<Input<HallOperations, 'finishService'>, 'outcome' | 'endVisit'>;

/** The visit at this counter: its matters, one after the other, and people who come without a number. */
export const useVisit = defineStore('visit', () => {
  const clerk = useClerk();

  /** All matters of the number, where there is more than one. */
  const matters = computed(() => {
    const services = clerk.ticket?.services ?? [];
    return services.length > 1 ? services : [];
  });
  const later = computed(() => matters.value.filter(({ state }) => state === 'later'));

  /** What the hall offers now; empty when it could not say, with the reason in the line of problems. */
  async function services(): Promise<readonly ServiceView[]> {
    const answer = await clerk.client?.listServices({});
    if (answer?.ok === false) clerk.problem = answer.error;
    return answer?.ok === true ? answer.value.services : [];
  }

  async function end(ending: Ending): Promise<void> {
    const { ticket, counter } = clerk;
    if (ticket === null || counter === null) return;
    const { ticketId } = ticket;
    const { counterId } = counter;
    await clerk.takeFromPanel(`end ${JSON.stringify(ending)}`, (hall, requestId) =>
      hall.finishService({ requestId, ticketId, counterId, ...ending }),
    );
  }

  async function add(serviceCode: string): Promise<void> {
    const { ticket, counter } = clerk;
    if (ticket === null || counter === null) return;
    const { ticketId } = ticket;
    const { counterId } = counter;
    await clerk.takeFromPanel(`add ${ticketId} ${serviceCode}`, (hall, requestId) =>
      hall.addService({ requestId, ticketId, counterId, serviceCode }),
    );
  }

  async function serveNow(serviceCode: string, priorityClass: PriorityClass): Promise<void> {
    const counterId = clerk.counter?.counterId;
    if (counterId === undefined) return;
    await clerk.takeFromPanel(`serve ${serviceCode} ${priorityClass}`, (hall, requestId) =>
      hall.serveNow({ requestId, counterId, serviceCode, priorityClass }),
    );
  }

  async function pause(reason: PauseReason): Promise<void> {
    const counterId = clerk.counter?.counterId;
    if (counterId === undefined) return;
    await clerk.takeFromPanel(`pause ${reason}`, (hall, requestId) =>
      hall.pauseCounter({ requestId, counterId, reason }),
    );
  }

  return { matters, later, services, end, add, serveNow, pause };
});
