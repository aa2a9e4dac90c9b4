import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { HallOperations, MeasureView } from '../../../../preload/contracts/hall-operations.ts';
import type { Input } from '../../../../preload/contracts/operation.ts';
import { useOffice } from '../../office-store.ts';

type Note = Omit<Input<HallOperations, 'noteMeasure'>, 'requestId'>;

/** The numbered measures of 国办发〔2020〕45号, and how far the hall is. */
export const useMeasures = defineStore('measures', () => {
  const office = useOffice();
  const measures = shallowRef<readonly MeasureView[]>([]);

  async function look(): Promise<void> {
    measures.value = (await office.ask((hall) => hall.listMeasures({})))?.measures ?? measures.value;
  }

  async function note(wish: Note): Promise<boolean> {
    const done = await office.change(`measure ${JSON.stringify(wish)}`, (hall, requestId) =>
      hall.noteMeasure({ requestId, ...wish }),
    );
    if (done) await look();
    return done;
  }

  return { measures, look, note };
});
