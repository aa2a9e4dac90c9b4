import { computed } from 'vue';
import { useHallStore } from '../../shared/stores/hall-store.ts';
import { useFreshness } from '../freshness.ts';
import { standingOf } from './standing.ts';

/** What the hall says of one window, and what its display makes of it. */
export function useWindow(counterId: string) {
  const mirror = useHallStore();
  const freshness = useFreshness();

  const counter = computed(() => mirror.counters.find((one) => one.counterId === counterId));
  const ticket = computed(() => mirror.tickets[counter.value?.ticketId ?? '']);
  const standing = computed(() => standingOf(counter.value, ticket.value, freshness.isStale));
  /** The call that stands on this display, if one does. */
  const calls = computed(() =>
    standing.value === 'called'
      ? mirror.calls.filter(
          (call) => call.ticketId === ticket.value?.ticketId && call.counterId === counterId,
        )
      : [],
  );
  return { counter, ticket, standing, calls };
}
