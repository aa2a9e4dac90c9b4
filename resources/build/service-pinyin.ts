import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pinyin } from 'pinyin-pro';

const FOLDER = join(import.meta.dirname, '..', 'catalogue');
export const PINYIN_FILE = join(FOLDER, 'pinyin.json');

const read = (name: string): unknown => JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));

/** The whole pinyin of a name, without tones and spaces; what is no hanzi has none. */
function pinyinOf(text: string): string {
  return pinyin(text, { toneType: 'none', type: 'array', nonZh: 'removed', v: true }).join('').toUpperCase();
}

/** How each service's name, and what people call it, is spelt. Written into the resources: the hall carries no dictionary. */
export function servicePinyin(): Record<string, string[]> {
  const { items } = read('catalogue.json') as { items: { code: string; nameZh: string }[] };
  const said = read('said-words.json') as Record<string, string[] | undefined>;
  return Object.fromEntries(
    items.map(({ code, nameZh }) => [
      code,
      [...new Set([nameZh, ...(said[code] ?? [])].map(pinyinOf))].filter((letters) => letters !== ''),
    ]),
  );
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const lines = Object.entries(servicePinyin()).map(
    ([code, spelt]) => `  ${JSON.stringify(code)}: ${JSON.stringify(spelt).replaceAll(',', ', ')}`,
  );
  writeFileSync(PINYIN_FILE, `{\n${lines.join(',\n')}\n}\n`);
}
