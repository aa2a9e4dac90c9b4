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
import { createHallLanguages } from './languages/hall-languages.ts';
import { createLooks } from './looks/looks.ts';
import { createPerson, type Person } from './person.ts';
import { createPractice } from './practice/practice-steps.ts';
import { createForAnother, keepWish } from './proxy/for-another.ts';
import { createStepCard, stepCardHoldsTime } from './step-card/step-card.ts';
import { closeAside, layOverAll, createVisitSteps, eitherSteps } from './visit-steps.ts';

/** What the person at this kiosk has touched and not yet heard back, and how they like the page. Never truth. */
export const useDesk = defineStore('kiosk-desk', () => {
  const mirror = useStationStore();
  const words = useWords();
  const steps = createSteps<Client<StationOperations>>();
  const { person, forget } = createPerson();
  const { looks, reset, isUsual } = createLooks(() => mirror.station?.lowReach ?? false);
  const spoken = createHallLanguages(words, () => mirror.station?.languages);
  const practice = createPractice(person, () => mirror.services);
  const help = createHelp({ client: steps.client, mirror, line: useLineStore(), person });
  const view = createDeskView(mirror, person, practice);
  /** Counts the people who were here: whoever keeps something for one of them forgets it when this changes. */
  const peopleBefore = ref(0);
  /** Something here is not as the next person should find it. */
  const changed = computed(
    () => !isUsual() || !spoken.isUsualLanguage() || isAside(person) || view.practising.value,
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
    spoken.usualLanguage();
    peopleBefore.value += 1;
  }
  watch(
    () => mirror.visit?.visitId,
    (_now, before) => (before === undefined ? keepWish(person, forgetPerson) : backToDefault()),
  );
  watch(() => mirror.station?.lowReach, reset);

  /** Whoever asks for larger letters gets them with that touch; what else there is stands on the screen it opens. */
  function openLooks(): void {
    if (looks.textSize === 'standard') looks.textSize = 'large';
    layOverAll(person, 'looks');
  }
  const real = createVisitSteps(steps, person, () => mirror.visit?.visitId);
  const doing = eitherSteps(() => (view.practising.value ? practice.steps : real));
  const { proxy, back } = createForAnother({ steps, person, mirror, screen: view.screen, doing });
  const card = createStepCard(steps, () => words.language);
  /** A paper is coming out, of whatever kind. */
  const printing = computed(
    () => view.paper.value === 'printing' || stepCardHoldsTime(mirror.station?.stepCard ?? null),
  );
  const { client, pending, problem } = steps;
  const openLanguages = (): void => layOverAll(person, 'languages');
  const laidOver = { openLooks, openLanguages, help, closeAside: () => closeAside(person) };
  const own = { person, looks, ...spoken.seen, proxy, practice, changed, peopleBefore, ...laidOver };
  return { client, pending, problem, ...own, printing, ...card, ...view, ...doing, back, backToDefault };
});

/** Something is laid over the first screen, or was begun on it: the next person does not want it. */
const isAside = ({ aside, proxy }: Person): boolean => aside !== null || proxy.open;
