import { computed, type ComputedRef } from 'vue';
import { isPriority } from '../../preload/contracts/priority.ts';
import type { VisitView } from '../../preload/contracts/station-operations.ts';
import type { useStationStore } from '../shared/stores/station-store.ts';
import { paperWord, type PaperWord } from './paper.ts';
import type { Person } from './person.ts';
import type { Practice } from './practice/practice-steps.ts';
import { kioskScreen, leadsBack, type KioskScreen } from './screen.ts';

/** What stands on the page now, from what the station last said and what the person has touched. */
export interface DeskView {
  readonly practising: ComputedRef<boolean>;
  /** Of the person here; the invented one's while practising. */
  readonly visit: ComputedRef<VisitView | null>;
  readonly screen: ComputedRef<KioskScreen>;
  readonly canGoBack: ComputedRef<boolean>;
  readonly ticket: ComputedRef<VisitView['tickets'][number] | null>;
  readonly paper: ComputedRef<PaperWord>;
  readonly priority: ComputedRef<boolean>;
  readonly elder: ComputedRef<boolean>;
}

export function createDeskView(
  mirror: ReturnType<typeof useStationStore>,
  person: Person,
  { phase, visit: practised }: Pick<Practice, 'phase' | 'visit'>,
): DeskView {
  const practising = computed(() => phase.value !== 'off');
  const visit = computed(() => (practising.value ? practised.value : mirror.visit));
  const screen = computed(() =>
    kioskScreen({
      ready: mirror.ready,
      hall: mirror.station?.hall ?? 'reachable',
      visit: visit.value,
      practice: phase.value,
      ...person,
    }),
  );
  const ticket = computed(() => {
    const tickets = visit.value?.tickets ?? [];
    return tickets.find((one) => one.ticketId === person.shownTicketId) ?? tickets.at(-1) ?? null;
  });
  const paper = computed(() =>
    ticket.value === null || practising.value
      ? 'none'
      : paperWord(ticket.value, person.reprinted.has(ticket.value.ticketId)),
  );
  const priorityClass = computed(() => person.stated ?? visit.value?.priorityClass ?? 'ordinary');
  return {
    ...{ practising, visit, screen, ticket, paper },
    canGoBack: computed(() => leadsBack(screen.value, phase.value)),
    priority: computed(() => isPriority(priorityClass.value)),
    elder: computed(() => priorityClass.value === 'elder'),
  };
}
