import { onScopeDispose, ref, watch, type Ref } from 'vue';
import { useHallStore } from '../../shared/stores/hall-store.ts';
import { useGuide } from '../guide-store.ts';
import { HelpNews } from './news.ts';
import { createTone } from './tone.ts';

/** A tone for each new call, after the first touch. Answers whether it can sound: words say everything all the same. */
export function useTone(): Readonly<Ref<boolean>> {
  const mirror = useHallStore();
  const guide = useGuide();
  const tone = createTone();
  const news = new HelpNews();
  const unlocked = ref(false);
  const unlock = (): void => {
    tone.unlock();
    unlocked.value = tone.unlocked;
  };
  window.addEventListener('pointerdown', unlock, true);
  onScopeDispose(() => window.removeEventListener('pointerdown', unlock, true));
  watch(
    () => (mirror.ready ? guide.calls : null),
    (calls) => {
      if (calls !== null && news.hear(calls)) tone.play();
    },
    { immediate: true },
  );
  return unlocked;
}
