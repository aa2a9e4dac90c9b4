/** All in milliseconds. Tests and virtual displays shorten them. */
export interface DisplayTimings {
  /** Until an answer; the cards' own limit on a serial line. */
  readonly answerMs: number;
  /** A card redraws an area once a second at most. */
  readonly refreshMs: number;
  /** Between two tries while the card says that it is busy. */
  readonly busyMs: number;
  /** Status question while nothing else happens; also finds out that the card has lost its text in a power cut. */
  readonly heartbeatMs: number;
  readonly reopenFirstMs: number;
  readonly reopenMostMs: number;
}

export const DEFAULT_TIMINGS: DisplayTimings = {
  answerMs: 2000,
  refreshMs: 1000,
  busyMs: 300,
  heartbeatMs: 5000,
  reopenFirstMs: 500,
  reopenMostMs: 8000,
};
