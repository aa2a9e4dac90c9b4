import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ServiceCode } from '../../../preload/contracts/ids.ts';
import { resourcesFolder } from '../../foundation/resources.ts';
import type { HallType } from './catalogue.ts';

const codes = z.array(ServiceCode);
const UsualFile = z.object({
  usual: z.object({ marriage: codes, social_org: codes, comprehensive: codes }),
});

/** What halls of this kind are mostly asked for, most asked first. Throws when the shipped file is damaged. */
export function loadUsualServices(hallType: HallType): readonly string[] {
  const file = join(resourcesFolder(), 'catalogue', 'usual-services.json');
  return UsualFile.parse(JSON.parse(readFileSync(file, 'utf8'))).usual[hallType];
}
