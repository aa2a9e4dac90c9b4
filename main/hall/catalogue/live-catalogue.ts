import type { RecordedChange } from '../store/catalogue-store.ts';
import { catalogueOn, type CatalogueOfDay } from './apply-changes.ts';
import type { Catalogue } from './catalogue.ts';

/** The catalogue of the day, made anew only when the day or what the hall says of it has changed. */
export function liveCatalogue(
  shipped: Catalogue,
  changes: () => readonly RecordedChange[],
  today: () => string,
): () => CatalogueOfDay {
  let made: { date: string; from: readonly RecordedChange[]; catalogue: CatalogueOfDay } | undefined;
  return () => {
    const [date, from] = [today(), changes()];
    if (made?.date !== date || made.from !== from) {
      const catalogue = catalogueOn(
        date,
        shipped,
        from.map(({ change }) => change),
      );
      made = { date, from, catalogue };
    }
    return made.catalogue;
  };
}
