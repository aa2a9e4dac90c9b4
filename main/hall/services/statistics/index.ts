import type { HallOperations, statisticsRows } from '../../../../preload/contracts/hall-operations.ts';
import type { Handlers } from '../../../../preload/contracts/operation.ts';
import type { PagedHall } from './day-pages.ts';
import { exportStatistics } from './export/export-statistics.ts';
import { replayDay } from './replay-day.ts';
import { statistics } from './statistics.ts';

export type StatisticsOperation = keyof typeof statisticsRows;

/** The rows that read much: they take their turns with everybody else instead of one turn of their own. */
export function createStatistics(hall: PagedHall): Pick<Handlers<HallOperations>, StatisticsOperation> {
  return {
    statistics: (range) => statistics(hall, range),
    exportStatistics: (wish) => exportStatistics(hall, wish),
    replayDay: (wish) => replayDay(hall, wish),
  };
}
