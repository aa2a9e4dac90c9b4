import { defineStore } from 'pinia';
import { computed, reactive, toRefs, watch } from 'vue';
import type { ReadingVolume } from '../../../preload/contracts/station/reading-rows.ts';
import { useStationStore } from '../../shared/stores/station-store.ts';
import { useWords } from '../../shared/stores/words-store.ts';
import { useDesk } from '../desk-store.ts';
import { createReader, type Manner, type What } from './reader.ts';
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
  const manner = (): Manner => ({ language: words.language, slow: own.slow, volume: own.volume });
  const reader = createReader(
    () => desk.client,
    () => mirror.reading,
    manner,
  );
  const { parts, what, failed, speaking, current, holdsTime, position, hush } = reader;

  const exists = computed(() => mirror.reading !== null && mirror.reading.reason !== 'none');
  const speaksLanguage = computed(() => mirror.reading?.languages.includes(words.language) ?? false);

  async function read(next: readonly SpokenPart[], kind: What = 'screen', from = 0): Promise<void> {
    if (!own.on || !exists.value || !speaksLanguage.value || next.length === 0) return;
    own.paused = false;
    await reader.read(next, kind, from);
  }
  /** What comes up by itself is heard first; then what was being read goes on. */
  async function mention(news: readonly SpokenPart[]): Promise<void> {
    const rest = holdsTime.value ? parts.value.slice(position.value) : [];
    await read([...news, ...rest], rest.length > 0 ? 'screen' : 'notice');
  }
  function turnOff(): void {
    own.on = false;
    void hush();
  }
  function pauseOrGoOn(): void {
    if (!speaking.value) return void read(parts.value, 'screen', own.paused ? position.value : 0);
    own.paused = true;
    void hush();
  }
  /** In the new manner from the sentence that is heard now. */
  watch([() => own.slow, () => own.volume], () => {
    if (speaking.value) void read(parts.value, what.value, position.value);
  });

  watch(
    () => desk.peopleBefore,
    () => {
      Object.assign(own, usual());
      reader.forget();
    },
  );
  return {
    ...{ ...toRefs(own), failed, exists, speaksLanguage, speaking, current, holdsTime },
    reading: computed(() => mirror.reading),
    ...{ read, mention, hush, turnOff, pauseOrGoOn },
    slower: () => (own.slow = !own.slow),
    louder: () => (own.volume = LOUDER[own.volume]),
  };
});
