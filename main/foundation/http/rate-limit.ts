import type { Clock } from '../clock.ts';

interface Bucket {
  tokens: number;
  atMs: number;
}

/** Names that did not ask for a while are forgotten once there are so many. */
const MOST_NAMES = 10_000;

export interface RateLimit {
  /** 0 = go on; otherwise the whole seconds until asking again makes sense. */
  ask(name: string): number;
}

/** A token bucket per name: `burst` at once, `perSecond` in the long run. */
export function createRateLimit(
  { burst, perSecond }: { readonly burst: number; readonly perSecond: number },
  clock: Pick<Clock, 'monotonicMs'>,
): RateLimit {
  const buckets = new Map<string, Bucket>();
  return {
    ask(name) {
      const nowMs = clock.monotonicMs();
      const bucket = buckets.get(name) ?? { tokens: burst, atMs: nowMs };
      const refilled = Math.min(burst, bucket.tokens + ((nowMs - bucket.atMs) / 1000) * perSecond);
      const granted = refilled >= 1;
      if (buckets.size >= MOST_NAMES && !buckets.has(name)) buckets.clear();
      buckets.set(name, { tokens: granted ? refilled - 1 : refilled, atMs: nowMs });
      return granted ? 0 : Math.max(1, Math.ceil((1 - refilled) / perSecond));
    },
  };
}
