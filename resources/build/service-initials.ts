import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pinyin } from 'pinyin-pro';

const FOLDER = join(import.meta.dirname, '..', 'catalogue');
export const INITIALS_FILE = join(FOLDER, 'initials.json');

const read = (name: string): unknown => JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));

/** First letters of the pinyin of each hanzi; what is no hanzi has none. */
function initialsOf(text: string): string {
  const letters = pinyin(text, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'removed' });
  return letters.join('').toUpperCase();
}

/**
 * What may be typed for each service: its name, the name without what stands in brackets, then what people call it. Written
 * into the resources, so that no page has to carry a dictionary.
 */
export function serviceInitials(): Record<string, string[]> {
  const { items } = read('catalogue.json') as { items: { code: string; nameZh: string }[] };
  const said = read('said-words.json') as Record<string, string[] | undefined>;
  return Object.fromEntries(
    items.map(({ code, nameZh }) => {
      const names = [nameZh, nameZh.replace(/[(（][^)）]*[)）]/g, ''), ...(said[code] ?? [])];
      return [code, [...new Set(names.map(initialsOf))].filter((letters) => letters !== '')];
    }),
  );
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const lines = Object.entries(serviceInitials()).map(
    ([code, initials]) => `  ${JSON.stringify(code)}: ${JSON.stringify(initials).replaceAll(',', ', ')}`,
  );
  writeFileSync(INITIALS_FILE, `{\n${lines.join(',\n')}\n}\n`);
}
