import { defineStore } from 'pinia';
import type { HallOperations, ServiceView, TicketView } from '../../preload/contracts/hall-operations.ts';
import type { Input } from '../../preload/contracts/operation.ts';
import { useClerk } from './clerk-store.ts';

export type Correction = Pick<Input<HallOperations, 'correctPriority'>, 'priorityClass' | 'why'>;

/** The steps that go on with a person elsewhere or later, and the one that corrects who waits. */
export const usePassingOn = defineStore('passing-on', () => {
  const clerk = useClerk();

  /** What the hall offers now; empty when it could not say, with the reason in the line of problems. */
  async function services(): Promise<readonly ServiceView[]> {
    const answer = await clerk.client?.listServices({});
    if (answer?.ok === false) clerk.problem = answer.error;
    return answer?.ok === true ? answer.value.services : [];
  }

  async function transferTo(serviceCode: string): Promise<void> {
    const { ticket, counter } = clerk;
    if (ticket === null || counter === null) return;
    const { ticketId } = ticket;
    const { counterId } = counter;
    const passed = await clerk.take(`transfer ${serviceCode}`, (hall, requestId) =>
      hall.transferTicket({ requestId, ticketId, counterId, serviceCode }),
    );
    if (passed?.ok === true) clerk.panel = null;
  }

  async function resumeParked({ ticketId }: TicketView): Promise<void> {
    const counterId = clerk.counter?.counterId;
    if (counterId === undefined) return;
    await clerk.take(`resume ${ticketId}`, (hall, requestId) =>
      hall.resumeTicket({ requestId, ticketId, counterId }),
    );
  }

  async function correct(ticketId: string, { priorityClass, why }: Correction): Promise<void> {
    const corrected = await clerk.take(`correct ${ticketId} ${priorityClass} ${why}`, (hall, requestId) =>
      hall.correctPriority({ requestId, ticketId, priorityClass, why }),
    );
    if (corrected?.ok === true) clerk.panel = null;
  }

  return { services, transferTo, resumeParked, correct };
});
