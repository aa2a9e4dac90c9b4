import { LARGEST_ANSWER_LENGTH } from './sam/frame.ts';

/** All in milliseconds. Tests and virtual readers shorten them. */
export interface SamTimings {
  /** Between two looks for a card. */
  readonly pollMs: number;
  /** Until the answer to find, select, status and reset begins. */
  readonly answerMs: number;
  /** Until the answer to read begins: the module talks to the card meanwhile. */
  readonly readAnswerMs: number;
  /** Silence inside a frame after which the frame is given up. */
  readonly gapMs: number;
  /** SAM status while nothing else happens; also what frees a port that has died unnoticed. */
  readonly heartbeatMs: number;
  /** Between found and select: people are still moving the card. */
  readonly settleMs: number;
  /** How long three "no card" answers in a row must take before the card counts as lifted. */
  readonly removalMs: number;
  /** Without any card for this long, failures of the card before are forgotten: somebody else stands there. */
  readonly forgetFailuresMs: number;
  /** Between two attempts to get a word out of a silent or broken module. */
  readonly retryMs: number;
  readonly reopenFirstMs: number;
  readonly reopenMostMs: number;
  /** The longest answer's time on the wire, at the line's speed. */
  readonly longestAnswerMs: number;
}

const BITS_PER_BYTE_ON_WIRE = 10;

/** How long the longest answer travels, doubled for adapters that deliver in gulps. */
export function longestAnswerMs(baudRate: number): number {
  return Math.ceil((2 * LARGEST_ANSWER_LENGTH * BITS_PER_BYTE_ON_WIRE * 1000) / baudRate);
}

export const DEFAULT_TIMINGS: SamTimings = {
  pollMs: 400,
  answerMs: 1000,
  readAnswerMs: 3000,
  gapMs: 300,
  heartbeatMs: 5000,
  settleMs: 150,
  removalMs: 1200,
  forgetFailuresMs: 30_000,
  retryMs: 1000,
  reopenFirstMs: 500,
  reopenMostMs: 8000,
  longestAnswerMs: longestAnswerMs(115_200),
};

/** The pause before the n-th attempt in a row (0 for the first) to open the port again: 0.5 s doubling to 8 s. */
export function reopenDelayMs(failures: number, timings: SamTimings): number {
  return Math.min(timings.reopenMostMs, timings.reopenFirstMs * 2 ** failures);
}
