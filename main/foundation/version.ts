import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { resourcesFolder } from './resources.ts';

const Package = z.object({ version: z.string() });

/** The product's version, from the package file that lies beside the resources. */
export function productVersion(): string {
  return Package.parse(JSON.parse(readFileSync(join(resourcesFolder(), '..', 'package.json'), 'utf8')))
    .version;
}
