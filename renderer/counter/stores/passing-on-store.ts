import { defineStore } from 'pinia';
import { computed } from 'vue';
import type { HallOperations } from '../../../preload/contracts/hall-operations.ts';
import type { Input } from '../../../preload/contracts/operation.ts';
import { useHallStore } from '../../shared/stores/hall-store.ts';
import { useClerk } from './clerk-store.ts';

/** Where somebody is passed on to: a service, a place, a colleague, or back. */
export type Destination = Pick<
  Input<HallOperations, 'transferTicket'>,
  'serviceCode' | 'toCounterId' | 'toStaffNumber' | 'toSender'
>;

/** The steps that go on with the person elsewhere. */
export const usePassingOn = defineStore('passing-on', () => {
  const mirror = useHallStore();
  const clerk = useClerk();

  const otherCounters = computed(() =>
    mirror.counters.filter(({ counterId }) => counterId !== clerk.counterId),
  );
  /** Who sits at another counter now. */
  const colleagues = computed(() =>
    otherCounters.value.flatMap(({ counterId, staff }) => (staff === null ? [] : { ...staff, counterId })),
  );

  async function passTo(destination: Destination): Promise<void> {
    const { ticket, counter } = clerk;
    if (ticket === null || counter === null) return;
    const { ticketId } = ticket;
    const { counterId } = counter;
    await clerk.takeFromPanel(`transfer ${JSON.stringify(destination)}`, (hall, requestId) =>
      hall.transferTicket({ requestId, ticketId, counterId, ...destination }),
    );
  }

  return { otherCounters, colleagues, passTo };
});
