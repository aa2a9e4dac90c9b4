import { computed, onScopeDispose, ref, watch, type ComputedRef } from 'vue';
import { useLineStore } from '../shared/stores/line-store.ts';
import { useStationStore } from '../shared/stores/station-store.ts';
import { useDesk } from './desk-store.ts';
import { isProxyScreen } from './proxy/proxy-screen.ts';
import { useVoice } from './reading/voice-store.ts';
import { ELDER_LIMIT, idleStanding, STANDARD_LIMIT, type IdleStanding } from './idle-time.ts';

const LOOK_EVERY_MS = 250;

/**
 * Ends a visit that nobody attends to any more. Any touch or key starts the time anew; it stands still while paper
 * is printed or something is read aloud, while an answer is awaited, and while the line is down. Before the end it warns by
 * words, by a countdown and by a sound.
 */
export function useIdleTime(): ComputedRef<IdleStanding | null> {
  const mirror = useStationStore();
  const desk = useDesk();
  const line = useLineStore();
  const voice = useVoice();
  const quietMs = ref(0);
  let lookedAt = performance.now();

  const counting = computed(() => mirror.visit !== null || desk.changed || voice.on);
  const holding = computed(
    () => desk.pending !== null || desk.help.asking || !line.live || desk.printing || voice.holdsTime,
  );
  /** Two cards have to be found and changed. */
  const unhurried = computed(() => desk.elder || isProxyScreen(desk.screen));
  const standing = computed(() =>
    counting.value ? idleStanding(unhurried.value ? ELDER_LIMIT : STANDARD_LIMIT, quietMs.value) : null,
  );

  const startAnew = (): void => {
    quietMs.value = 0;
    lookedAt = performance.now();
  };
  watch([() => desk.screen, () => mirror.visit?.visitId, holding], startAnew);

  watch(
    () => standing.value?.warning === true && desk.visit !== null,
    (warned) => {
      if (warned) void desk.client?.attention({ requestId: crypto.randomUUID() });
    },
  );

  function look(): void {
    const now = performance.now();
    const passed = now - lookedAt;
    lookedAt = now;
    if (!counting.value || holding.value) return startAnew();
    quietMs.value += passed;
    if (standing.value?.over !== true) return;
    startAnew();
    if (mirror.visit === null) desk.backToDefault();
    else void desk.endVisit();
  }

  const timer = setInterval(look, LOOK_EVERY_MS);
  window.addEventListener('pointerdown', startAnew);
  window.addEventListener('keydown', startAnew);
  onScopeDispose(() => {
    clearInterval(timer);
    window.removeEventListener('pointerdown', startAnew);
    window.removeEventListener('keydown', startAnew);
  });
  return standing;
}
