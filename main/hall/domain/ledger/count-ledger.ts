import type { LedgerCounts } from '../../../../preload/contracts/hall/ledger-views.ts';
import {
  LEDGER_SOURCES,
  type LedgerSource,
  type LedgerState,
} from '../../../../preload/contracts/hall/ledger-values.ts';

/** What is counted of a record. */
export interface CountedRecord {
  readonly source: LedgerSource;
  readonly difficulty: string | undefined;
  readonly state: LedgerState;
  readonly openedOn: string;
  readonly closedOn: string | null;
  readonly overdue: boolean;
}

/** Days, both included; missing: without end. */
export interface CountedDays {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The numbers of a report: what came and went in these days, and what is left, whenever it came. */
export function countLedger(records: readonly CountedRecord[], days: CountedDays): LedgerCounts {
  const opened = records.filter(({ openedOn }) => within(openedOn, days));
  const left = records.filter(({ state }) => state !== 'closed');
  const kinds = opened.flatMap(({ difficulty }) => (difficulty === undefined ? [] : [difficulty]));
  return {
    opened: opened.length,
    closed: records.filter(({ closedOn }) => closedOn !== null && within(closedOn, days)).length,
    open: left.length,
    overdue: left.filter(({ overdue }) => overdue).length,
    bySource: LEDGER_SOURCES.map((source) => ({
      source,
      opened: opened.filter((record) => record.source === source).length,
    })),
    difficulties: [...new Set(kinds)].sort().map((kind) => ({
      kind,
      opened: kinds.filter((one) => one === kind).length,
    })),
  };
}

export function within(date: string, { from, to }: CountedDays): boolean {
  return (from === undefined || date >= from) && (to === undefined || date <= to);
}
