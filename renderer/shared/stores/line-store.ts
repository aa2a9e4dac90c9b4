import { defineStore } from 'pinia';
import { computed, ref } from 'vue';

/**
 * `connecting`: not yet heard. `live`: heard lately. `lost`: was or should be there and is not. `refused`: it is there
 * and does not know this page's token.
 */
export type LineState = 'connecting' | 'live' | 'lost' | 'refused';

/** What the page knows of its line to the service, and of the service's clock. */
export const useLineStore = defineStore('line', () => {
  const state = ref<LineState>('connecting');
  /** Page clock, milliseconds since 1970, when the service was last heard; 0 = never. */
  const heardAtMs = ref(0);
  /** The service's wall clock minus the page's: waits are counted by the hall's clock, not by this PC's. */
  const offsetMs = ref(0);
  const live = computed(() => state.value === 'live');

  function heard(nowMs: number, serviceTime: string | null): void {
    state.value = 'live';
    heardAtMs.value = nowMs;
    const serviceMs = serviceTime === null ? NaN : Date.parse(serviceTime);
    if (!Number.isNaN(serviceMs)) offsetMs.value = serviceMs - nowMs;
  }

  /** A page that was refused stays so until it is heard of again: each retry would only flicker. */
  function lost(): void {
    if (state.value !== 'refused') state.value = 'lost';
  }

  function refused(): void {
    if (state.value === 'lost') state.value = 'refused';
  }

  return { state, heardAtMs, offsetMs, live, heard, lost, refused };
});
