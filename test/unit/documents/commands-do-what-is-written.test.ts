import { globSync, readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { createInterface } from 'node:readline';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../main/cli/commands.ts';
import { decodeEscpos } from '../../../main/cli/decode/escpos.ts';
import { decodeIdLines } from '../../../main/cli/decode/id.ts';
import { decodeLedLines } from '../../../main/cli/decode/led.ts';
import { decodeSamLines } from '../../../main/cli/decode/sam.ts';
import zh from '../../../resources/locales/zh-CN.json' with { type: 'json' };
import { codeBlocks, DOCUMENTS, READMES, ROOT, textOf } from './documents.ts';

const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Readonly<Record<string, string>>;
};
const all = DOCUMENTS.map(textOf).join('\n');
const found = (pattern: RegExp, text = all): string[] => [
  ...new Set([...text.matchAll(pattern)].map(([, word = '']) => word)),
];

describe('songting', () => {
  it('has every command that a document names', () => {
    const named = found(/\bsongting(?: --)? +([a-z]+)/g);
    expect(named.length).toBeGreaterThan(4);
    expect(named.filter((name) => !(name in COMMANDS))).toEqual([]);
  });

  it.each(READMES)('%s documents every command', (readme) => {
    const rows = found(/^\| `songting ([a-z]+)` \|/gm, textOf(readme));
    expect(rows.sort()).toEqual(Object.keys(COMMANDS).sort());
  });

  it('knows every option that stands behind it', () => {
    const sources = globSync('main/cli/**/*.ts', { cwd: ROOT })
      .map((file) => readFileSync(path.join(ROOT, file), 'utf8'))
      .join('\n');
    const known = new Set(found(/'?([a-z-]+)'?: (?:\{ type: '(?:string|boolean)' \}|text\b)/g, sources));
    const used = found(/\bsongting(?: --)? +[a-z]+[^|`\n]*?(?= --)( --.*)/g).flatMap((rest) =>
      found(/--([a-z][a-z-]+)/g, rest),
    );
    expect(used).toContain('data');
    expect(used.filter((option) => !known.has(option))).toEqual([]);
  });
});

it('npm has every script that a document names', () => {
  const named = found(/npm run (?:--silent )?([a-z:]+)/g);
  expect(named.length).toBeGreaterThan(6);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

it('Node programs that a document starts are there', () => {
  const programs = found(/npx node ((?:main|test|resources)\/\S+\.ts)/g);
  expect(programs.length).toBeGreaterThan(2);
  expect(programs.filter((file) => globSync(file, { cwd: ROOT }).length === 0)).toEqual([]);
});

interface Example {
  readonly document: string;
  readonly input: string;
  readonly what: string;
  readonly output: string;
}

const EXAMPLE = /^\$ echo (.+) \| npm run --silent songting -- decode (\w+)\n([\s\S]+)$/;
const examples = DOCUMENTS.flatMap((document) =>
  codeBlocks(textOf(document)).flatMap(({ text }): Example[] => {
    const [, input, what, output] = EXAMPLE.exec(text) ?? [];
    if (input === undefined || what === undefined || output === undefined) return [];
    return [{ document, input: input.replace(/^'(.*)'$/, '$1'), what, output: output.trimEnd() }];
  }),
);

async function decode(what: string, input: string): Promise<string> {
  const written: string[] = [];
  const lines = createInterface({ input: Readable.from([`${input}\n`]) });
  if (what === 'sam') await decodeSamLines(lines, (line) => void written.push(line));
  else if (what === 'id') await decodeIdLines(lines, (line) => void written.push(line));
  else if (what === 'led') await decodeLedLines(lines, (line) => void written.push(line));
  else written.push(decodeEscpos(Buffer.from(`${input}\n`)).trimEnd());
  return written.join('\n');
}

describe('an example of songting decode', () => {
  it('stands in both READMEs for each of sam, id, escpos and led', () => {
    const kinds = READMES.map((readme) =>
      examples.filter(({ document }) => document === readme).map(({ what }) => what),
    );
    expect(kinds).toEqual([
      ['sam', 'id', 'escpos', 'led'],
      ['sam', 'id', 'escpos', 'led'],
    ]);
  });

  it.each(examples)('in $document answers $what as written', async ({ what, input, output }) => {
    expect(await decode(what, input)).toBe(output);
  });
});

it('buttons are quoted as they are written on the pages', () => {
  const words = Object.values(zh).join('\n');
  const quoted = found(/「([^」]+)」/g).map((label) => label.replace(/\d+/, '{age}'));
  expect(quoted.length).toBeGreaterThan(6);
  expect(quoted.filter((label) => !words.replaceAll('“', '').replaceAll('”', '').includes(label))).toEqual(
    [],
  );
});
