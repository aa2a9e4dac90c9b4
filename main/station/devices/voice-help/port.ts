import type { Result } from '../../../../preload/contracts/result.ts';

/** `stopped`: the person is gone, or the station ends. */
export type ListenFault = 'no-microphone' | 'recogniser-missing' | 'recogniser-failed' | 'stopped';

export interface Listening {
  readonly signal: AbortSignal;
  /** True when the person is being recorded, false when the recording is over and is being understood. */
  readonly onRecording: (isRecording: boolean) => void;
}

/**
 * Listens to one person once and says what it understood; `null` when that is nothing. Never rejects, answers within
 * `seconds` and a bounded time to understand, and keeps neither the recording nor the words.
 */
export interface Recogniser {
  /** True for the virtual twin: screens must say so. */
  readonly simulated: boolean;
  /** How long the person may speak. */
  readonly seconds: number;
  listen(listening: Listening): Promise<Result<string | null, ListenFault>>;
}

/** Nobody says more in a few seconds; a program that writes a page is not a recogniser. */
export const MOST_HEARD = 300;

/** What a recogniser wrote, as one line without anything but words; `null` when nothing is left. */
export function heardIn(output: string): string | null {
  const words = output
    .normalize('NFKC')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim();
  return words === '' ? null : [...words].slice(0, MOST_HEARD).join('');
}
