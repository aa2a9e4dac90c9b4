import { defineStore } from 'pinia';
import { computed, ref, watch } from 'vue';
import type { Client } from '../../preload/contracts/operation.ts';
import type { StationOperations } from '../../preload/contracts/station-operations.ts';
import { createSteps } from '../shared/line/steps.ts';
import { useLineStore } from '../shared/stores/line-store.ts';
import { useStationStore } from '../shared/stores/station-store.ts';
import { useWords } from '../shared/stores/words-store.ts';
import { createDeskView } from './desk-view.ts';
import { createHelp } from './help/help.ts';
import { createLooks } from './looks/looks.ts';
import { createPerson } from './person.ts';
import { createPractice } from './practice/practice-steps.ts';
import { closeAside, createVisitSteps, eitherSteps } from './visit-steps.ts';

/** What the person at this kiosk has touched and not yet heard back, and how they like the page. Never truth. */
export const useDesk = defineStore('kiosk-desk', () => {
  const mirror = useStationStore();
  const words = useWords();
  const steps = createSteps<Client<StationOperations>>();
  const { person, forget } = createPerson();
  const { looks, reset, isUsual } = createLooks(() => mirror.station?.lowReach ?? false);
  const practice = createPractice(person, () => mirror.services);
  const help = createHelp({ client: steps.client, mirror, line: useLineStore(), person });
  const view = createDeskView(mirror, person, practice);
  /** Counts the people who were here: whoever keeps something for one of them forgets it when this changes. */
  const peopleBefore = ref(0);
  /** Something here is not as the next person should find it. */
  const changed = computed(
    () => !isUsual() || words.language !== 'zh' || person.aside !== null || view.practising.value,
  );

  function forgetPerson(): void {
    forget();
    practice.leave();
    help.forget();
    steps.problem.value = null;
    steps.ids.forgetAll();
  }
  /** Size, contrast, reach and language go back to the hall's default after each visit. */
  function backToDefault(): void {
    forgetPerson();
    reset();
    words.language = 'zh';
    peopleBefore.value += 1;
  }
  watch(
    () => mirror.visit?.visitId,
    (_now, before) => (before === undefined ? forgetPerson() : backToDefault()),
  );
  watch(() => mirror.station?.lowReach, reset);

  /** Whoever asks for larger letters gets them with that touch; what else there is stands on the screen it opens. */
  function openLooks(): void {
    if (looks.textSize === 'standard') looks.textSize = 'large';
    if (person.aside !== 'looks') person.under = person.aside;
    person.aside = 'looks';
  }
  const real = createVisitSteps(steps, person, () => mirror.visit?.visitId);
  const doing = eitherSteps(() => (view.practising.value ? practice.steps : real));
  const { client, pending, problem } = steps;
  const laidOver = { openLooks, help, closeAside: () => closeAside(person) };
  const own = { person, looks, practice, changed, peopleBefore, ...laidOver, backToDefault };
  return { client, pending, problem, ...own, ...view, ...doing };
});
