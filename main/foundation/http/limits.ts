/** What a service puts up with. All may be changed for a test or a larger hall. */
export interface ServerLimits {
  /** The largest message of the contract is a few kilobytes. */
  readonly bodyBytes: number;
  /** Per token: how many requests at once, and how many per second in the long run. */
  readonly burst: number;
  readonly requestsPerSecond: number;
  /** A request must have arrived whole within this time, its headers within the shorter one. */
  readonly requestTimeoutMs: number;
  readonly headersTimeoutMs: number;
  readonly keepAliveMs: number;
  readonly feedListeners: number;
  readonly heartbeatMs: number;
}

export const DEFAULT_LIMITS: ServerLimits = {
  bodyBytes: 64 * 1024,
  burst: 400,
  requestsPerSecond: 200,
  requestTimeoutMs: 10_000,
  headersTimeoutMs: 5_000,
  keepAliveMs: 30_000,
  feedListeners: 500,
  heartbeatMs: 5_000,
};
