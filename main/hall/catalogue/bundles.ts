import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { MOST_FURTHER_SERVICES } from '../../../preload/contracts/hall/closed-lists.ts';
import { ServiceCode } from '../../../preload/contracts/ids.ts';
import { resourcesFolder } from '../../foundation/resources.ts';

const Bundle = z.object({
  id: z.string().min(1),
  nameZh: z.string().min(1),
  nameEn: z.string().min(1),
  services: z
    .array(ServiceCode)
    .min(2)
    .max(1 + MOST_FURTHER_SERVICES),
});
export type Bundle = z.output<typeof Bundle>;

/** Events in a life that need several services (一件事一次办). Throws when the shipped file is damaged. */
export function loadBundles(
  file: string = join(resourcesFolder(), 'catalogue', 'bundles.json'),
): readonly Bundle[] {
  return z.object({ bundles: z.array(Bundle) }).parse(JSON.parse(readFileSync(file, 'utf8'))).bundles;
}
