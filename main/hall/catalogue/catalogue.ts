import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { PROXY_ANSWERS, type ProxyAnswer } from '../../../preload/contracts/hall/closed-lists.ts';
import {
  Fee,
  RequiredDocument,
  SERVICE_FLAGS,
  type ServiceFlag,
} from '../../../preload/contracts/hall/catalogue-values.ts';
import { ServiceCode } from '../../../preload/contracts/ids.ts';
import { resourcesFolder } from '../../foundation/resources.ts';

const CatalogueItem = z.object({
  code: ServiceCode,
  nameZh: z.string().min(1),
  hallTypes: z.array(z.enum(['marriage', 'social_org', 'comprehensive'])),
  applicants: z.string(),
  /** A name, or more where more is known of the paper. */
  documents: z.array(
    z
      .string()
      .transform((name) => ({ name }))
      .pipe(RequiredDocument)
      .or(RequiredDocument),
  ),
  formsPrinted: z.array(z.string()),
  fee: Fee.optional(),
  statutoryLimit: z.string(),
  basis: z.string(),
  verification: z.string(),
  flags: z.array(z.enum(SERVICE_FLAGS)).default([]),
  /** The way without a machine: every service has one (国办发〔2020〕45号). */
  offline: z.object({
    counter: z.string().min(1),
    paperForm: z.string().min(1).nullable(),
    telephone: z.string().min(1).nullable(),
  }),
  typicalMinutes: z.number().positive(),
  elderRelevant: z.boolean(),
  proxy: z.enum(PROXY_ANSWERS),
  proxyRule: z.string(),
});
const CatalogueFile = z.object({ version: z.int(), items: z.array(CatalogueItem) });

export type HallType = z.output<typeof CatalogueItem>['hallTypes'][number];

/** One service item (事项) as the queue needs it. */
export interface Service {
  readonly serviceCode: string;
  readonly name: string;
  readonly documents: readonly string[];
  /** A planning figure until the hall has measured its own, never a promise. */
  readonly typicalMinutes: number;
  readonly elderRelevant: boolean;
  /** Whether somebody may come for somebody else. */
  readonly proxy: ProxyAnswer;
  /** On what conditions, or why not; null where there is nothing to say. */
  readonly proxyRule: string | null;
  readonly guide: ServiceGuide;
}

/** What a person wants to know of a service, besides what the queue needs. */
export interface ServiceGuide {
  readonly applicants: string;
  readonly documents: readonly RequiredDocument[];
  readonly formsPrinted: readonly string[];
  /** Null: no source says. */
  readonly fee: Fee | null;
  readonly signatureNeeded: boolean | null;
  readonly statutoryLimit: string | null;
  readonly promisedDays: number | null;
  readonly basis: string;
  readonly verification: string;
  readonly flags: readonly ServiceFlag[];
  readonly elsewhere: readonly string[];
  readonly nationalCode: string | null;
  readonly offline: {
    readonly counter: string;
    readonly paperForm: string | null;
    readonly telephone: string | null;
  };
}

/** How the catalogue writes that nothing is said. */
const NO_RULE = '-';

export type Catalogue = ReadonlyMap<string, Service>;

/** The services of a hall of this type, in the catalogue's order. Throws when the shipped file is damaged. */
export function loadCatalogue(
  hallType: HallType,
  file: string = join(resourcesFolder(), 'catalogue', 'catalogue.json'),
): Catalogue {
  const { items } = CatalogueFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  return new Map(
    items.filter((item) => item.hallTypes.includes(hallType)).map((item) => [item.code, serviceOf(item)]),
  );
}

function serviceOf(item: z.output<typeof CatalogueItem>): Service {
  return {
    serviceCode: item.code,
    name: item.nameZh,
    documents: item.documents.map(({ name }) => name),
    typicalMinutes: item.typicalMinutes,
    elderRelevant: item.elderRelevant,
    proxy: item.proxy,
    proxyRule: unlessNothing(item.proxyRule),
    guide: guideOf(item),
  };
}

function guideOf(item: z.output<typeof CatalogueItem>): ServiceGuide {
  const { applicants, documents, formsPrinted, basis, verification, flags, offline } = item;
  return {
    ...{ applicants, documents, formsPrinted, basis, verification, flags, offline },
    fee: item.fee ?? null,
    statutoryLimit: unlessNothing(item.statutoryLimit),
    ...{ signatureNeeded: null, promisedDays: null, elsewhere: [], nationalCode: null },
  };
}

const unlessNothing = (text: string): string | null => (text === NO_RULE ? null : text);
