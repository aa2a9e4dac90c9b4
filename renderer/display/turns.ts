import { onScopeDispose, ref, toValue, watchEffect, type MaybeRefOrGetter, type Ref } from 'vue';

/** Counts up every so many seconds: whoever shows one of several things at a time takes it by this number. */
export function useTurns(seconds: MaybeRefOrGetter<number>): Readonly<Ref<number>> {
  const turn = ref(0);
  let timer: ReturnType<typeof setInterval> | undefined;
  watchEffect(() => {
    clearInterval(timer);
    timer = setInterval(() => (turn.value += 1), toValue(seconds) * 1000);
  });
  onScopeDispose(() => clearInterval(timer));
  return turn;
}

/** Whose turn it is; undefined when there is nothing. */
export function atTurn<Item>(items: readonly Item[], turn: number): Item | undefined {
  return items[turn % Math.max(1, items.length)];
}
