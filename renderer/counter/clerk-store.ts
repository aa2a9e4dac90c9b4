import { defineStore } from 'pinia';
import { computed, ref, watch } from 'vue';
import type { ApiError } from '../../preload/contracts/errors.ts';
import type { HallOperations, TicketView } from '../../preload/contracts/hall-operations.ts';
import type { Client } from '../../preload/contracts/operation.ts';
import type { Result } from '../../preload/contracts/result.ts';
import { createSteps } from '../shared/line/steps.ts';
import { useHallStore } from '../shared/stores/hall-store.ts';
import { ACTIONS, type ActionName, type Standing } from './actions.ts';

type HallClient = Client<HallOperations>;
type Answer = Promise<Result<unknown, ApiError>>;

/** What a step needs to know. `ticketId` is empty where nobody is at the counter; such a step does not use it. */
interface Facts {
  readonly requestId: string;
  readonly counterId: string;
  readonly ticketId: string;
}

/** What stands in the middle column in place of the person: a choice that a step still needs. */
export type Panel = { readonly kind: 'transfer' } | { readonly kind: 'correct'; readonly ticketId: string };

/** `transfer` first asks where to: see the passing-on store. */
const STEPS: Readonly<Record<Exclude<ActionName, 'transfer'>, (client: HallClient, facts: Facts) => Answer>> =
  {
    callNext: (hall, { requestId, counterId }) => hall.callNext({ requestId, counterId }),
    recall: (hall, facts) => hall.recallTicket(facts),
    start: (hall, facts) => hall.startService(facts),
    finish: (hall, facts) => hall.finishService({ ...facts, outcome: 'done' }),
    missed: (hall, facts) => hall.missTicket(facts),
    park: (hall, facts) => hall.parkTicket(facts),
    notToday: (hall, facts) => hall.finishService({ ...facts, outcome: 'not-possible-today' }),
    elsewhere: (hall, facts) => hall.finishService({ ...facts, outcome: 'sent-elsewhere' }),
    pause: (hall, { requestId, counterId }) => hall.pauseCounter({ requestId, counterId }),
    resume: (hall, { requestId, counterId }) => hall.openCounter({ requestId, counterId }),
    open: (hall, { requestId, counterId }) => hall.openCounter({ requestId, counterId }),
    close: (hall, { requestId, counterId }) => hall.closeCounter({ requestId, counterId }),
  };

/** Which counter this page is, what the clerk has pressed and not yet heard back. Never truth. */
export const useClerk = defineStore('clerk', () => {
  const mirror = useHallStore();
  const { client, pending, problem, ids, take } = createSteps<HallClient>();
  const counterId = ref<string | null>(null);
  const panel = ref<Panel | null>(null);

  const counter = computed(() => mirror.counters.find((one) => one.counterId === counterId.value) ?? null);
  const ticket = computed(() => mirror.tickets[counter.value?.ticketId ?? ''] ?? null);
  const standing = computed<Standing | null>(() =>
    counter.value === null ? null : { counter: counter.value.state, ticket: ticket.value?.state ?? null },
  );
  /** Waiting people this counter may call, in calling order. */
  const mine = computed(() => {
    const services = counter.value?.services ?? [];
    return mirror.waiting.filter((one) => services.length === 0 || services.includes(one.serviceCode));
  });

  // Once the hall shows that something happened here, a pressed key means a new step, not the old one again.
  watch(
    [
      () => standing.value?.counter,
      () => ticket.value?.ticketId,
      () => ticket.value?.state,
      () => ticket.value?.callCount,
    ],
    () => {
      ids.forgetAll();
      problem.value = null;
      if (panel.value?.kind === 'transfer') panel.value = null;
    },
  );

  /** Does nothing when the action makes no sense where the counter stands. */
  async function act(name: ActionName): Promise<void> {
    if (counter.value === null || standing.value === null || !ACTIONS[name].possible(standing.value)) return;
    if (name === 'transfer') {
      panel.value = { kind: 'transfer' };
      return;
    }
    const facts = { counterId: counter.value.counterId, ticketId: ticket.value?.ticketId ?? '' };
    await take(name, (hall, requestId) => STEPS[name](hall, { requestId, ...facts }));
  }

  async function returnMissed({ ticketId, calledAt }: TicketView): Promise<void> {
    // A number can be missed and return more than once: each time is a step of its own.
    await take(`return ${ticketId} ${calledAt}`, (hall, requestId) =>
      hall.returnTicket({ requestId, ticketId }),
    );
  }

  return {
    ...{ client, counterId, counter, ticket, standing, mine, panel },
    ...{ pending, problem, take, act, returnMissed },
  };
});
