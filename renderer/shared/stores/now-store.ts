import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { useLineStore } from './line-store.ts';

const TICK_MS = 1_000;

/** One ticking clock for the whole page. `hallNowMs` is the hall's time; everything shown counts by it. */
export const useNowStore = defineStore('now', () => {
  const line = useLineStore();
  const nowMs = ref(Date.now());
  const hallNowMs = computed(() => nowMs.value + line.offsetMs);
  const clock = computed(() => clockText(hallNowMs.value));

  /** Starts ticking; answers how to stop. */
  function start(): () => void {
    const timer = setInterval(() => {
      nowMs.value = Date.now();
    }, TICK_MS);
    return () => clearInterval(timer);
  }

  return { nowMs, hallNowMs, clock, start };
});

const timeOfDay = new Intl.DateTimeFormat('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false });

/** "14:05". */
export function clockText(ms: number): string {
  return timeOfDay.format(ms);
}

const timeOfDayExactly = new Intl.DateTimeFormat('zh-CN', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hour12: false,
});

/** "14:05:09". */
export function timeText(ms: number): string {
  return timeOfDayExactly.format(ms);
}

/** Whole minutes since `instant`; never negative, whatever the clocks say. */
export function minutesSince(instant: string, nowMs: number): number {
  return Math.max(0, Math.floor((nowMs - Date.parse(instant)) / 60_000));
}
