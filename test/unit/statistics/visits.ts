import type { Visit } from '../../../main/hall/domain/statistics/index.ts';

export const MINUTE = 60_000;
export const at = (time: string): number => Date.parse(`2026-06-15T${time}:00+08:00`);

/** An ordinary visit that was issued at 9:00 and called at once; whatever matters to a test is said. */
export function visit(said: Partial<Visit> & { readonly waited?: number } = {}): Visit {
  const { waited, ...given } = said;
  const issuedMs = given.issuedMs ?? at('09:00');
  return {
    serviceCode: 'LN-01',
    priorityClass: 'ordinary',
    issuedMs,
    hour: 9,
    firstCall: { atMs: issuedMs + (waited ?? 0) * MINUTE, counterId: '1', services: [] },
    queued: true,
    served: [],
    missedCount: 0,
    end: null,
    told: null,
    ...given,
  };
}
