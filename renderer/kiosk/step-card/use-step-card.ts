import { computed, ref, type ComputedRef } from 'vue';
import { useLineStore } from '../../shared/stores/line-store.ts';
import { useStationStore } from '../../shared/stores/station-store.ts';
import { useDesk } from '../desk-store.ts';
import type { PaperWord } from '../paper.ts';
import { stepCardWord } from './step-card.ts';

/** The steps on paper, for whoever stands before this screen: may they be printed, and what became of them. */
export function useStepCard(): {
  readonly word: ComputedRef<PaperWord>;
  readonly canPrint: ComputedRef<boolean>;
  readonly busy: ComputedRef<boolean>;
  readonly print: () => Promise<void>;
} {
  const desk = useDesk();
  const line = useLineStore();
  const mirror = useStationStore();
  /** A card of whoever stood here before is none of this person’s. */
  const asked = ref(false);
  const word = computed(() => stepCardWord(mirror.station?.stepCard ?? null, asked.value));
  return {
    word,
    canPrint: computed(() => mirror.devices['ticketPrinter']?.state !== 'unavailable'),
    busy: computed(() => desk.pending !== null || !line.live || word.value === 'printing'),
    print: async () => {
      asked.value = (await desk.printStepCard()) || asked.value;
    },
  };
}
