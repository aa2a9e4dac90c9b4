import type { Benefit } from '../../../../preload/contracts/hall/benefit-values.ts';
import type { ApiError } from '../../../../preload/contracts/errors.ts';
import type { HallOperations } from '../../../../preload/contracts/hall-operations.ts';
import type { Caller, Input, Output } from '../../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../../preload/contracts/result.ts';
import { benefitsServed, dueOf, isProof, type Due } from '../../domain/benefits/certification.ts';
import type { CertificationRow, ElderRow } from '../../store/elder-store.ts';
import type { HallContext } from '../hall-context.ts';
import { serviceDay } from '../service-day.ts';
import {
  certified,
  cycleOfToday,
  elderOf,
  elderWithNumber,
  newId,
  openVault,
  todayOf,
} from './elder-people.ts';

type Answer<Name extends keyof HallOperations> = Result<Output<HallOperations, Name>, ApiError>;
type Wish = Input<HallOperations, 'recordCertification'>;

/** What this person must still show in the cycle of today. */
export function openDue(hall: HallContext, elder: ElderRow): Due | undefined {
  const checks = hall.stores.elders.certificationsOf(elder.beneficiaryId);
  return dueOf(certified(hall, elder.benefits), checks, cycleOfToday(hall), todayOf(hall));
}

/** A check by staff. Signed with their account; made for somebody else it waits for a second person. */
export function recordCertification(
  hall: HallContext,
  { beneficiaryId, benefit, mode, result, proofs }: Wish,
): Answer<'recordCertification'> {
  const vault = openVault(hall);
  if (!vault.ok) return vault;
  const found = elderOf(hall, vault.value, beneficiaryId);
  if (!found.ok) return found;
  const { elder } = found.value;
  const paid = certified(hall, elder.benefits);
  if (!paid.includes(benefit))
    return err({ kind: 'bad-input', problems: [{ where: 'benefit', allowed: paid.join(', ') || '-' }] });
  const already = proofOf(hall, elder, [benefit]);
  if (already !== undefined) return err(asAlready(already));
  const day = serviceDay(hall);
  if (!day.ok) return day;
  const confirmed = mode !== 'OTHER';
  return ok({ ...append(hall, elder, { benefit, mode, result, proofs, confirmed }), confirmed });
}

/** Somebody came themselves and put their card on a kiosk. Staff still look at it: a card alone is no living person. */
export function certifyInPerson(
  hall: HallContext,
  { holder, benefit: wanted }: Input<HallOperations, 'certifyInPerson'>,
): Answer<'certifyInPerson'> {
  const vault = openVault(hall);
  if (!vault.ok) return vault;
  const known =
    holder.idNumber === undefined ? undefined : elderWithNumber(hall, vault.value, holder.idNumber);
  if (known === undefined) return err({ kind: 'not-found' });
  const { elder } = known;
  const due = openDue(hall, elder);
  const open = certified(hall, elder.benefits).filter((one) => due?.benefits.includes(one) === true);
  const benefit = wanted === undefined ? open[0] : open.find((one) => one === wanted);
  if (benefit === undefined) {
    const already = proofOf(hall, elder, certified(hall, elder.benefits));
    return err(already === undefined ? { kind: 'not-found' } : asAlready(already));
  }
  const waiting = pendingOf(hall, elder);
  if (waiting !== undefined) {
    const { certificationId, cycle, benefits } = waiting;
    return ok({ certificationId, cycle, benefits: [...benefits] });
  }
  const day = serviceDay(hall);
  if (!day.ok) return day;
  return ok(append(hall, elder, { benefit, mode: 'SELF', result: 'PASS', proofs: [], confirmed: false }));
}

/** Somebody looked. Whoever recorded a check for another person cannot be the one who agrees. */
export function confirmCertification(
  hall: HallContext,
  { certificationId, agrees }: Input<HallOperations, 'confirmCertification'>,
  { staff }: Caller,
): Answer<'confirmCertification'> {
  const check = hall.stores.elders.certification(certificationId);
  const elder = check && hall.stores.elders.elder(check.beneficiaryId);
  if (check === undefined || elder === undefined) return err({ kind: 'not-found' });
  if (check.confirmed !== null)
    return err({ kind: 'not-now', state: check.confirmed ? 'confirmed' : 'refused', step: 'confirm' });
  if (check.by !== null && check.by === staff?.staffNumber) return err({ kind: 'second-person-needed' });
  const already = agrees ? proofOf(hall, elder, check.benefits, check.cycle) : undefined;
  if (already !== undefined) return err(asAlready(already));
  const day = serviceDay(hall);
  if (!day.ok) return day;
  hall.journal.append('elder.certification-checked', 1, { certificationId, agrees });
  return ok({ confirmed: agrees });
}

/** A check that is noted and that nobody of staff has looked at. */
export function pendingOf(hall: HallContext, { beneficiaryId }: ElderRow): CertificationRow | undefined {
  const { cycle } = cycleOfToday(hall);
  return hall.stores.elders
    .certificationsOf(beneficiaryId)
    .find((check) => check.cycle === cycle && check.result === 'PASS' && check.confirmed === null);
}

/** The check that already proves all of these benefits in a cycle. */
function proofOf(
  hall: HallContext,
  { beneficiaryId }: ElderRow,
  benefits: readonly Benefit[],
  cycle = cycleOfToday(hall).cycle,
): CertificationRow | undefined {
  const proofs = hall.stores.elders
    .certificationsOf(beneficiaryId)
    .filter((check) => check.cycle === cycle && isProof(check));
  const proved = proofs.flatMap((check) => check.benefits);
  return benefits.length > 0 && benefits.every((benefit) => proved.includes(benefit))
    ? proofs.at(-1)
    : undefined;
}

const asAlready = ({ benefits, date, mode }: CertificationRow): ApiError => ({
  kind: 'already-certified',
  ...{ benefits: [...benefits], on: date, mode },
});

function append(
  hall: HallContext,
  elder: ElderRow,
  {
    benefit,
    confirmed,
    ...check
  }: Pick<Wish, 'benefit' | 'mode' | 'result' | 'proofs'> & { confirmed: boolean },
) {
  const certificationId = newId(hall);
  const { cycle } = cycleOfToday(hall);
  const rules = hall.policy.elders.benefits.benefits;
  const benefits = benefitsServed(rules, benefit, certified(hall, elder.benefits)) as Benefit[];
  hall.journal.append('elder.certified', 1, {
    ...{ certificationId, beneficiaryId: elder.beneficiaryId, cycle, benefits, ...check },
    ...(confirmed && { confirmed: true as const }),
  });
  return { certificationId, cycle, benefits };
}
