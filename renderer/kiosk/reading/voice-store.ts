import { defineStore } from 'pinia';
import { computed, reactive, toRefs, watch } from 'vue';
import type { ReadingVolume } from '../../../preload/contracts/station/reading-rows.ts';
import { useStationStore } from '../../shared/stores/station-store.ts';
import { useWords } from '../../shared/stores/words-store.ts';
import { useDesk } from '../desk-store.ts';
import { createReader, type What } from './reader.ts';
import type { SpokenPart } from './spoken-parts.ts';

const LOUDER: Readonly<Record<ReadingVolume, ReadingVolume>> = { middle: 'high', high: 'low', low: 'middle' };

interface Own {
  on: boolean;
  slow: boolean;
  volume: ReadingVolume;
  paused: boolean;
}
const usual = (): Own => ({ on: false, slow: false, volume: 'middle', paused: false });

/**
 * Reading aloud for the person here: on or off, paused, slower, louder. The station speaks and says which sentence is
 * heard; this keeps what was asked for. Off and at the usual loudness again after each visit (EN 301 549, 5.1.3.13).
 */
export const useVoice = defineStore('kiosk-voice', () => {
  const mirror = useStationStore();
  const words = useWords();
  const desk = useDesk();
  const own = reactive(usual());
  const reading = computed(() => mirror.reading);
  const reader = createReader(
    () => desk.client,
    () => mirror.reading,
    () => ({ language: words.language, slow: own.slow, volume: own.volume }),
  );
  const { parts, what, failed, speaking, position, hush } = reader;

  const exists = computed(() => reading.value !== null && reading.value.reason !== 'none');
  const speaksLanguage = computed(() => reading.value?.languages.includes(words.language) ?? false);
  /** What is heard at this moment; it stands as a caption (EN 301 549, 5.1.5). */
  const current = computed(() => (speaking.value ? (parts.value[position.value] ?? null) : null));
  /** Somebody listens: no time runs out meanwhile. */
  const holdsTime = computed(() => speaking.value && what.value === 'screen');

  async function read(next: readonly SpokenPart[], kind: What = 'screen', from = 0): Promise<void> {
    if (!own.on || !exists.value || !speaksLanguage.value || next.length === 0) return;
    own.paused = false;
    await reader.read(next, kind, from);
  }
  function turnOff(): void {
    own.on = false;
    own.paused = false;
    void hush();
  }
  function pauseOrGoOn(): void {
    if (!speaking.value) return void read(parts.value, 'screen', own.paused ? position.value : 0);
    own.paused = true;
    void hush();
  }
  /** From the sentence that is heard now, in the new manner. */
  function change(how: () => void): void {
    how();
    if (speaking.value) void read(parts.value, what.value, position.value);
  }

  watch(
    () => desk.peopleBefore,
    () => {
      turnOff();
      Object.assign(own, usual());
      reader.forget();
    },
  );
  const state = { ...toRefs(own), failed, reading, exists, speaksLanguage };
  return {
    ...{ ...state, speaking, current, holdsTime, read, hush, turnOff, pauseOrGoOn },
    slower: () => change(() => (own.slow = !own.slow)),
    louder: () => change(() => (own.volume = LOUDER[own.volume])),
  };
});
