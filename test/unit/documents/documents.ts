import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.join(import.meta.dirname, '..', '..', '..');

export const READMES = ['README.md', 'README.zh-CN.md'] as const;

/** Every document for people, from the root of the repository. */
export const DOCUMENTS: readonly string[] = [
  ...READMES,
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...globSync(['resources/handbook/**/*.md', 'resources/{fonts,forms,locales}/README.md'], {
    cwd: ROOT,
  }).sort(),
];

export const textOf = (document: string): string => readFileSync(path.join(ROOT, document), 'utf8');

export interface CodeBlock {
  /** After the fence: "yaml", "sh", "text". */
  readonly language: string;
  readonly text: string;
}

/** Fenced blocks in their order, without the indentation of a list that they may stand in. */
export function codeBlocks(markdown: string): CodeBlock[] {
  return [...markdown.matchAll(/^( *)```(\w*)\n([\s\S]*?)^ *```$/gm)].map(
    ([, indent = '', language = '', text = '']) => ({
      language,
      text: text.replace(new RegExp(`^${indent}`, 'gm'), ''),
    }),
  );
}

/** What stands in `backticks` outside blocks. */
export function codeSpans(markdown: string): string[] {
  return [...withoutBlocks(markdown).matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span);
}

export interface Link {
  /** From the root of the repository; the document itself for `#anchor`. */
  readonly file: string;
  readonly anchor: string | undefined;
}

/** Links and pictures that stay inside the repository. */
export function links(document: string): Link[] {
  const prose = withoutBlocks(textOf(document)).replace(/`[^`\n]+`/g, '');
  const found = [...prose.matchAll(/\]\(([^)\s]+)\)|<img src="([^"]+)"/g)];
  return found
    .map(([, link, picture]) => link ?? picture ?? '')
    .filter((target) => !/^https?:/.test(target))
    .map((target) => {
      const [file = '', anchor] = target.split('#');
      return { file: file === '' ? document : path.join(path.dirname(document), file), anchor };
    });
}

export const anchors = (markdown: string): string[] =>
  [...markdown.matchAll(/^<a id="([^"]+)"><\/a>$/gm)].map(([, id = '']) => id);

/** Headings of the second level, outside blocks. */
export const sections = (markdown: string): string[] =>
  [...withoutBlocks(markdown).matchAll(/^## (.+)$/gm)].map(([, title = '']) => title);

export const exists = (file: string): boolean => existsSync(path.join(ROOT, file));

function withoutBlocks(markdown: string): string {
  return markdown.replace(/^ *```[\s\S]*?^ *```$/gm, '');
}
