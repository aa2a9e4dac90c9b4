import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type {
  ChannelAuditView,
  ChannelRow,
  HallOperations,
  Inspection,
  InspectionQuestionView,
  InspectionView,
} from '../../../../preload/contracts/hall-operations.ts';
import type { Output } from '../../../../preload/contracts/operation.ts';
import { useOffice } from '../../office-store.ts';

/** The questions of the self-inspection, and what was answered before. */
export const useInspection = defineStore('inspection', () => {
  const office = useOffice();
  const questions = shallowRef<readonly InspectionQuestionView[]>([]);
  const past = shallowRef<readonly InspectionView[]>([]);
  const channels = shallowRef<readonly ChannelRow[]>([]);
  const audits = shallowRef<readonly ChannelAuditView[]>([]);
  /** How many records the last one led to; null: none was made here. */
  const kept = shallowRef<number | null>(null);

  async function look(): Promise<void> {
    const [asked, made, checked] = await Promise.all([
      office.ask((hall) => hall.inspectionQuestions({})),
      office.ask((hall) => hall.listSelfInspections({})),
      office.ask((hall) => hall.channelAudits({})),
    ]);
    questions.value = asked?.questions ?? questions.value;
    past.value = made?.inspections ?? past.value;
    channels.value = checked?.channels ?? channels.value;
    audits.value = checked?.audits ?? audits.value;
  }

  async function run(inspection: Inspection): Promise<boolean> {
    let answer: Output<HallOperations, 'runSelfInspection'> | undefined;
    kept.value = null;
    const done = await office.change(`inspect ${JSON.stringify(inspection)}`, async (hall, requestId) => {
      const result = await hall.runSelfInspection({ requestId, inspection });
      if (result.ok) answer = result.value;
      return result;
    });
    if (answer !== undefined) kept.value = answer.recordIds.length;
    if (done) await look();
    return done;
  }

  /** Looks at the way without a machine of every service; what has no window becomes a record. */
  async function checkChannels(): Promise<void> {
    const done = await office.change('check channels', (hall, requestId) =>
      hall.auditChannels({ requestId }),
    );
    if (done) await look();
  }

  return { questions, past, channels, audits, kept, look, run, checkChannels };
});
