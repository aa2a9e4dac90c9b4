import type { ApiError } from '../../../../preload/contracts/errors.ts';
import type { HallOperations, LedgerCounts } from '../../../../preload/contracts/hall-operations.ts';
import type { Input, Output } from '../../../../preload/contracts/operation.ts';
import { ok, type Result } from '../../../../preload/contracts/result.ts';
import { countLedger, within, type CountedDays } from '../../domain/ledger/count-ledger.ts';
import type { LedgerRecordRow } from '../../store/ledger-store.ts';
import type { HallContext } from '../hall-context.ts';
import { dueOf, ledgerRecordView } from './record-view.ts';

/** As many as a page can show; whoever wants more asks by date. */
const MOST_LISTED = 500;

export type LedgerFilters = Input<HallOperations, 'listLedger'>;

/** A record with its last day, counted once. */
export type DueRecord = LedgerRecordRow & { readonly lastDay: string; readonly overdue: boolean };

/** Records, the most pressing first, and the numbers of the days asked for. */
export function listLedger(
  hall: HallContext,
  wish: LedgerFilters,
): Result<Output<HallOperations, 'listLedger'>, ApiError> {
  const all = dueRecords(hall);
  const wanted = wantedOf(all, wish);
  const years = wanted.filter(isUnclosed).map(({ lastDay }) => Number(lastDay.slice(0, 4)));
  const unknown = [...new Set(years)].filter((year) => !hall.policy.calendar.years.has(year));
  return ok({
    records: wanted.slice(0, MOST_LISTED).map((record) => ledgerRecordView(hall, record)),
    counts: countsOf(all, wish),
    yearsWithoutHolidays: unknown.sort(),
  });
}

export function dueRecords(hall: HallContext): DueRecord[] {
  return hall.stores.ledger.records().map((row) => {
    const { dueOn, overdue } = dueOf(hall, row);
    return { ...row, lastDay: dueOn, overdue };
  });
}

/** Those that a wish names, the most pressing first. */
export function wantedOf(all: readonly DueRecord[], wish: LedgerFilters): DueRecord[] {
  return all.filter((record) => isWanted(record, wish)).sort(byUrgency);
}

export function countsOf(records: readonly DueRecord[], days: CountedDays): LedgerCounts {
  return countLedger(
    records.map((record) => ({ ...record, difficulty: record.about.difficulty })),
    days,
  );
}

export const isUnclosed = ({ state }: DueRecord): boolean => state !== 'closed';

function isWanted(record: DueRecord, wish: LedgerFilters): boolean {
  const { states, source, owner, overdue } = wish;
  return (
    (states === undefined || states.includes(record.state)) &&
    (source === undefined || record.source === source) &&
    (owner === undefined || record.owner === owner) &&
    (overdue === undefined || record.overdue) &&
    within(record.openedOn, wish)
  );
}

/** What is closed comes last; else by the last day, then as they came in. */
function byUrgency(one: DueRecord, other: DueRecord): number {
  if (isUnclosed(one) !== isUnclosed(other)) return isUnclosed(one) ? -1 : 1;
  if (one.lastDay !== other.lastDay) return one.lastDay < other.lastDay ? -1 : 1;
  return one.number - other.number;
}
