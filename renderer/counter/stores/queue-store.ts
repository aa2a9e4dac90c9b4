import { defineStore } from 'pinia';
import { computed } from 'vue';
import type {
  CallReason,
  HallOperations,
  HallView,
  TicketView,
} from '../../../preload/contracts/hall-operations.ts';
import type { Input, StaffRole } from '../../../preload/contracts/operation.ts';
import { useStaff } from '../../shared/sign-in/staff-store.ts';
import { useHallStore } from '../../shared/stores/hall-store.ts';
import { isMine } from '../whose-turn.ts';
import { useClerk } from './clerk-store.ts';

export type Correction = Pick<Input<HallOperations, 'correctPriority'>, 'priorityClass' | 'why'>;

/** Who waits, is away or was missed, as this counter sees them, and the steps on one number out of turn. */
export const useQueue = defineStore('queue', () => {
  const mirror = useHallStore();
  const clerk = useClerk();
  const staff = useStaff();

  /** The hall tells the order of the first fifty; the rest follow as they came. */
  const ordered = computed(() => {
    const first = new Set(mirror.waiting.map(({ ticketId }) => ticketId));
    const rest = Object.values(mirror.tickets)
      .filter(({ state, ticketId }) => state === 'waiting' && !first.has(ticketId))
      .sort((one, other) => one.issuedAt.localeCompare(other.issuedAt));
    return [...mirror.waiting, ...rest];
  });
  const whose = computed(() => {
    const { counter } = clerk;
    const parted = { mine: [] as TicketView[], others: [] as TicketView[] };
    for (const ticket of ordered.value) {
      const mine = counter !== null && isMine(ticket, counter, mirror.counters);
      parted[mine ? 'mine' : 'others'].push(ticket);
    }
    return parted;
  });
  /** Waiting people this counter may call, in calling order, and those it may not. */
  const mine = computed(() => whose.value.mine);
  const others = computed(() => whose.value.others);

  /** Supervisors may call who waits out of order, clerks where the hall lets them; the hall has the last word. */
  const mayCallOutOfOrder = computed(() => mayName(staff.person?.role, mirror.hall));

  async function call({ ticketId }: TicketView, why: CallReason): Promise<void> {
    const counterId = clerk.counter?.counterId;
    if (counterId === undefined) return;
    await clerk.takeFromPanel(`call ${ticketId} ${why}`, (hall, requestId) =>
      hall.callTicket({ requestId, counterId, ticketId, why }),
    );
  }

  async function returnMissed({ ticketId, calledAt }: TicketView): Promise<void> {
    // A number can be missed and return more than once: each time is a step of its own.
    await clerk.takeFromPanel(`return ${ticketId} ${calledAt}`, (hall, requestId) =>
      hall.returnTicket({ requestId, ticketId }),
    );
  }

  async function resumeParked({ ticketId }: TicketView): Promise<void> {
    const counterId = clerk.counter?.counterId;
    if (counterId === undefined) return;
    await clerk.takeFromPanel(`resume ${ticketId}`, (hall, requestId) =>
      hall.resumeTicket({ requestId, ticketId, counterId }),
    );
  }

  async function correct(ticketId: string, { priorityClass, why }: Correction): Promise<void> {
    await clerk.takeFromPanel(`correct ${ticketId} ${priorityClass} ${why}`, (hall, requestId) =>
      hall.correctPriority({ requestId, ticketId, priorityClass, why }),
    );
  }

  return { mine, others, mayCallOutOfOrder, call, returnMissed, resumeParked, correct };
});

function mayName(role: StaffRole | undefined, hall: HallView | null): boolean {
  return role === 'supervisor' || (role === 'clerk' && hall?.clerksCallOutOfOrder === true);
}
