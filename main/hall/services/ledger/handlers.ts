import type { HallOperations } from '../../../../preload/contracts/hall-operations.ts';
import type { ledgerRows } from '../../../../preload/contracts/hall/ledger-rows.ts';
import type { Handlers } from '../../../../preload/contracts/operation.ts';
import type { HallContext } from '../hall-context.ts';
import type { Runners } from '../runners.ts';
import { advanceLedgerRecord } from './advance.ts';
import { inspectionQuestions, listSelfInspections, runSelfInspection } from './inspections.ts';
import { listLedger } from './list.ts';
import { listMeasures, noteMeasure } from './measures.ts';
import { openLedgerRecord } from './open.ts';
import { listReports, makeReport, sendReport } from './reports.ts';

/** The ledger of problems and measures, self-inspections and reports upward. */
export function createLedgerHandlers(
  hall: HallContext,
  { mutation }: Runners,
): Pick<Handlers<HallOperations>, keyof typeof ledgerRows> {
  return {
    openLedgerRecord: mutation('openLedgerRecord', openLedgerRecord),
    advanceLedgerRecord: mutation('advanceLedgerRecord', advanceLedgerRecord),
    listLedger: (wish) => listLedger(hall, wish),
    inspectionQuestions: () => inspectionQuestions(hall),
    runSelfInspection: mutation('runSelfInspection', runSelfInspection),
    listSelfInspections: () => listSelfInspections(hall),
    noteMeasure: mutation('noteMeasure', noteMeasure),
    listMeasures: () => listMeasures(hall),
    makeReport: mutation('makeReport', makeReport),
    sendReport: mutation('sendReport', sendReport),
    listReports: () => listReports(hall),
  };
}
