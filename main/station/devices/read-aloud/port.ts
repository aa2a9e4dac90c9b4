import type { Language } from '../../../../preload/contracts/configuration-kiosk.ts';
import type { Result } from '../../../../preload/contracts/result.ts';
import type { ReadingPace, ReadingVolume } from '../../../../preload/contracts/station/reading-rows.ts';
import type { ReadingView } from '../../../../preload/contracts/station/reading-view.ts';
import type { PlayFault } from '../sound/players/player.ts';

/** Why nothing is heard. `no-voice`: there is no usable sound for a sentence; the others: nothing plays it. */
export type ReadAloudTrouble = 'no-voice' | Exclude<PlayFault, 'stopped'>;

export type ReadAloudStatus =
  | { readonly state: 'ready' }
  /** Nobody has looked yet. */
  | { readonly state: 'connecting' }
  /** Something is being read. */
  | { readonly state: 'busy' }
  /** A reading is tried all the same, in case it is well again. */
  | { readonly state: 'unavailable'; readonly reason: ReadAloudTrouble };

export interface Sentence {
  readonly text: string;
  /** Heard only through headphones (EN 301 549, 5.1.3.9). */
  readonly private: boolean;
}

export interface ReadingRequest {
  readonly language: Language;
  /** A drop-in voice; one that is not there, or speaks another language, is as none. */
  readonly voice: string | undefined;
  readonly sentences: readonly Sentence[];
  /** With which sentence to begin, from 0. */
  readonly from: number;
  readonly pace: ReadingPace;
  readonly volume: ReadingVolume;
}

/** What pages may know; it holds no text. */
export type ReadingState = Omit<ReadingView, 'canListen' | 'listening' | 'listenSeconds'>;

/** The voice of a kiosk, for the one person before it. Never throws, and never makes anybody wait for a program. */
export interface ReadAloud {
  /** True for the virtual twin: screens and logs must say so. */
  readonly simulated: boolean;
  /** Looks what it can speak, and may then be asked to read. */
  start(): void;
  stop(): Promise<void>;
  status(): ReadAloudStatus;
  state(): ReadingState;
  /** Something of status or state has changed. Returns the way to end the subscription. */
  onChange(listener: () => void): () => void;
  /** Silences what is being read, at once (EN 301 549, 5.1.3.5). Answers the id of the reading. */
  read(request: ReadingRequest): Result<string, 'language'>;
  /** Falls silent, in the middle of a word, and forgets the text. */
  silence(): void;
  /** A short soft chime; while something is read it sounds between two sentences (EN 301 549, 5.1.3.10). */
  attention(): void;
  /** The person is gone: silent, and nothing is left of what was read. */
  forget(): void;
}
