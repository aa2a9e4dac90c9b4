/** All in milliseconds. Tests and virtual pads shorten them. */
export interface PadTimings {
  /** The same key again within this time of its last frame is one press: keys bounce, and repeat while held. */
  readonly debounceMs: number;
  /** How long a person has to rate. */
  readonly ratingMs: number;
  /** Between two looks whether the device file is still the one that was opened. */
  readonly presenceMs: number;
  readonly reopenFirstMs: number;
  readonly reopenMostMs: number;
}

export const DEFAULT_TIMINGS: PadTimings = {
  debounceMs: 300,
  ratingMs: 30_000,
  presenceMs: 5000,
  reopenFirstMs: 500,
  reopenMostMs: 8000,
};
