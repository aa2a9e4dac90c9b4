import type { HallOperations } from '../../../../../preload/contracts/hall-operations.ts';
import type { ledgerFileRows } from '../../../../../preload/contracts/hall/ledger-rows.ts';
import type { Handlers } from '../../../../../preload/contracts/operation.ts';
import { ok } from '../../../../../preload/contracts/result.ts';
import type { HallContext } from '../../hall-context.ts';
import type { PagedHall } from '../../statistics/day-pages.ts';
import { csvText } from '../../statistics/export/csv.ts';
import { MEDIA_TYPES } from '../../statistics/export/export-statistics.ts';
import { xlsxOf } from '../../statistics/export/xlsx.ts';
import { dueRecords, wantedOf, type LedgerFilters } from '../list.ts';
import { today } from '../open-record.ts';
import { ledgerRecordView } from '../record-view.ts';
import { ledgerTables } from './ledger-tables.ts';

export type LedgerFileOperation = keyof typeof ledgerFileRows;

/** The records that `listLedger` would show, all of them, as a file. They are read in one turn, and written after it. */
export function createLedgerFiles({
  read,
}: Pick<PagedHall, 'read'>): Pick<Handlers<HallOperations>, LedgerFileOperation> {
  return {
    exportLedger: async ({ format, ...wish }) => {
      const found = read((hall) => ok(recordsOf(hall, wish)));
      if (!found.ok) return found;
      const { records, name } = found.value;
      const tables = ledgerTables(records);
      const bytes =
        format === 'csv' ? Buffer.from(csvOfLedger(tables), 'utf8') : Buffer.from(await xlsxOf(tables));
      return ok({
        fileName: `${name}.${format}`,
        mediaType: MEDIA_TYPES[format],
        base64: bytes.toString('base64'),
      });
    },
  };
}

function recordsOf(hall: HallContext, wish: LedgerFilters) {
  return {
    name: `songting-ledger-${hall.policy.hallId}-${today(hall)}`,
    records: wantedOf(dueRecords(hall), wish).map((record) => ledgerRecordView(hall, record)),
  };
}

/** One line a record; the milestones of its plan stand in one field of it, each with its day. */
function csvOfLedger([records, milestones]: ReturnType<typeof ledgerTables>): string {
  const plans = new Map<unknown, string[]>();
  for (const [number, what, by] of milestones.rows) {
    const on = typeof by === 'object' && by !== null ? by.date : '';
    plans.set(number, [...(plans.get(number) ?? []), `${on} ${String(what)}`]);
  }
  return csvText([
    [...records.columns, milestones.name],
    ...records.rows.map((row) => [...row, plans.get(row[0])?.join('；') ?? null]),
  ]);
}
