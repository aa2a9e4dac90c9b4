import { defineStore } from 'pinia';
import { computed, ref, watch } from 'vue';
import { useNowStore } from '../../shared/stores/now-store.ts';
import { useWords } from '../../shared/stores/words-store.ts';
import { useClerk } from './clerk-store.ts';

/** How often and when the person may be called again: said on the button before the hall has to refuse. */
export const useRecall = defineStore('recall', () => {
  const clerk = useClerk();
  const now = useNowStore();
  const words = useWords();
  /** Page clock, milliseconds since 1970: until then the hall has said that it is too soon. */
  const untilMs = ref(0);

  watch(
    () => clerk.problem,
    (problem) => {
      if (problem?.kind === 'too-soon') untilMs.value = Date.now() + problem.retryAfterSeconds * 1000;
    },
  );
  watch(
    () => clerk.ticket?.ticketId,
    () => (untilMs.value = 0),
  );

  const seconds = computed(() => Math.max(0, Math.ceil((untilMs.value - now.nowMs) / 1000)));
  const callsLeft = computed(() => clerk.ticket?.callsLeft ?? 0);
  const possible = computed(() => callsLeft.value > 0 && seconds.value === 0);
  const note = computed(() => {
    if (callsLeft.value === 0) return words.t('counter.recall.none');
    if (seconds.value > 0) return words.t('counter.recall.seconds', { seconds: seconds.value });
    return words.t('counter.recall.left', { count: callsLeft.value });
  });

  return { possible, note };
});
