import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder of data that ships with the product (catalogue, fonts, samples), found by walking up from this module,
 * so the sources and the built program find the same one. Throws when the installation is incomplete.
 */
export function resourcesFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const candidate = join(folder, 'resources');
    if (existsSync(join(candidate, 'catalogue'))) return candidate;
    if (folder === dirname(folder)) throw new Error('The installation is incomplete: no resources folder');
  }
}

/** Where the built pages are: dist/renderer beside the resources folder. */
export function pagesFolder(): string {
  return join(resourcesFolder(), '..', 'dist', 'renderer');
}
