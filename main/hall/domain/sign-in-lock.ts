/** Wrong PINs in a row, of one account at one PC, and when the last one was (wall clock, ms). */
export interface Failures {
  readonly count: number;
  readonly lastAtMs: number;
}

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;

/** 等保 practice: five failures lock for thirty minutes (GB/T 22239-2019, 8.1.4.1 b); before that the pause grows. */
const PAUSES_MS = [0, 0, 0, 30 * SECOND_MS, 2 * MINUTE_MS, 30 * MINUTE_MS] as const;
/** A PC at which many accounts are tried is braked as a whole: its owner may be trying one PIN on everybody. */
const DEVICE_BRAKE = { after: 20, pauseMs: 10 * MINUTE_MS } as const;

/** How long after its last failure this account waits at this PC. */
export function pauseAfterMs(count: number): number {
  return PAUSES_MS[Math.min(count, PAUSES_MS.length - 1)] ?? 0;
}

/**
 * Milliseconds until this account may try again at this PC; 0 = now. Counted by account and PC, since by account alone
 * anybody could lock every clerk out (OWASP ASVS 6.1.1). A clock set back makes nobody wait longer than one pause.
 */
export function lockedForMs(own: Failures, device: Failures, nowMs: number): number {
  const ownPause = remaining(own.lastAtMs, pauseAfterMs(own.count), nowMs);
  const devicePause = device.count >= DEVICE_BRAKE.after ? DEVICE_BRAKE.pauseMs : 0;
  return Math.max(ownPause, remaining(device.lastAtMs, devicePause, nowMs));
}

function remaining(sinceMs: number, pauseMs: number, nowMs: number): number {
  const passedMs = Math.max(0, nowMs - sinceMs);
  return Math.max(0, pauseMs - passedMs);
}
