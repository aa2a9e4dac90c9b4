import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { HallOperations, ListFault } from '../../../preload/contracts/hall-operations.ts';
import type { Input, Output } from '../../../preload/contracts/operation.ts';
import { saveFile } from '../figures/save-file.ts';
import { useOffice } from '../office-store.ts';
import { useElders } from './elder-store.ts';
import { base64Of, bytesOf } from './file-text.ts';

/** What became of a list that was sent. */
export interface Imported {
  readonly taken: number;
  readonly faults: readonly ListFault[];
}

/** Lists that come in and go out, and one look behind a mask at a time. */
export const useElderLists = defineStore('elder-lists', () => {
  const office = useOffice();
  const { step } = useElders();
  const imported = shallowRef<Imported | null>(null);
  /** One field of one person that somebody looked at; gone with the next look. */
  const seen = shallowRef<{ readonly id: string; readonly value: string } | null>(null);

  async function importList(file: File, kind: 'elders' | 'stops'): Promise<void> {
    const content = base64Of(new Uint8Array(await file.arrayBuffer()));
    await step(`import ${kind} ${file.name}`, async (hall, requestId) => {
      const answer =
        kind === 'elders'
          ? await hall.importBeneficiaries({ requestId, content })
          : await hall.importStopList({ requestId, content });
      if (answer.ok) imported.value = importedOf(answer.value);
      return answer;
    });
  }

  async function exportReminders(reason: Input<HallOperations, 'exportReminders'>['reason']): Promise<void> {
    await step(`export ${reason}`, async (hall, requestId) => {
      const answer = await hall.exportReminders({ requestId, reason });
      if (answer.ok)
        saveFile({
          fileName: `${reason}.csv`,
          mediaType: 'text/csv',
          base64: base64Of(bytesOf(answer.value.csv)),
        });
      return answer;
    });
  }

  async function reveal(
    of: Input<HallOperations, 'revealElder'>['of'],
    id: string,
    field: Input<HallOperations, 'revealElder'>['field'],
  ): Promise<void> {
    seen.value = null;
    await office.change(`reveal ${of} ${id} ${field}`, async (hall, requestId) => {
      const answer = await hall.revealElder({ requestId, of, id, field, purpose: 'staff-view' });
      if (answer.ok) seen.value = { id, value: answer.value.value };
      return answer;
    });
  }

  return { imported, seen, importList, exportReminders, reveal };
});

function importedOf(
  answer: Output<HallOperations, 'importBeneficiaries'> | Output<HallOperations, 'importStopList'>,
): Imported {
  return { taken: 'listed' in answer ? answer.listed : answer.tasks, faults: answer.faults };
}
