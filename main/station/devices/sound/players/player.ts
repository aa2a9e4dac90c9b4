import type { Result } from '../../../../../preload/contracts/result.ts';
import type { Sound } from '../sound.ts';

/** `player-lies`: it answered well, sooner than the sound can have been heard. `stopped`: the station ends. */
export type PlayFault = 'no-player' | 'player-failed' | 'player-hung' | 'player-lies' | 'stopped';

export interface Announcement {
  readonly sound: Sound;
  /** What it says, for people who read. */
  readonly caption: string;
}

/** Makes sound heard. Never rejects, and answers at most a few seconds after the sound's own length. */
export interface Player {
  readonly simulated: boolean;
  /** One at a time. Answers when the sound is over. */
  play(announcement: Announcement, signal: AbortSignal): Promise<Result<void, PlayFault>>;
  /** Could it play? Nobody hears anything of it. */
  check(signal: AbortSignal): Promise<Result<void, PlayFault>>;
}
