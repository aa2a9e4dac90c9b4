import type {
  ListedOrganisation,
  OrganisationDuty,
  OrganisationView,
} from '../../../../preload/contracts/hall-operations.ts';
import { USUAL_DAYS_AHEAD } from '../../../../preload/contracts/hall/organisation-register-rows.ts';
import { readCreditCode } from '../../domain/social-organisations/credit-code.ts';
import {
  dutyState,
  reportDuties,
  type DutyRules,
  type ReportDuty,
} from '../../domain/social-organisations/duties.ts';
import type { OrganisationRow } from '../../store/organisation-store.ts';
import type { Vault } from '../../vault/index.ts';
import { maskedElder } from '../care/care-people.ts';
import { todayOf } from '../elders/elder-people.ts';
import type { HallContext } from '../hall-context.ts';
import { colleague } from '../ledger/record-view.ts';

export const dutyRules = ({ policy }: HallContext): DutyRules => ({
  figures: policy.organisationFigures,
  calendar: policy.calendar,
});

/**
 * What an organisation still owes, the most pressing first. One whose end is known owes the papers of its end only, one that
 * has ended nothing.
 */
export function openDuties(
  hall: HallContext,
  row: OrganisationRow,
  daysAhead = USUAL_DAYS_AHEAD,
): OrganisationDuty[] {
  const today = todayOf(hall);
  const state = (until: string) => dutyState(until, today, daysAhead);
  const papers = hall.stores.organisations
    .changesOf(row.organisationId)
    .filter(({ receivedOn }) => receivedOn === null)
    .filter(({ change }) => row.state === 'active' || change.kind === 'dissolution')
    .map(({ changeId, dueOn: until }) => ({ of: 'change' as const, changeId, until, state: state(until) }));
  const reports = missingReports(hall, row).map((duty) => ({
    ...{ of: 'period' as const, ...duty, state: state(duty.until) },
  }));
  return [...papers, ...reports].sort((one, other) => (one.until < other.until ? -1 : 1));
}

function missingReports(hall: HallContext, row: OrganisationRow): readonly ReportDuty[] {
  if (row.state !== 'active') return [];
  const received = hall.stores.organisations.reportsOf(row.organisationId);
  const { filedOn, enteredOn, creditCode } = row;
  const code = creditCode === null ? undefined : readCreditCode(creditCode);
  const codeKind = code?.ok ? (code.value.kind ?? null) : null;
  return reportDuties({ filedOn, enteredOn, codeKind }, dutyRules(hall), todayOf(hall)).filter(
    ({ to, period }) => !received.some((report) => report.to === to && report.period === period),
  );
}

/** An organisation without any person. */
function organisationView(hall: HallContext, row: OrganisationRow, daysAhead?: number): OrganisationView {
  const { organisationId, name, community, street, kind, way, conditions, creditCode } = row;
  const { purpose, activity, filedOn, enteredOn, state } = row;
  return {
    ...{ organisationId, name, community, street, kind, way, conditions, creditCode },
    ...{ purpose, activity, filedOn, enteredOn, state },
    duties: openDuties(hall, row, daysAhead),
  };
}

/** With its history, and who answers for it behind a mask. */
export function listedOrganisation(
  hall: HallContext,
  vault: Vault,
  row: OrganisationRow,
  daysAhead: number,
): ListedOrganisation {
  const { organisationId, headVaultId, placeVaultId } = row;
  const { maskedName: maskedHead, maskedPhone } = maskedElder(vault, headVaultId);
  const { organisations } = hall.stores;
  return {
    ...organisationView(hall, row, daysAhead),
    ...{ maskedHead, maskedPhone },
    maskedAddress: placeVaultId === null ? null : maskedElder(vault, placeVaultId).street,
    changes: organisations.changesOf(organisationId).map(({ by, ...change }) => ({
      ...change,
      late: change.dueOn < (change.receivedOn ?? todayOf(hall)),
      by: colleague(hall, by),
    })),
    reports: organisations.reportsOf(organisationId).map(({ by, ...report }) => ({
      ...report,
      late: report.until < report.receivedOn,
      by: colleague(hall, by),
    })),
  };
}

/** The organisation as it stands after what was just written. Kept with the request, so it names nobody. */
export function organisationNow(hall: HallContext, organisationId: string): OrganisationView {
  const row = hall.stores.organisations.organisation(organisationId);
  if (row === undefined) throw new Error('The organisation is gone');
  return organisationView(hall, row);
}
