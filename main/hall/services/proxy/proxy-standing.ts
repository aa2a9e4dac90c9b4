import type { ApiError } from '../../../../preload/contracts/errors.ts';
import {
  MOST_PRINCIPALS,
  PROXY_SPAN_DAYS,
  type HallOperations,
} from '../../../../preload/contracts/hall-operations.ts';
import type { Input, Output } from '../../../../preload/contracts/operation.ts';
import { ok, type Result } from '../../../../preload/contracts/result.ts';
import type { Vault } from '../../vault/index.ts';
import type { HallContext } from '../hall-context.ts';

const DAY_MS = 86_400_000;

/**
 * Whether one person acts for conspicuously many. Keys of the vault are made by the day, so that days cannot be linked by
 * whoever reads the file; the hall, which holds the keys, asks each day of the span anew. It counts thirty days back and
 * not the calendar's month, which would begin again at midnight. A day that was erased is forgotten here, too: the
 * figure is then what is still known. A number that was typed counts like one that was read.
 */
export function proxyStanding(
  hall: HallContext,
  { agentIdNumber, principalIdNumber }: Input<HallOperations, 'proxyStanding'>,
): Result<Output<HallOperations, 'proxyStanding'>, ApiError> {
  const { vault } = hall;
  // Without the vault nobody can be counted; the counter looks at both cards in any case.
  if (vault === undefined) return ok({ principals: null, limit: MOST_PRINCIPALS, staffNeeded: false });
  const known = principalsOf(hall, vault, agentIdNumber);
  const principals = vault.countPeople(known, principalIdNumber);
  return ok({ principals, limit: MOST_PRINCIPALS, staffNeeded: principals > MOST_PRINCIPALS });
}

function principalsOf({ clock, localTime, stores }: HallContext, vault: Vault, agent: string): string[] {
  const since = localTime.date(clock.nowMs() - (PROXY_SPAN_DAYS - 1) * DAY_MS);
  return stores.proxy
    .daysSince(since)
    .flatMap((dayId) =>
      vault.findSamePerson(dayId, agent).flatMap((vaultId) => stores.proxy.principalsOf(dayId, vaultId)),
    );
}
