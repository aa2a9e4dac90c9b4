import { randomUUID } from 'node:crypto';
import { ok } from '../../../preload/contracts/result.ts';
import { sampleReading } from '../fake-services/samples.ts';
import type { FakeStation } from './bench.ts';

interface Sentence {
  readonly text: string;
  readonly private: boolean;
}

/** What the station was asked to read, and a hand that lets it go on sentence by sentence. */
export interface ReadingStation {
  /** All that was asked for, newest last. */
  readonly asked: {
    readonly sentences: readonly Sentence[];
    readonly from: number;
    readonly pace: string;
    readonly volume: string;
    readonly voice: string | null;
  }[];
  /** The texts of the newest question. */
  newest(): readonly string[];
  /** The sentence heard now is over: the next one, or the end. */
  next(): void;
  headphones(plugged: boolean): void;
  /** A dialect is dropped in. */
  dialect(id: string, name: string): void;
}

/** Gives a fake station a voice that speaks only as fast as the test wants. */
export function letReadAloud(station: FakeStation): ReadingStation {
  const asked: ReadingStation['asked'] = [];
  let now = sampleReading({ voices: [] });
  const tell = (over: Partial<typeof now>): void => {
    now = { ...now, ...over };
    station.feed.put('reading', 'now', now);
  };
  station.answers.readAloud = ({ sentences, from, pace, volume, voice = null }) => {
    const readingId = randomUUID();
    asked.push({ sentences, from, pace, volume, voice });
    tell({ state: 'reading', readingId, position: from, finished: false });
    return ok({ readingId });
  };
  station.answers.stopReading = () => {
    tell({ state: 'silent' });
    return ok({});
  };
  station.answers.attention = () => ok({});
  tell({});
  return {
    asked,
    newest: () => asked.at(-1)?.sentences.map(({ text }) => text) ?? [],
    next: () => {
      const last = (asked.at(-1)?.sentences.length ?? 1) - 1;
      if ((now.position ?? 0) >= last) tell({ state: 'silent', finished: true });
      else tell({ position: (now.position ?? 0) + 1 });
    },
    headphones: (plugged) => tell({ headphones: plugged }),
    dialect: (id, name) => tell({ voices: [{ id, name, language: 'zh' }] }),
  };
}
