import { nextTick, onMounted, onScopeDispose, ref, watch, type Ref } from 'vue';

/**
 * How many items fit whole into a wrapping list whose items are all as large as its first one. One until there is an item
 * to measure.
 */
export function useRoom(
  list: Readonly<Ref<HTMLElement | null>>,
  items: () => unknown,
): Readonly<Ref<number>> {
  const room = ref(1);
  const measure = (): void => {
    const box = list.value;
    const first = box?.firstElementChild;
    if (box === null || first === null || first === undefined) return;
    const { width, height } = first.getBoundingClientRect();
    if (width === 0 || height === 0) return;
    const across = Math.max(1, Math.floor((box.clientWidth + 1) / width));
    const down = Math.max(1, Math.floor((box.clientHeight + 1) / height));
    room.value = across * down;
  };
  const watching = new ResizeObserver(measure);
  onMounted(() => {
    if (list.value !== null) watching.observe(list.value);
    void document.fonts.ready.then(measure);
  });
  watch(items, () => void nextTick(measure), { flush: 'post' });
  onScopeDispose(() => watching.disconnect());
  return room;
}
