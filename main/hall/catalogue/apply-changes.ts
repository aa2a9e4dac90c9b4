import type { CatalogueChange, CatalogueValues } from '../../../preload/contracts/hall/catalogue-values.ts';
import type { Catalogue, Service } from './catalogue.ts';

export interface CatalogueOfDay {
  /** What the hall offers on that day. */
  readonly offered: Catalogue;
  /** With what it has withdrawn: numbers given before are still served, under their name. */
  readonly every: Catalogue;
}

/** The catalogue as it stands on a day (YYYY-MM-DD). Of two changes that count, the one recorded later wins, field by field. */
export function catalogueOn(
  date: string,
  shipped: Catalogue,
  changes: readonly CatalogueChange[],
): CatalogueOfDay {
  const values = new Map<string, CatalogueValues>();
  for (const change of changes) {
    if (date < change.from || (change.until !== undefined && change.until < date)) continue;
    values.set(change.serviceCode, { ...values.get(change.serviceCode), ...change.values });
  }
  const every = new Map(
    [...shipped].map(([code, service]) => [code, changed(service, values.get(code) ?? {})]),
  );
  const offered = new Map([...every].filter(([code]) => values.get(code)?.offered !== false));
  return { offered, every };
}

function changed(service: Service, values: CatalogueValues): Service {
  const { guide } = service;
  const { offline } = guide;
  return {
    ...service,
    name: values.name ?? service.name,
    typicalMinutes: values.typicalMinutes ?? service.typicalMinutes,
    documents: values.documents?.map(({ name }) => name) ?? service.documents,
    guide: {
      ...guide,
      documents: values.documents ?? guide.documents,
      fee: values.fee ?? guide.fee,
      promisedDays: values.promisedDays ?? guide.promisedDays,
      signatureNeeded: values.signatureNeeded ?? guide.signatureNeeded,
      flags: values.flags ?? guide.flags,
      elsewhere: values.elsewhere ?? guide.elsewhere,
      nationalCode: values.nationalCode ?? guide.nationalCode,
      offline: {
        counter: values.counter ?? offline.counter,
        paperForm: values.paperForm ?? offline.paperForm,
        telephone: values.telephone ?? offline.telephone,
      },
    },
  };
}
