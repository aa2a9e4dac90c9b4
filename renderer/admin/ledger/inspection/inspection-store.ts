import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type {
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
  /** How many records the last one led to; null: none was made here. */
  const kept = shallowRef<number | null>(null);

  async function look(): Promise<void> {
    const [asked, made] = await Promise.all([
      office.ask((hall) => hall.inspectionQuestions({})),
      office.ask((hall) => hall.listSelfInspections({})),
    ]);
    questions.value = asked?.questions ?? questions.value;
    past.value = made?.inspections ?? past.value;
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

  return { questions, past, kept, look, run };
});
