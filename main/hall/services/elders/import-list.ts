import type { ApiError } from '../../../../preload/contracts/errors.ts';
import { BENEFITS, type Benefit, type ListFault } from '../../../../preload/contracts/hall/benefit-values.ts';
import type { HallOperations } from '../../../../preload/contracts/hall-operations.ts';
import type { Input, Output } from '../../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../../preload/contracts/result.ts';
import { readElders, type ReadElder } from '../../elder-lists/read-elders.ts';
import type { Vault } from '../../vault/index.ts';
import type { HallContext } from '../hall-context.ts';
import { serviceDay } from '../service-day.ts';
import { newId, openVault, todayOf } from './elder-people.ts';

type Wish = Input<HallOperations, 'importBeneficiaries'>;

/**
 * Takes the good rows of the local list. A list without `adds` replaces the one before; without a good row it replaces
 * nothing. Somebody who stood on the list before keeps their checks and answers.
 */
export function importBeneficiaries(
  hall: HallContext,
  { content, adds }: Wish,
): Result<Output<HallOperations, 'importBeneficiaries'>, ApiError> {
  const vault = openVault(hall);
  if (!vault.ok) return vault;
  const rules = { today: todayOf(hall), names: benefitNames(hall) };
  const { rows, faults } = readElders(Buffer.from(content, 'base64'), rules);
  const whole = wholeFault(faults);
  if (whole !== undefined) return err(whole);
  if (rows.length === 0) return ok({ listId: null, listed: 0, faults: [...faults] });
  const day = serviceDay(hall);
  if (!day.ok) return day;
  const before = hall.stores.elders.currentList();
  const listId = adds && before !== undefined ? before : newId(hall);
  const earlier = [before, ...hall.stores.elders.readableReplacedLists()].filter(
    (one) => one !== undefined && one !== listId,
  ) as string[];
  const twice: ListFault[] = [];
  for (const elder of rows)
    if (!listElder(hall, vault.value, { elder, listId, earlier }))
      twice.push({
        ...{ row: elder.row, column: 'idNumber', fault: 'twice-in-the-list' },
        allowed: 'each person once',
      });
  const listed = rows.length - twice.length;
  const all = [...faults, ...twice].toSorted((one, other) => one.row - other.row);
  hall.journal.append('elder.list-imported', 1, { listId, adds, listed, faults: all.length });
  return ok({ listId, listed, faults: all });
}

/** A file of which nothing can be used. */
export function wholeFault(faults: readonly ListFault[]): ApiError | undefined {
  const whole = faults.find(({ row }) => row === 0);
  if (whole === undefined) return undefined;
  const place = whole.column === null ? '' : ` ${whole.column}`;
  return {
    kind: 'bad-input',
    problems: [{ where: 'content', allowed: `${whole.fault}${place}: ${whole.allowed}` }],
  };
}

interface Listing {
  readonly elder: ReadElder;
  readonly listId: string;
  /** Lists whose people can still be recognised. */
  readonly earlier: readonly string[];
}

/** False: this person stands on the list already. */
function listElder(hall: HallContext, vault: Vault, { elder, listId, earlier }: Listing): boolean {
  const { name, idNumber, phone, street, benefits } = elder;
  if (vault.findSamePerson(listId, idNumber).length > 0) return false;
  const [known] = earlier
    .flatMap((list) => vault.findSamePerson(list, idNumber))
    .flatMap((vaultId) => hall.stores.elders.elderByVault(vaultId) ?? []);
  const vaultId = vault.seal(listId, {
    ...{ name, idNumber },
    ...(phone !== undefined && { phone }),
    ...(street !== undefined && { address: street }),
  });
  hall.journal.append('elder.listed', 1, {
    ...{ listId, vaultId, beneficiaryId: known?.beneficiaryId ?? newId(hall) },
    ...{ benefits: [...benefits], hasPhone: phone !== undefined },
  });
  return true;
}

/** By code and by the name that the hall's data give it. */
function benefitNames({ policy }: HallContext): ReadonlyMap<string, Benefit> {
  const named = policy.elders.benefits.benefits.map(({ name, benefit }) => [name, benefit] as const);
  return new Map([...BENEFITS.map((benefit) => [benefit, benefit] as const), ...named]);
}
