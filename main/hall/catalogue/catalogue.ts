import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { PROXY_ANSWERS, type ProxyAnswer } from '../../../preload/contracts/hall/closed-lists.ts';
import { ServiceCode } from '../../../preload/contracts/ids.ts';
import { resourcesFolder } from '../../foundation/resources.ts';

const CatalogueItem = z.object({
  code: ServiceCode,
  nameZh: z.string().min(1),
  hallTypes: z.array(z.enum(['marriage', 'social_org', 'comprehensive'])),
  documents: z.array(z.string()),
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
    items
      .filter((item) => item.hallTypes.includes(hallType))
      .map((item) => [
        item.code,
        {
          serviceCode: item.code,
          name: item.nameZh,
          documents: item.documents,
          typicalMinutes: item.typicalMinutes,
          elderRelevant: item.elderRelevant,
          proxy: item.proxy,
          proxyRule: item.proxyRule === NO_RULE ? null : item.proxyRule,
        },
      ]),
  );
}
