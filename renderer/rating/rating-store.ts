import { defineStore } from 'pinia';
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue';
import type { HallOperations } from '../../preload/contracts/hall-operations.ts';
import type { Client } from '../../preload/contracts/operation.ts';
import type { RatingLevel } from '../../preload/contracts/rating.ts';
import { createSteps } from '../shared/line/steps.ts';
import { useHallStore } from '../shared/stores/hall-store.ts';
import { ask, othersTurn, QUIET, secondsLeft, thank, tick, type RatingScreen } from './rating-screen.ts';

const LOOK_EVERY_MS = 250;

/** The screen that faces the visitor at one counter. */
export const useRating = defineStore('rating', () => {
  const mirror = useHallStore();
  const { client, pending, problem, ids, take } = createSteps<Client<HallOperations>>();
  const counterId = ref<string | null>(null);
  const screen = shallowRef<RatingScreen>(QUIET);
  const seconds = ref(0);
  const counter = computed(() => mirror.counters.find((one) => one.counterId === counterId.value) ?? null);
  const ticket = computed(() => mirror.tickets[counter.value?.ticketId ?? ''] ?? null);

  watch(
    () => counter.value?.ticketId ?? null,
    (_now, before) => {
      if (before !== null) void hasLeft(before);
    },
  );
  watch(
    () => ticket.value?.state === 'serving' && ticket.value.ticketId,
    (served) => {
      if (served !== false) screen.value = othersTurn(screen.value);
    },
  );
  const timer = setInterval(() => {
    screen.value = tick(screen.value, performance.now());
    seconds.value = secondsLeft(screen.value, performance.now());
  }, LOOK_EVERY_MS);
  onScopeDispose(() => clearInterval(timer));

  /** Finished, parked, passed on or missed: the hall knows. */
  async function hasLeft(ticketId: string): Promise<void> {
    const status = await client.value?.ticketStatus({ ticketId });
    if (status?.ok !== true || status.value.ticket.state !== 'done') return;
    if (ticket.value?.state === 'serving') return;
    ids.forgetAll();
    problem.value = null;
    screen.value = ask({ ticketId, number: status.value.ticket.number }, performance.now());
    seconds.value = secondsLeft(screen.value, performance.now());
  }

  async function rate(level: RatingLevel): Promise<void> {
    if (screen.value.kind !== 'ask') return;
    const { ticketId } = screen.value;
    const answer = await take(`rate ${ticketId} ${level}`, (hall, requestId) =>
      hall.rateVisit({ requestId, ticketId, level, channel: 'customer-screen' }),
    );
    if (answer === null) return;
    if (answer.ok || answer.error.kind === 'already-rated')
      screen.value = thank(screen.value, ticketId, performance.now());
    else if (answer.error.kind === 'not-ratable') screen.value = QUIET;
  }

  function skip(): void {
    if (screen.value.kind === 'ask') screen.value = QUIET;
  }

  return { client, counterId, counter, ticket, screen, seconds, pending, problem, rate, skip };
});
