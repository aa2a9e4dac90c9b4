import type { Configuration } from '../../preload/contracts/configuration.ts';
import type { Catalogue } from './catalogue/catalogue.ts';

/** A word of the configuration that means nothing in this hall. It is left out; everything else works. */
export interface ConfigurationGap {
  readonly path: readonly (string | number)[];
  readonly kind: 'unknown-service' | 'unknown-counter';
  readonly word: string;
}

/**
 * Services that the catalogue of this type of hall does not have and counters that the hall does not have. Not mistakes
 * that keep a hall from opening: catalogues differ by type and year, and a counter is closed before its display is.
 */
export function configurationGaps(
  { hall, devices }: Pick<Configuration, 'hall' | 'devices'>,
  catalogue: Catalogue,
): ConfigurationGap[] {
  const codes = [...catalogue.keys()];
  const isService = (word: string): boolean =>
    codes.some((code) => code === word || code.startsWith(`${word}-`));
  const isCounter = (word: string): boolean => hall.counters.some(({ id }) => id === word);
  const services = hall.counters.flatMap(({ services: wanted }, place) =>
    wanted.map((word, at) => ({ path: ['hall', 'counters', place, 'services', at], word })),
  );
  const counters = [
    ...hall.manualCounters.map((word, at) => ({ path: ['hall', 'manualCounters', at], word })),
    ...devices.windowDisplays.map(({ counter }, at) => ({
      path: ['devices', 'windowDisplays', at, 'counter'],
      word: counter,
    })),
  ];
  return [
    ...services
      .filter(({ word }) => !isService(word))
      .map((gap) => ({ ...gap, kind: 'unknown-service' as const })),
    ...counters
      .filter(({ word }) => !isCounter(word))
      .map((gap) => ({ ...gap, kind: 'unknown-counter' as const })),
  ];
}
