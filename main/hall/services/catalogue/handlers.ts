import type { HallOperations } from '../../../../preload/contracts/hall-operations.ts';
import type { Handlers } from '../../../../preload/contracts/operation.ts';
import { ok } from '../../../../preload/contracts/result.ts';
import { loadBundles } from '../../catalogue/bundles.ts';
import { loadSpelling } from '../../catalogue/spelling.ts';
import type { HallContext } from '../hall-context.ts';
import type { Runners } from '../runners.ts';
import { catalogueHistory, checkCatalogue, importCatalogue } from './changes.ts';
import { auditChannels, channelAudits } from './channels.ts';
import { listBundles, serviceGuide } from './guide.ts';
import { searchServices } from './search.ts';

type CatalogueOperation =
  | 'serviceGuide'
  | 'searchServices'
  | 'listBundles'
  | 'checkCatalogue'
  | 'importCatalogue'
  | 'catalogueHistory'
  | 'auditChannels'
  | 'channelAudits';

/** What the hall offers and says of it. Shipped files are read once, at the start. */
export function createCatalogueHandlers(
  hall: HallContext,
  { mutation }: Runners,
): Pick<Handlers<HallOperations>, CatalogueOperation> {
  const [bundles, spelling] = [loadBundles(), loadSpelling()];
  return {
    serviceGuide: (input) => serviceGuide(hall, input),
    searchServices: ({ words }) => {
      const found = searchServices(hall.catalogue.values(), spelling, words);
      return ok({ services: found.map(({ serviceCode, name }) => ({ serviceCode, name })) });
    },
    listBundles: () => listBundles(hall, bundles),
    checkCatalogue: (input) => checkCatalogue(hall, input),
    importCatalogue: mutation('importCatalogue', importCatalogue),
    catalogueHistory: (input) => catalogueHistory(hall, input),
    auditChannels: mutation('auditChannels', auditChannels),
    channelAudits: () => channelAudits(hall),
  };
}
