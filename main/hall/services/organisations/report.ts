import type { ApiError } from '../../../../preload/contracts/errors.ts';
import type { HallOperations } from '../../../../preload/contracts/hall-operations.ts';
import type { OrganisationReport } from '../../../../preload/contracts/hall/organisation-values.ts';
import type { Input, Output } from '../../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../../preload/contracts/result.ts';
import type { OrganisationRow } from '../../store/organisation-store.ts';
import type { HallContext } from '../hall-context.ts';
import { todayOf } from '../elders/elder-people.ts';
import { serviceDay } from '../service-day.ts';
import { badInput, outside } from './days-past.ts';
import { openDuties, organisationNow } from './organisation-view.ts';

/** Notes what came in. A duty is met once: what was handed in stays as it was noted. */
export function noteOrganisationReport(
  hall: HallContext,
  { organisationId, report, receivedOn = todayOf(hall) }: Input<HallOperations, 'noteOrganisationReport'>,
): Result<Output<HallOperations, 'noteOrganisationReport'>, ApiError> {
  const row = hall.stores.organisations.organisation(organisationId);
  if (row === undefined) return err({ kind: 'not-found' });
  const wrong = outside('receivedOn', receivedOn, { from: row.filedOn, to: todayOf(hall) });
  if (wrong !== undefined) return err(wrong);
  const until = dueDay(hall, row, report);
  if (!until.ok) return until;
  const day = serviceDay(hall);
  if (!day.ok) return day;
  hall.journal.append('organisation.reported', 1, { organisationId, report, until: until.value, receivedOn });
  const late = receivedOn > until.value;
  return ok({ until: until.value, late, organisation: organisationNow(hall, organisationId) });
}

/** The last day of the duty that is met, or why there is none to meet. */
function dueDay(
  hall: HallContext,
  row: OrganisationRow,
  report: OrganisationReport,
): Result<string, ApiError> {
  const open = openDuties(hall, row);
  const found = open.find((duty) =>
    duty.of === 'period'
      ? report.of === 'period' && duty.to === report.to && duty.period === report.period
      : report.of === 'change' && duty.changeId === report.changeId,
  );
  if (found !== undefined) return ok(found.until);
  if (report.of === 'change') return err(paperRefusal(hall, row, report.changeId));
  const received = hall.stores.organisations.reportsOf(row.organisationId);
  if (received.some(({ to, period }) => to === report.to && period === report.period))
    return err({ kind: 'not-now', state: 'received', step: 'receive' });
  const periods = open.flatMap((duty) => (duty.of === 'period' ? [`${duty.to} ${duty.period}`] : []));
  const allowed = periods.length === 0 ? 'no report is due now' : periods.join(', ');
  return err(badInput('report.period', allowed));
}

/** Papers that are in already, or that nobody waits for any more since the organisation ends. */
function paperRefusal(
  { stores }: HallContext,
  { organisationId, state }: OrganisationRow,
  changeId: string,
): ApiError {
  const change = stores.organisations.changesOf(organisationId).find((one) => one.changeId === changeId);
  if (change === undefined) return { kind: 'not-found' };
  return { kind: 'not-now', state: change.receivedOn === null ? state : 'received', step: 'receive' };
}
