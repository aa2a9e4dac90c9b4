import type { CallAnnouncer } from '../../calls/call-sink.ts';
import type { PlayFault } from '../sound/players/player.ts';

/**
 * Why calls are not heard. `no-voice`: no engine has a usable sound for a call, only the bell is rung. `no-player`: the
 * system has no program that plays sound. `player-lies`: it says that it has played, sooner than that can be.
 */
export type SpeakerTrouble = 'no-voice' | Exclude<PlayFault, 'stopped'>;

export type SpeakerStatus =
  | { readonly state: 'ready' }
  /** Nobody has looked yet. */
  | { readonly state: 'connecting' }
  /** A call is being spoken. */
  | { readonly state: 'busy' }
  /** Calls are still tried, each once, in case it is well again. */
  | { readonly state: 'unavailable'; readonly reason: SpeakerTrouble };

/** Speaks the calls it is handed. Never throws and never makes anybody wait for what an engine or a player may do. */
export interface Speaker extends CallAnnouncer {
  /** True for the virtual twin: screens and logs must say so. */
  readonly simulated: boolean;
  /** Looks whether it can speak, and may then be handed calls. */
  start(): void;
  /** Falls silent, in the middle of a word. */
  stop(): Promise<void>;
  status(): SpeakerStatus;
  /** Returns the way to end the subscription. */
  onStatus(listener: () => void): () => void;
}
