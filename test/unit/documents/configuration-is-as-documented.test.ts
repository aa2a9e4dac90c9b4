import { describe, expect, it } from 'vitest';
import {
  describeProblems,
  loadConfiguration,
  parseConfiguration,
} from '../../../main/foundation/configuration/index.ts';
import { codeBlocks, codeSpans, DOCUMENTS, READMES, textOf } from './documents.ts';

/** Blocks of the file whose own keys have a row each; everything else is one row. */
const BLOCKS_WITH_ROWS = new Set([
  'hall.priority',
  'hall.missed',
  'hall.call',
  'hall.appointments',
  'hall.ratings',
  'hall.display',
  'hall.staff',
]);
/** Has no default, so it stands in no configuration that was read. */
const WITHOUT_DEFAULT = ['station.hallTokenFile'];

function keysOf(value: object, prefix = ''): string[] {
  return Object.entries(value).flatMap(([key, inner]) => {
    const name = prefix === '' ? key : `${prefix}.${key}`;
    const opens = prefix === '' || BLOCKS_WITH_ROWS.has(name);
    return opens && typeof inner === 'object' && inner !== null ? keysOf(inner, name) : [name];
  });
}

function demoHall() {
  const loaded = loadConfiguration();
  if (!loaded.ok) throw new Error('the demo hall has mistakes');
  const { source, ...configuration } = loaded.value;
  expect(source.file).toBeNull();
  return configuration;
}

const samples = DOCUMENTS.flatMap((document) =>
  codeBlocks(textOf(document))
    .filter(({ language }) => language === 'yaml')
    .map(({ text }, index) => ({ document, index, text })),
);

describe('a sample of the configuration', () => {
  it('stands in the READMEs and in the handbook', () => {
    expect(new Set(samples.map(({ document }) => document)).size).toBe(4);
  });

  it.each(samples)('in $document ($index) has no mistake', ({ text }) => {
    const parsed = parseConfiguration(text, 'sample.yaml');
    expect(parsed.ok ? '' : describeProblems(parsed.error)).toBe('');
  });

  it.each(READMES)('in %s is the demo hall, written out', (readme) => {
    const [sample] = samples.filter(({ document }) => document === readme);
    const parsed = parseConfiguration(sample?.text ?? '', 'sample.yaml');
    if (!parsed.ok) throw new Error(describeProblems(parsed.error));
    const { source, ...configuration } = parsed.value;
    expect(source.namedDevices.size).toBe(2);
    expect(configuration).toEqual(demoHall());
  });
});

it.each(READMES)('%s explains every key, and none that is not there', (readme) => {
  const rows = [...textOf(readme).matchAll(/^\| `((?:hall|station|devices|sync)\.[\w.]+)`/gm)].map(
    ([, key = '']) => key,
  );
  expect(rows.sort()).toEqual([...keysOf(demoHall()), ...WITHOUT_DEFAULT].sort());
});

it.each(READMES)('%s quotes the message of a mistake as it is', (readme) => {
  const shown = codeBlocks(textOf(readme)).find(({ text }) => text.startsWith('hall.yaml:3:9'));
  const parsed = parseConfiguration(
    "hall:\n  id: '440304-01'\n  rule: fastest\n  call: {}\n  conters: []\n",
    'hall.yaml',
  );
  const told = parsed.ok ? [] : describeProblems(parsed.error).split('\n');
  const [mistake, inChinese, unknownKey = ''] = shown?.text.split('\n') ?? [];
  expect(told.slice(0, 2)).toEqual([mistake, inChinese]);
  const [before = '', after = ''] = unknownKey.split('…');
  expect(told[2]?.startsWith(before)).toBe(true);
  expect(told[2]?.endsWith(after)).toBe(true);
});

it('environment variables of the documents are read somewhere', () => {
  const named = DOCUMENTS.flatMap((document) => codeSpans(textOf(document))).filter((span) =>
    /^SONGTING_[A-Z]+$/.test(span),
  );
  expect(new Set(named)).toEqual(new Set(['SONGTING_DATA', 'SONGTING_CACHE']));
});
