import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import type {
  HallOperations,
  LedgerRecordView,
  ReportView,
} from '../../../../preload/contracts/hall-operations.ts';
import type { Input } from '../../../../preload/contracts/operation.ts';
import { useOffice } from '../../office-store.ts';

export type NewReport = Omit<Input<HallOperations, 'makeReport'>, 'requestId'>;

/** The reports upward, and the one that is looked at. */
export const useReports = defineStore('reports', () => {
  const office = useOffice();
  const reports = shallowRef<readonly ReportView[]>([]);
  /** A report keeps numbers of its records only; what they are about never changes, and is looked up. */
  const records = shallowRef<ReadonlyMap<string, LedgerRecordView>>(new Map());
  const openedId = ref<string | null>(null);
  const opened = computed(() => reports.value.find(({ reportId }) => reportId === openedId.value) ?? null);

  async function look(): Promise<void> {
    const [made, all] = await Promise.all([
      office.ask((hall) => hall.listReports({})),
      office.ask((hall) => hall.listLedger({})),
    ]);
    reports.value = made?.reports ?? reports.value;
    if (all !== null) records.value = new Map(all.records.map((record) => [record.recordId, record]));
  }

  async function make(report: NewReport): Promise<boolean> {
    let made: string | null = null;
    const done = await office.change(`report ${JSON.stringify(report)}`, async (hall, requestId) => {
      const answer = await hall.makeReport({ requestId, ...report });
      if (answer.ok) made = answer.value.reportId;
      return answer;
    });
    if (done) await look();
    openedId.value = made ?? openedId.value;
    return done;
  }

  async function send(reportId: string, on: string, to: string): Promise<boolean> {
    const done = await office.change(`send ${reportId} ${on} ${to}`, (hall, requestId) =>
      hall.sendReport({ requestId, reportId, on, to }),
    );
    if (done) await look();
    return done;
  }

  return { reports, records, openedId, opened, look, make, send };
});
