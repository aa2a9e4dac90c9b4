import { computed, shallowRef, type ComputedRef } from 'vue';
import type { Collections } from '../../../preload/contracts/feed.ts';
import {
  applyFeedMessage,
  emptyFeedState,
  parseFeedMessage,
  type Mirror,
} from '../../../preload/contracts/feed-mirror.ts';
import type { Heard } from '../line/feed-line.ts';

export interface MirrorOf<Schemas extends Collections> {
  readonly items: ComputedRef<Mirror<Schemas>>;
  /** False until the first snapshot: nothing may be shown as true before. */
  readonly ready: ComputedRef<boolean>;
  /** Takes in one message as it came over the line. */
  readonly hear: (raw: unknown) => Heard;
}

/** The part every mirror store shares: the copy of a service's collections, each item checked by its schema. */
export function createMirror<Schemas extends Collections>(schemas: Schemas): MirrorOf<Schemas> {
  const state = shallowRef(emptyFeedState(schemas));
  const items = computed(() => state.value.collections);
  const ready = computed(() => state.value.sequence !== null);

  function hear(raw: unknown): Heard {
    const message = parseFeedMessage(schemas, raw);
    if (message === undefined) return { outcome: 'unreadable' };
    const step = applyFeedMessage(state.value, message);
    state.value = step.state;
    const serviceTime = message.type === 'heartbeat' ? message.at : null;
    return { outcome: step.gap ? 'gap' : 'taken', serviceTime };
  }

  return { items, ready, hear };
}
