import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ServiceCode } from '../../../preload/contracts/ids.ts';
import { resourcesFolder } from '../../foundation/resources.ts';

/** How each service may be asked for: what people call it, whole pinyin, first letters. */
export interface Spelling {
  readonly said: readonly string[];
  readonly pinyin: readonly string[];
  readonly initials: readonly string[];
}

const Words = z.record(ServiceCode, z.array(z.string()));

/** Throws when a shipped file is damaged. */
export function loadSpelling(): (serviceCode: string) => Spelling {
  const read = (name: string) =>
    Words.parse(JSON.parse(readFileSync(join(resourcesFolder(), 'catalogue', name), 'utf8')));
  const [said, pinyin, initials] = ['said-words.json', 'pinyin.json', 'initials.json'].map(read);
  return (code) => ({
    said: said?.[code] ?? [],
    pinyin: pinyin?.[code] ?? [],
    initials: initials?.[code] ?? [],
  });
}
