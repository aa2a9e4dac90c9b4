import { defineStore } from 'pinia';
import { computed } from 'vue';
import { useLineStore } from '../shared/stores/line-store.ts';
import { timeText, useNowStore } from '../shared/stores/now-store.ts';

/** Three heartbeats: what was last heard may no longer be true, and people must not walk by it. */
export const STALE_AFTER_MS = 15_000;

/** How old what stands on this screen is. */
export const useFreshness = defineStore('freshness', () => {
  const line = useLineStore();
  const now = useNowStore();

  const updated = computed(() => (line.heardAtMs === 0 ? null : timeText(line.heardAtMs + line.offsetMs)));
  const isStale = computed(() => line.heardAtMs !== 0 && now.nowMs - line.heardAtMs >= STALE_AFTER_MS);
  return { updated, isStale };
});
