import type { Service } from '../../catalogue/catalogue.ts';
import type { Spelling } from '../../catalogue/spelling.ts';

/** More than a screen shows, and more than anybody reads. */
const MOST_FOUND = 20;

/** Services by characters, pinyin or first letters: what begins with the words first, then the catalogue's order. */
export function searchServices(
  services: Iterable<Service>,
  spellingOf: (serviceCode: string) => Spelling,
  words: string,
): Service[] {
  const wanted = words.replace(/[\s'’]/g, '').toUpperCase();
  if (wanted === '') return [];
  return [...services]
    .map((service) => ({ service, rank: rankOf(service, spellingOf(service.serviceCode), wanted) }))
    .filter(({ rank }) => rank < NO_MATCH)
    .sort((one, other) => one.rank - other.rank)
    .slice(0, MOST_FOUND)
    .map(({ service }) => service);
}

const NO_MATCH = 3;

function rankOf(
  { name, serviceCode }: Service,
  { said, pinyin, initials }: Spelling,
  wanted: string,
): number {
  const spellings = [serviceCode, name, ...said, ...pinyin, ...initials].map((text) => text.toUpperCase());
  if (spellings.includes(wanted)) return 0;
  if (spellings.some((text) => text.startsWith(wanted))) return 1;
  return [name, ...said, ...pinyin].some((text) => text.includes(wanted)) ? 2 : NO_MATCH;
}
