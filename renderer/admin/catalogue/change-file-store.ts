import { defineStore } from 'pinia';
import { ref, shallowRef } from 'vue';
import type { CatalogueReason, HallOperations } from '../../../preload/contracts/hall-operations.ts';
import type { Output } from '../../../preload/contracts/operation.ts';
import { useOffice } from '../office-store.ts';
import { useCatalogue } from './catalogue-store.ts';
import { readChosen, type ChosenFile, type FileProblem } from './chosen-file.ts';

export type Reading = Output<HallOperations, 'checkCatalogue'>;

/** A file of changes on its way: chosen, checked, taken. */
export const useChangeFile = defineStore('change-file', () => {
  const office = useOffice();
  const catalogue = useCatalogue();
  const chosen = shallowRef<ChosenFile | null>(null);
  const refused = shallowRef<{ readonly name: string; readonly problem: FileProblem } | null>(null);
  /** What the hall says of the chosen file; nothing is changed yet. */
  const reading = shallowRef<Reading | null>(null);
  const reason = ref<CatalogueReason | null>(null);
  const taken = shallowRef<Reading | null>(null);

  function forget(): void {
    [chosen.value, refused.value, reading.value] = [null, null, null];
  }

  async function choose(file: File): Promise<void> {
    forget();
    taken.value = null;
    const read = await readChosen(file);
    if (!read.ok) {
      refused.value = { name: file.name, problem: read.error };
      return;
    }
    const { format, content } = (chosen.value = read.value);
    const answer = await office.ask((hall) => hall.checkCatalogue({ format, content }));
    // Somebody may have chosen another file meanwhile.
    if (chosen.value === read.value) reading.value = answer;
  }

  async function take(): Promise<void> {
    const [file, why] = [chosen.value, reason.value];
    if (file === null || why === null) return;
    const { id, format, content } = file;
    const done = await office.change(`catalogue ${id} ${why}`, async (hall, requestId) => {
      const answer = await hall.importCatalogue({ requestId, format, content, why });
      if (answer.ok) taken.value = answer.value;
      return answer;
    });
    if (!done) return;
    forget();
    reason.value = null;
    await catalogue.look();
  }

  return { chosen, refused, reading, reason, taken, choose, take };
});
