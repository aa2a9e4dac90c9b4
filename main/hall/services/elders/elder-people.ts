import type { Benefit, ElderView, TierView } from '../../../../preload/contracts/hall/benefit-values.ts';
import type { ApiError } from '../../../../preload/contracts/errors.ts';
import { err, ok, type Result } from '../../../../preload/contracts/result.ts';
import { ageByRule, type AgeRule } from '../../domain/benefits/ages.ts';
import { cycleOn, type CertificationCycle } from '../../domain/benefits/certification.ts';
import type { AllowanceTable, Tier } from '../../domain/benefits/tiers.ts';
import { uuidText, uuidV7 } from '../../journal/uuid.ts';
import type { ElderRow } from '../../store/elder-store.ts';
import type { Vault } from '../../vault/index.ts';
import type { HallContext } from '../hall-context.ts';

/** Where the data have no rule for the place: full years on the birthday, as the law counts them. */
const USUAL_AGE_RULE: AgeRule = { counts: 'birthday', leapDay: 'march-1' };

export const todayOf = ({ clock, localTime }: HallContext): string => localTime.date(clock.nowMs());
export const newId = ({ clock }: HallContext): string => uuidText(uuidV7(clock.nowMs()));

export const ageRuleOf = ({ policy }: HallContext): AgeRule => policy.elders.place?.ageRule ?? USUAL_AGE_RULE;

/** The tiers of the high-age allowance where the hall is. */
export function tableOf(hall: HallContext): AllowanceTable {
  const { benefits, place } = hall.policy.elders;
  const tiers = benefits.tiers.filter(
    (tier) => tier.place === place?.code && tier.benefit === ('HIGH_AGE_ALLOWANCE' satisfies Benefit),
  );
  return { tiers, ageRule: ageRuleOf(hall) };
}

/** The cycle that counts today; the calendar year where the place sets the month each time. */
export function cycleOfToday(hall: HallContext): CertificationCycle {
  const today = todayOf(hall);
  const year = today.slice(0, 4);
  return (
    cycleOn(hall.policy.elders.place?.certificationMonths ?? [], today) ?? {
      ...{ cycle: year, from: `${year}-01-01`, until: `${year}-12-31` },
    }
  );
}

/** Benefits for which people show once a cycle that they live. */
export function certified(hall: HallContext, benefits: readonly Benefit[]): readonly Benefit[] {
  const rules = hall.policy.elders.benefits.benefits;
  return benefits.filter((benefit) => rules.some((rule) => rule.benefit === benefit && rule.certified));
}

/** Lists of people need the vault; without its key nobody can be named or counted. */
export function openVault({ vault }: HallContext): Result<Vault, ApiError> {
  return vault === undefined ? err({ kind: 'storage', trouble: 'vault-key-lost' }) : ok(vault);
}

/** An elder of the list with the birth date that stands in their number. It goes into sums, never into an answer. */
export interface KnownElder {
  readonly elder: ElderRow;
  readonly birth: string;
}

/** Everybody of the list that counts, whose number can be read. */
export function knownElders({ stores }: HallContext, vault: Vault): readonly KnownElder[] {
  return stores.elders.elders().flatMap((elder) => known(vault, elder));
}

const known = (vault: Vault, elder: ElderRow): KnownElder[] => {
  const birth = vault.birthOf(elder.vaultId);
  return birth === undefined ? [] : [{ elder, birth }];
};

/** One elder of the list that counts. */
export function elderOf(
  hall: HallContext,
  vault: Vault,
  beneficiaryId: string,
): Result<KnownElder, ApiError> {
  const elder = hall.stores.elders.elder(beneficiaryId);
  const [found] = elder === undefined ? [] : known(vault, elder);
  return found === undefined ? err({ kind: 'not-found' }) : ok(found);
}

/** The elder with this number, if they stand on the list that counts. */
export function elderWithNumber(
  { stores }: HallContext,
  vault: Vault,
  idNumber: string,
): KnownElder | undefined {
  const listId = stores.elders.currentList();
  if (listId === undefined) return undefined;
  return vault
    .findSamePerson(listId, idNumber)
    .flatMap((vaultId) => stores.elders.elderByVault(vaultId) ?? [])
    .flatMap((elder) => known(vault, elder))[0];
}

/** As lists show a person: masked, the address to the street. */
export function elderView(hall: HallContext, vault: Vault, { elder, birth }: KnownElder): ElderView {
  const { beneficiaryId, vaultId, hasPhone, benefits } = elder;
  const masked = (field: 'name' | 'idNumber' | 'address'): string | null => {
    const revealed = vault.reveal(vaultId, field, 'staff-view');
    return revealed.ok ? revealed.value.value.masked || null : null;
  };
  return {
    ...{ beneficiaryId, hasPhone, benefits: [...benefits] },
    ...{ maskedName: masked('name'), maskedIdNumber: masked('idNumber'), street: masked('address') },
    age: ageByRule(birth, todayOf(hall), ageRuleOf(hall)) ?? 0,
  };
}

export function tierView({ benefit, minAge, maxAge, amount, from, until, source, mark }: Tier): TierView {
  return {
    ...{ benefit: benefit as Benefit, minAge, maxAge: maxAge ?? null, amount },
    ...{ from, until: until ?? null, source, mark },
  };
}
