import type { ApiError } from '../../../../preload/contracts/errors.ts';
import type { HallOperations, OrganisationDuty } from '../../../../preload/contracts/hall-operations.ts';
import type { Input, Output } from '../../../../preload/contracts/operation.ts';
import { ok, type Result } from '../../../../preload/contracts/result.ts';
import { sameNameKey } from '../../domain/social-organisations/duties.ts';
import type { OrganisationRow } from '../../store/organisation-store.ts';
import type { HallContext } from '../hall-context.ts';
import { openVault } from '../elders/elder-people.ts';
import { listedOrganisation, openDuties } from './organisation-view.ts';

/** As many as a page can show; whoever wants more asks by community or way. */
const MOST_LISTED = 500;

interface Owing {
  readonly row: OrganisationRow;
  readonly duties: readonly OrganisationDuty[];
}

/** The register, who owes something first. */
export function listOrganisations(
  hall: HallContext,
  wish: Input<HallOperations, 'listOrganisations'>,
): Result<Output<HallOperations, 'listOrganisations'>, ApiError> {
  const vault = openVault(hall);
  if (!vault.ok) return vault;
  const wanted = hall.stores.organisations
    .organisations(wish.ended === true)
    .filter((row) => isWanted(row, wish))
    .map((row) => ({ row, duties: openDuties(hall, row, wish.days) }))
    .filter(({ duties }) => wish.due === undefined || duties.some(({ state }) => state === wish.due))
    .sort(byFirstDuty);
  const shown = wanted.slice(0, MOST_LISTED);
  return ok({
    organisations: shown.map(({ row }) => listedOrganisation(hall, vault.value, row, wish.days)),
    total: wanted.length,
    yearsWithoutHolidays: yearsUnknown(hall, shown),
  });
}

function isWanted(
  row: OrganisationRow,
  { way, community }: Input<HallOperations, 'listOrganisations'>,
): boolean {
  return (
    (way === undefined || row.way === way) &&
    (community === undefined || sameNameKey(row.community) === sameNameKey(community))
  );
}

/** Who owes nothing comes last; else by the first last day, then as they came in. */
function byFirstDuty({ duties: [one] }: Owing, { duties: [other] }: Owing): number {
  if (one?.until === other?.until) return 0;
  if (one === undefined) return 1;
  return other === undefined || one.until < other.until ? -1 : 1;
}

function yearsUnknown({ policy }: HallContext, shown: readonly Owing[]): number[] {
  const years = shown.flatMap(({ duties }) => duties.map(({ until }) => Number(until.slice(0, 4))));
  return [...new Set(years)].filter((year) => !policy.calendar.years.has(year)).sort();
}
