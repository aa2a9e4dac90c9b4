import { computed } from 'vue';
import type { Client } from '../../preload/contracts/operation.ts';
import type { StationOperations } from '../../preload/contracts/station-operations.ts';
import type { Steps } from '../shared/line/steps.ts';
import type { useStationStore } from '../shared/stores/station-store.ts';
import type { useWords } from '../shared/stores/words-store.ts';
import type { DeskView } from './desk-view.ts';
import type { Looks } from './looks/looks.ts';
import type { Person } from './person.ts';
import type { Practice } from './practice/practice-steps.ts';
import { createBookingSteps } from './bookings/booking-steps.ts';
import { createElderSteps } from './elders/elder-steps.ts';
import { createFormSteps } from './forms/form-steps.ts';
import { createGuideSteps } from './guide/guide-steps.ts';
import { createForAnother } from './proxy/for-another.ts';
import { createRuleSteps } from './rules/rule-steps.ts';
import { createStepCard, stepCardHoldsTime } from './step-card/step-card.ts';
import { closeAside, createVisitSteps, eitherSteps, layOverAll } from './visit-steps.ts';
import { createSayIt } from './voice-help/say-it.ts';

export interface Desk {
  readonly steps: Steps<Client<StationOperations>>;
  readonly person: Person;
  readonly looks: Looks;
  readonly mirror: ReturnType<typeof useStationStore>;
  readonly words: ReturnType<typeof useWords>;
  readonly practice: Practice;
  readonly view: DeskView;
}

/** All that a touch can do here, for a real visit or for practice. */
export function createDeskSteps({ steps, person, looks, mirror, words, practice, view }: Desk) {
  const real = createVisitSteps(steps, person, () => mirror.visit?.visitId);
  const doing = eitherSteps(() => (view.practising.value ? practice.steps : real));
  const { proxy, back } = createForAnother({ steps, person, mirror, screen: view.screen, doing });
  const card = createStepCard(steps, () => words.language);
  const forms = createFormSteps(steps, person);
  const guide = createGuideSteps(steps, person);
  const rules = createRuleSteps(steps, person);
  const elders = createElderSteps(steps, person);
  const bookings = createBookingSteps(steps, person, () => mirror.visit?.bookings ?? []);
  /** A paper is coming out, of whatever kind. */
  const printing = computed(
    () =>
      view.paper.value === 'printing' ||
      mirror.station?.form?.state === 'printing' ||
      stepCardHoldsTime(mirror.station?.stepCard ?? null),
  );
  /** Whoever asks for larger letters gets them with that touch; what else there is stands on the screen it opens. */
  function openLooks(): void {
    if (looks.textSize === 'standard') looks.textSize = 'large';
    layOverAll(person, 'looks');
  }
  return {
    ...{
      ...card,
      ...doing,
      ...forms,
      ...guide,
      ...rules,
      ...elders,
      ...bookings,
      back,
      proxy,
      printing,
      openLooks,
    },
    openLanguages: () => layOverAll(person, 'languages'),
    closeAside: () => closeAside(person),
    sayIt: createSayIt(steps, person),
  };
}
