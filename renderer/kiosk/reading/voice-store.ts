import { defineStore } from 'pinia';
import { computed, reactive, toRefs, watch } from 'vue';
import type { ReadingVolume } from '../../../preload/contracts/station/reading-rows.ts';
import { useStationStore } from '../../shared/stores/station-store.ts';
import { useWords } from '../../shared/stores/words-store.ts';
import { useDesk } from '../desk-store.ts';
import { createReader, type Manner } from './reader.ts';
import { createVoiceDoing, usualVoice } from './voice-doing.ts';

const LOUDER: Readonly<Record<ReadingVolume, ReadingVolume>> = { middle: 'high', high: 'low', low: 'middle' };

/**
 * Reading aloud for the person here: on or off, paused, slower, louder. The station speaks and says which sentence is
 * heard; this keeps what was asked for. Off and at the usual loudness again after each visit (EN 301 549, 5.1.3.13).
 */
export const useVoice = defineStore('kiosk-voice', () => {
  const mirror = useStationStore();
  const words = useWords();
  const desk = useDesk();
  const own = reactive(usualVoice());
  const manner = (): Manner => ({
    language: words.language,
    slow: own.slow,
    volume: own.volume,
    voice: own.dialect,
  });
  const reader = createReader(
    () => desk.client,
    () => mirror.reading,
    manner,
  );
  const { parts, what, failed, speaking, current, holdsTime, position, hush } = reader;

  const exists = computed(() => mirror.reading !== null && mirror.reading.reason !== 'none');
  const speaksLanguage = computed(() => mirror.reading?.languages.includes(words.language) ?? false);

  const can = computed(() => own.on && exists.value && speaksLanguage.value);
  const doing = createVoiceDoing(own, reader, () => can.value);
  /** In the new manner from the sentence that is heard now. */
  watch([() => own.slow, () => own.volume], () => {
    if (speaking.value) void doing.read(parts.value, what.value, position.value);
  });

  watch(
    () => desk.peopleBefore,
    () => {
      Object.assign(own, usualVoice());
      reader.forget();
    },
  );
  return {
    ...{ ...toRefs(own), failed, exists, speaksLanguage, speaking, current, holdsTime },
    reading: computed(() => mirror.reading),
    ...doing,
    hush,
    dialects: computed(() => mirror.reading?.voices ?? []),
    slower: () => (own.slow = !own.slow),
    louder: () => (own.volume = LOUDER[own.volume]),
  };
});
