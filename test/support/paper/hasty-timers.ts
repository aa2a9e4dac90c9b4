import { systemTimers, type Timers } from '../../../main/station/devices/ticket-printer/timers.ts';

const LONG_MS = 1_000;
const HASTE = 10;

/** For situations where an answer never comes: seconds pass in tenths. The half second for a status answer stays. */
export const hastyTimers: Timers = {
  after: (ms, wake) => systemTimers.after(ms >= LONG_MS ? ms / HASTE : ms, wake),
};
