import { z } from 'zod';
import { LANGUAGES } from '../configuration-kiosk.ts';

/** A drop-in voice: a dialect, recorded sentences. */
export const ReadingVoice = z.object({
  /** The name of its folder. */
  id: z.string(),
  /** As the hall wrote it: "广东话". */
  name: z.string(),
  language: z.enum(LANGUAGES),
});
export type ReadingVoice = z.output<typeof ReadingVoice>;

/**
 * How reading aloud stands. It holds no text: pages know what they asked for, and `position` says which sentence of it is
 * heard.
 */
export const ReadingView = z.object({
  /** `unavailable`: nothing can be heard, `reason` says why. A reading may be tried all the same unless it is `none`. */
  state: z.enum(['silent', 'reading', 'unavailable']),
  /** The reading that goes on, or the last one of this visit; `null` before the first and after a visit. */
  readingId: z.uuid().nullable(),
  /**
   * Which sentence is heard now, from 0. Once it is silent: the one at which it stopped, from which it can be resumed.
   * A sentence that is passed over (private, without headphones) is never a position while it is read.
   */
  position: z.int().nonnegative().nullable(),
  /** True once the last sentence of `readingId` is over; false when it was stopped, or something went wrong. */
  finished: z.boolean(),
  /** `none`: this kiosk has no voice. Else `no-voice`, `no-player`, `player-failed`, `player-hung`, `player-lies`. */
  reason: z.string().nullable(),
  /** Somebody has put in headphones: what is private may be heard now. */
  headphones: z.boolean(),
  voices: z.array(ReadingVoice),
  /** What can be spoken on this PC; the others can only be read. */
  languages: z.array(z.enum(LANGUAGES)),
  /** A person may say what they came for. */
  canListen: z.boolean(),
  /** The person is being recorded at this moment. */
  listening: z.boolean(),
  /** How long they may speak; 0 where nobody is listened to. */
  listenSeconds: z.int().nonnegative(),
});
export type ReadingView = z.output<typeof ReadingView>;
