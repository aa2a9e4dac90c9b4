/** Milliseconds of the system's monotonic clock: the same in every process of this machine, so times can be compared. */
export const monotonicMs = (): number => Number(process.hrtime.bigint()) / 1e6;
