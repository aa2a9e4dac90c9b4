import { defineStore } from 'pinia';
import { computed, shallowRef, watch } from 'vue';
import type { HallOperations } from '../../../preload/contracts/hall-operations.ts';
import type { Input, Output } from '../../../preload/contracts/operation.ts';
import { useStaff } from '../../shared/sign-in/staff-store.ts';
import { useClerk } from './clerk-store.ts';

type People = Output<HallOperations, 'ticketPeople'>;
export type Who = Input<HallOperations, 'revealPerson'>['who'];
export type Field = Input<HallOperations, 'revealPerson'>['field'];
type Revealed = Readonly<Partial<Record<`${Who} ${Field}`, string>>>;

/** Who stands at the counter: masked from the call on, one field in clear at a time while served, nothing once they leave. */
export const usePeople = defineStore('people', () => {
  const clerk = useClerk();
  const staff = useStaff();
  const people = shallowRef<People | null>(null);
  const revealed = shallowRef<Revealed>({});

  /** The ticket whose people may be known here now. */
  const shownFor = computed(() => {
    const { ticket } = clerk;
    const isHere = ticket?.state === 'called' || ticket?.state === 'serving';
    return isHere && staff.signedIn ? ticket.ticketId : null;
  });
  const mayReveal = computed(() => shownFor.value !== null && clerk.ticket?.state === 'serving');

  watch(
    shownFor,
    (ticketId) => {
      people.value = null;
      revealed.value = {};
      if (ticketId !== null) void look(ticketId);
    },
    { immediate: true },
  );
  watch(mayReveal, (may) => {
    if (!may) revealed.value = {};
  });

  async function look(ticketId: string): Promise<void> {
    const counterId = clerk.counter?.counterId;
    if (counterId === undefined) return;
    const answer = await clerk.client?.ticketPeople({ ticketId, counterId });
    if (answer?.ok === true && shownFor.value === ticketId) people.value = answer.value;
  }

  /** Each look is a fact in the record. */
  async function reveal(who: Who, field: Field): Promise<void> {
    const ticketId = shownFor.value;
    const counterId = clerk.counter?.counterId;
    if (ticketId === null || counterId === undefined || !mayReveal.value) return;
    const answer = await clerk.take(`reveal ${ticketId} ${who} ${field}`, (hall, requestId) =>
      hall.revealPerson({ requestId, ticketId, counterId, who, field, purpose: 'staff-view' }),
    );
    const isStillHere = shownFor.value === ticketId && mayReveal.value;
    if (answer?.ok === true && isStillHere)
      revealed.value = { ...revealed.value, [`${who} ${field}`]: answer.value.value };
  }

  return { people, revealed, mayReveal, reveal };
});
