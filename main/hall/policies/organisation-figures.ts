import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { resourcesFolder } from '../../foundation/resources.ts';
import type { DatedFigure } from '../domain/dated-figures.ts';
import { ORGANISATION_FIGURES } from '../domain/social-organisations/ways.ts';
import { readFiguresFile, type FileFault } from './dated-figures-file.ts';

export const ORGANISATION_FIGURES_FILE = 'social-organisations.json';

/** Where a hall keeps figures of its own, which stand in place of the shipped ones. */
export const POLICY_FOLDER = 'policy';

export interface OrganisationFigures {
  readonly figures: readonly DatedFigure[];
  /** Why the hall's own file is not used; empty where it is, or where there is none. */
  readonly faults: readonly FileFault[];
}

/**
 * The figures of the rules for social organisations: those that ship with the program, and before them the hall's own, which
 * count on their days. A file of the hall's that has a mistake is not used at all. Throws when the shipped file is damaged.
 */
export function loadOrganisationFigures(dataDirectory?: string): OrganisationFigures {
  const shipped = readFiguresFile(
    join(resourcesFolder(), 'policy', ORGANISATION_FIGURES_FILE),
    ORGANISATION_FIGURES,
  );
  if (!shipped.ok) throw new Error(shipped.error.map(({ sentence }) => sentence).join('\n'));
  const own =
    dataDirectory === undefined ? undefined : join(dataDirectory, POLICY_FOLDER, ORGANISATION_FIGURES_FILE);
  if (own === undefined || !existsSync(own)) return { figures: shipped.value, faults: [] };
  const read = readFiguresFile(own, ORGANISATION_FIGURES);
  return read.ok
    ? { figures: [...read.value, ...shipped.value], faults: [] }
    : { figures: shipped.value, faults: read.error };
}
