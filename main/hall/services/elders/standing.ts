import type { ApiError } from '../../../../preload/contracts/errors.ts';
import type { HallOperations } from '../../../../preload/contracts/hall-operations.ts';
import type { Input, Output } from '../../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../../preload/contracts/result.ts';
import { parseDate, toIsoDate } from '../../../foundation/identity/index.ts';
import { nextCertification } from '../../domain/benefits/certification.ts';
import { monthsAfter } from '../../domain/benefits/dates.ts';
import { amountOn, tierChanges } from '../../domain/benefits/tiers.ts';
import type { HallContext } from '../hall-context.ts';
import { elderWithNumber, tableOf, tierView, todayOf, type KnownElder } from './elder-people.ts';
import { openDue } from './certifications.ts';
import { offerOf } from './offers.ts';

type Standing = Output<HallOperations, 'benefitStanding'>;

/** No tier begins later than that after the one of today. */
const LONGEST_WAIT_MONTHS = 12 * 60;
const OLDEST_BIRTH = '1850-01-01';

/** What the table gives a person of this birth date, and what is open for them if the hall's list has them. */
export function benefitStanding(
  hall: HallContext,
  { birthDate, holder }: Input<HallOperations, 'benefitStanding'>,
): Result<Standing, ApiError> {
  const date = parseDate(birthDate);
  if (date === undefined) return err({ kind: 'bad-birth-date', reason: 'unreadable' });
  const [birth, on, table] = [toIsoDate(date), todayOf(hall), tableOf(hall)];
  if (birth < OLDEST_BIRTH) return err({ kind: 'bad-birth-date', reason: 'too-long-ago' });
  const now = amountOn(table, birth, on);
  if (now === undefined) return err({ kind: 'bad-birth-date', reason: 'in-the-future' });
  const next = tierChanges(table, birth, on, monthsAfter(on, LONGEST_WAIT_MONTHS)).find(
    (change) => change.on > on && change.after !== null,
  );
  const known = listed(hall, holder?.idNumber);
  const offer = known && offerOf(hall, known);
  const { place } = hall.policy.elders;
  return ok({
    ...{ on, age: now.age, tier: now.tier === null ? null : tierView(now.tier) },
    next: next === undefined || next.after === null ? null : { on: next.on, tier: tierView(next.after) },
    nextCheck: nextCertification(place?.certificationMonths ?? [], on) ?? null,
    check: known === undefined ? null : (openDue(hall, known.elder)?.state ?? null),
    offer:
      offer === undefined ? null : { begins: offer.begins, amount: offer.tier.amount, state: offer.state },
    elsewhere: [...(place?.elsewhere ?? [])],
  });
}

/** Without the vault nobody is on a list: the table still answers. */
function listed(hall: HallContext, idNumber: string | undefined): KnownElder | undefined {
  if (hall.vault === undefined || idNumber === undefined) return undefined;
  return elderWithNumber(hall, hall.vault, idNumber);
}
