import type { Clock } from '../../../foundation/clock.ts';
import { VirtualCable } from '../lines/virtual-cable.ts';
import { encodePress } from './pad-frame.ts';
import type { CallAction, PadKey, PadProfile, RatingScore } from './pad-profile.ts';
import type { RatingPad, RatingPadEvent, RatingPadStatus } from './port.ts';
import { ProfilePad } from './profile-pad.ts';
import type { PadTimings } from './timings.ts';

export interface VirtualPadOptions {
  readonly profile: PadProfile;
  readonly timings?: Partial<PadTimings>;
  readonly clock?: Clock;
}

/** What can go wrong with a pad in the hall, on cue. `noise`: another device hangs on the line. */
export type VirtualPadCue = 'cable-pulled' | 'noise';

const NOISE = new Uint8Array(200).fill(0x7e);

/** The pad's virtual twin, shipped with the product: its presses become real frames that the real driver reads. */
export class VirtualRatingPad implements RatingPad {
  readonly simulated = true;
  readonly #profile: PadProfile;
  readonly #cable = new VirtualCable(() => undefined);
  readonly #pad: ProfilePad;

  constructor(options: VirtualPadOptions) {
    this.#profile = options.profile;
    this.#pad = new ProfilePad({ ...options, simulated: true, openLink: this.#cable.open });
  }

  /** Somebody presses a rating key. False when the profile has none for it. */
  pressRating(score: RatingScore): boolean {
    return this.#press((key) => key.kind === 'rating' && key.score === score);
  }

  /** The clerk presses a call key. False when the profile has none for it. */
  pressCall(action: CallAction): boolean {
    return this.#press((key) => key.kind === 'call' && key.action === action);
  }

  /** Goes wrong in one way, until `repair`. */
  fail(cue: VirtualPadCue): void {
    if (cue === 'cable-pulled') this.#cable.pull();
    else this.#cable.send(NOISE);
  }

  repair(): void {
    this.#cable.plug();
  }

  start(): void {
    this.#pad.start();
  }

  stop(): Promise<void> {
    return this.#pad.stop();
  }

  get asking(): string | undefined {
    return this.#pad.asking;
  }

  askForRating(subject: string): void {
    this.#pad.askForRating(subject);
  }

  callOff(): void {
    this.#pad.callOff();
  }

  status(): RatingPadStatus {
    return this.#pad.status();
  }

  onEvent(listener: (event: RatingPadEvent) => void): () => void {
    return this.#pad.onEvent(listener);
  }

  #press(isMeant: (key: PadKey) => boolean): boolean {
    const [code] = [...this.#profile.keys].find(([, key]) => isMeant(key)) ?? [];
    if (code !== undefined) this.#cable.send(encodePress(this.#profile, code));
    return code !== undefined;
  }
}
