import type { ApiError } from '../../../../preload/contracts/errors.ts';
import type { HallOperations } from '../../../../preload/contracts/hall-operations.ts';
import type { Input, Output } from '../../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../../preload/contracts/result.ts';
import { divorceDates as datesOf, divorceStanding } from '../../domain/marriage/divorce-clock.ts';
import type { HallContext } from '../hall-context.ts';

/** Dates lie in years of which somebody may have announced holidays: a typing mistake is told, not computed with. */
const EARLIEST = '2021-01-01';
const YEARS_AHEAD = 2;

/**
 * The dates of a divorce application that was accepted on some day. The cooling-off period began with the Civil Code on
 * 2021-01-01: an earlier day has none.
 */
export function divorceDates(
  { clock, localTime, policy }: HallContext,
  { acceptedOn }: Input<HallOperations, 'divorceDates'>,
): Result<Output<HallOperations, 'divorceDates'>, ApiError> {
  const today = localTime.date(clock.nowMs());
  const latest = `${Number(today.slice(0, 4)) + YEARS_AHEAD}-12-31`;
  if (acceptedOn < EARLIEST || acceptedOn > latest)
    return err({
      kind: 'bad-input',
      problems: [{ where: 'acceptedOn', allowed: `${EARLIEST} to ${latest}` }],
    });
  const dates = datesOf(acceptedOn, policy.calendar);
  const standing = acceptedOn > today ? 'ahead' : divorceStanding(dates, today);
  return ok({ acceptedOn, ...dates, standing });
}
