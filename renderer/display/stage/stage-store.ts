import { defineStore } from 'pinia';
import { computed, onScopeDispose, shallowRef, watch } from 'vue';
import { useHallStore } from '../../shared/stores/hall-store.ts';
import { EMPTY_STAGE, hearCalls, tick } from './call-stage.ts';

const LOOK_EVERY_MS = 250;

/** The calls that fill the stage now. Each call and recall of the day stands here once, in order of its sequence. */
export const useStage = defineStore('stage', () => {
  const mirror = useHallStore();
  const stage = shallowRef(EMPTY_STAGE);
  /** Newest first. */
  const calls = computed(() => stage.value.onStage.map(({ call }) => call).reverse());

  watch(
    () => mirror.calls,
    (told) => {
      if (mirror.ready) stage.value = hearCalls(stage.value, told, performance.now());
    },
    { immediate: true },
  );
  const timer = setInterval(() => {
    stage.value = tick(stage.value, performance.now());
  }, LOOK_EVERY_MS);
  onScopeDispose(() => clearInterval(timer));

  return { calls };
});
