import { computed, type ComputedRef } from 'vue';
import { useHallStore } from '../../shared/stores/hall-store.ts';
import { useNowStore } from '../../shared/stores/now-store.ts';
import { localDate } from '../figures/date-range.ts';

/** The hall's day: terms are counted by it. */
export function useToday(): ComputedRef<string> {
  const mirror = useHallStore();
  const now = useNowStore();
  return computed(() => mirror.hall?.dayDate ?? localDate(now.hallNowMs));
}
