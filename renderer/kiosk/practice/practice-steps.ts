import { computed, ref, shallowRef, type ComputedRef, type Ref } from 'vue';
import type { ServiceView } from '../../../preload/contracts/hall-operations.ts';
import type { VisitView } from '../../../preload/contracts/station-operations.ts';
import type { Person } from '../person.ts';
import { oneStepBack, type VisitSteps } from '../visit-steps.ts';
import { practiceTicket, practiceVisit, type PracticePhase } from './practice.ts';

/**
 * Practice (练一练): the same screens with an invented person. It lives in this page alone: neither station nor hall
 * hears of it, nothing is saved and no number is given.
 */
export interface Practice {
  readonly phase: Ref<PracticePhase>;
  readonly visit: ComputedRef<VisitView | null>;
  readonly steps: VisitSteps;
  readonly begin: () => void;
  /** The card of the invented person is put down. */
  readonly putCard: () => void;
  readonly leave: () => void;
}

export function createPractice(person: Person, services: () => readonly ServiceView[]): Practice {
  const phase = ref<PracticePhase>('off');
  const visit = shallowRef<VisitView | null>(null);

  const start = (withCard: boolean): void => {
    visit.value = practiceVisit(withCard);
    phase.value = 'visit';
  };
  const endVisit = async (): Promise<void> => {
    visit.value = null;
    phase.value = phase.value === 'visit' ? 'over' : 'off';
  };
  const take = (serviceCode: string): void => {
    const service = services().find((one) => one.serviceCode === serviceCode);
    if (visit.value === null || service === undefined) return;
    const priorityClass = person.stated ?? visit.value.priorityClass;
    visit.value = { ...visit.value, tickets: [practiceTicket(service, priorityClass)] };
    person.choosingAnother = false;
    person.place = 'start';
  };
  const nothing = async (): Promise<void> => undefined;

  return {
    phase,
    visit: computed(() => visit.value),
    begin: () => {
      visit.value = null;
      phase.value = 'card';
    },
    putCard: () => start(true),
    leave: () => {
      visit.value = null;
      phase.value = 'off';
    },
    steps: {
      beginWithoutCard: async () => start(false),
      takeTicket: async (serviceCode) => take(serviceCode),
      reprint: nothing,
      rate: nothing,
      endVisit,
      back: () => oneStepBack(person, endVisit),
      simulateCard: nothing,
    },
  };
}
