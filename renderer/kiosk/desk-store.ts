import { defineStore } from 'pinia';
import { computed, ref, watch } from 'vue';
import type { Client } from '../../preload/contracts/operation.ts';
import { isPriority } from '../../preload/contracts/priority.ts';
import type { StationOperations } from '../../preload/contracts/station-operations.ts';
import { createSteps } from '../shared/line/steps.ts';
import { useStationStore } from '../shared/stores/station-store.ts';
import { useWords } from '../shared/stores/words-store.ts';
import type { TextSize } from './panel-scale.ts';
import { paperWord } from './paper.ts';
import { createPerson } from './person.ts';
import { kioskScreen } from './screen.ts';
import { createVisitSteps } from './visit-steps.ts';

/** What the person at this kiosk has touched and not yet heard back, and how they like the page. Never truth. */
export const useDesk = defineStore('kiosk-desk', () => {
  const mirror = useStationStore();
  const words = useWords();
  const steps = createSteps<Client<StationOperations>>();
  const { person, forget } = createPerson();
  const textSize = ref<TextSize>('standard');

  const screen = computed(() =>
    kioskScreen({
      ready: mirror.ready,
      hall: mirror.station?.hall ?? 'reachable',
      visit: mirror.visit,
      ...person,
    }),
  );
  /** Where there is nothing to go back to, no button offers it. */
  const canGoBack = computed(() => ['choose', 'more', 'priority', 'rate'].includes(screen.value));
  const ticket = computed(() => {
    const tickets = mirror.visit?.tickets ?? [];
    return tickets.find((one) => one.ticketId === person.shownTicketId) ?? tickets.at(-1) ?? null;
  });
  const paper = computed(() =>
    ticket.value === null ? 'none' : paperWord(ticket.value, person.reprinted.has(ticket.value.ticketId)),
  );
  const priorityClass = computed(() => person.stated ?? mirror.visit?.priorityClass ?? 'ordinary');
  const priority = computed(() => isPriority(priorityClass.value));
  const elder = computed(() => priorityClass.value === 'elder');

  function forgetPerson(): void {
    forget();
    steps.problem.value = null;
    steps.ids.forgetAll();
  }
  /** Size and language go back to the hall's default after each visit. */
  function backToDefault(): void {
    forgetPerson();
    textSize.value = 'standard';
    words.language = 'zh';
  }
  watch(
    () => mirror.visit?.visitId,
    (_now, before) => (before === undefined ? forgetPerson() : backToDefault()),
  );

  const { client, pending, problem } = steps;
  const doing = createVisitSteps(steps, person, () => mirror.visit?.visitId);
  const seen = { screen, canGoBack, ticket, paper, priority, elder };
  return { client, pending, problem, person, textSize, ...seen, ...doing, backToDefault };
});
