import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import type { Client } from '../../../preload/contracts/operation.ts';
import type { ReadingVolume } from '../../../preload/contracts/station/reading-rows.ts';
import type { ReadingView, StationOperations } from '../../../preload/contracts/station-operations.ts';
import type { Language } from '../../shared/words/words.ts';
import type { SpokenPart } from './spoken-parts.ts';

/** `screen`: what the person asked to hear. `notice`: what comes up by itself, and holds no time back. */
export type What = 'screen' | 'notice';

/** As many as the station takes at once, and as long. */
const MOST_PARTS = 80;
const MOST_CHARACTERS = 300;

export interface Manner {
  readonly language: Language;
  readonly slow: boolean;
  readonly volume: ReadingVolume;
  /** A drop-in voice; `null` = the usual one. */
  readonly voice: string | null;
}

type Station = Pick<Client<StationOperations>, 'readAloud' | 'stopReading'>;

/** What was asked of the station to be read, and how far it has come. */
export interface Reader {
  readonly parts: ShallowRef<readonly SpokenPart[]>;
  readonly what: Ref<What>;
  readonly failed: Ref<boolean>;
  readonly speaking: ComputedRef<boolean>;
  /** What is heard at this moment; it stands as a caption (EN 301 549, 5.1.5). */
  readonly current: ComputedRef<SpokenPart | null>;
  /** Somebody listens: no time runs out meanwhile. */
  readonly holdsTime: ComputedRef<boolean>;
  /** Where it is, or was stopped. */
  readonly position: ComputedRef<number>;
  readonly read: (next: readonly SpokenPart[], what: What, from: number) => Promise<void>;
  /** Silent at once: a touch, a key, a pause (EN 301 549, 5.1.3.5). */
  readonly hush: () => Promise<void>;
  /** Silent, and nothing is kept of what was read. */
  readonly forget: () => void;
}

export function createReader(
  station: () => Station | null,
  view: () => ReadingView | null,
  manner: () => Manner,
): Reader {
  const parts = shallowRef<readonly SpokenPart[]>([]);
  const what = ref<What>('screen');
  const failed = ref(false);
  const readingId = ref<string | null>(null);
  /** Of several questions to the station only the last one counts. */
  let turn = 0;
  const isOurs = computed(() => readingId.value !== null && view()?.readingId === readingId.value);

  async function read(next: readonly SpokenPart[], kind: What, from: number): Promise<void> {
    parts.value = next.slice(0, MOST_PARTS);
    what.value = kind;
    turn += 1;
    const asked = turn;
    const { slow, ...how } = manner();
    const answer = await station()?.readAloud({
      requestId: crypto.randomUUID(),
      ...how,
      sentences: parts.value.map(({ text, isPrivate }) => ({
        text: text.slice(0, MOST_CHARACTERS),
        private: isPrivate,
      })),
      from: Math.min(from, parts.value.length - 1),
      pace: slow ? 'slow' : 'normal',
    });
    if (asked !== turn || answer === undefined) return;
    failed.value = !answer.ok;
    readingId.value = answer.ok ? answer.value.readingId : null;
  }

  async function hush(): Promise<void> {
    turn += 1;
    if (view()?.state === 'reading') await station()?.stopReading({ requestId: crypto.randomUUID() });
  }

  const speaking = computed(() => isOurs.value && view()?.state === 'reading');
  const position = computed(() => (isOurs.value ? (view()?.position ?? 0) : 0));
  return {
    ...{ parts, what, failed, speaking, position, read, hush },
    current: computed(() => (speaking.value ? (parts.value[position.value] ?? null) : null)),
    holdsTime: computed(() => speaking.value && what.value === 'screen'),
    forget: () => {
      void hush();
      parts.value = [];
      readingId.value = null;
      failed.value = false;
    },
  };
}
