import type { ServiceView } from '../../../preload/contracts/hall-operations.ts';
import type { useWords } from '../../shared/stores/words-store.ts';
import type { SearchOption } from './search-section.ts';

/** Services as a list to search: code, name, how many wait. */
export function serviceOptions(
  words: Pick<ReturnType<typeof useWords>, 't' | 'service'>,
  services: readonly ServiceView[],
): readonly SearchOption[] {
  return services.map(({ serviceCode, name, waiting }) => ({
    id: serviceCode,
    code: serviceCode,
    name: words.service(serviceCode, name),
    note: words.t('counter.transfer.waiting', { count: waiting }),
  }));
}
