import type { ServiceView } from '../../preload/contracts/hall-operations.ts';

/** Services whose code or name holds what was typed, whatever its case, blanks and hyphens: `ln1`, `LN-1`, `津贴`. */
export function matchingServices(services: readonly ServiceView[], typed: string): readonly ServiceView[] {
  const plain = (text: string): string => text.toLowerCase().replace(/[\s-]/g, '');
  const wanted = plain(typed);
  return services.filter(
    ({ serviceCode, name }) => plain(serviceCode).includes(wanted) || plain(name).includes(wanted),
  );
}
