import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { Document, Node, Pair } from 'yaml';
import { splitWords, type Words } from '../../../preload/contracts/index.ts';

export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A YAML text with the place of everything in it. */
export interface ParsedYaml {
  readonly value: unknown;
  readonly problems: readonly (Place & { readonly found: string; readonly allowed: Words })[];
  /** True when the text could not be understood at all: then `value` means nothing. */
  readonly broken: boolean;
  /** Where the value at this path stands, or its nearest written ancestor; and that ancestor's path. */
  locate(
    path: readonly PropertyKey[],
  ): Place & { readonly path: readonly PropertyKey[]; readonly text: string | null };
  /** Where the key itself stands in the block at this path. */
  locateKey(path: readonly PropertyKey[], key: string): Place;
}

const words = (en: string, zh: string): Words => ({ en, zh });
const PLAIN = words('plain values, written out where they are used', '直接写出的值（不用锚点和别名）');
const YAML_TEXT = words('YAML: "key: value", indented by spaces', 'YAML：“键: 值”，用空格缩进');
const NO_TABS = words('spaces, not tabs, before a key', '键之前用空格，不用制表符');
const ONCE = words('each key once', '每个键只写一次');
const ONE_DOCUMENT = words('one document per file', '一个文件只写一份文档');
const NOT_NESTED = words('a few levels of blocks', '几层以内的嵌套');

const ALLOWED_BY_CODE: Readonly<Record<string, Words>> = {
  DUPLICATE_KEY: ONCE,
  TAB_AS_INDENT: NO_TABS,
  MULTIPLE_DOCS: ONE_DOCUMENT,
  TAG_RESOLVE_FAILED: PLAIN,
  RESOURCE_EXHAUSTION: NOT_NESTED,
};
/** After these the rest of the file still means what it says, so its other mistakes are reported as well. */
const STILL_READABLE = new Set(['DUPLICATE_KEY', 'TAG_RESOLVE_FAILED']);

/** Reads YAML 1.2. Anchors, aliases and own tags are refused: a configuration needs none, and they can explode. */
export function parseYaml(text: string): ParsedYaml {
  const lines = new LineCounter();
  try {
    return readDocument(parseDocument(text, { lineCounter: lines, prettyErrors: false }), lines);
  } catch (fault) {
    if (!(fault instanceof RangeError)) throw fault;
    const nothing = { line: 1, column: 1, path: [], text: null };
    const problems = [{ line: 1, column: 1, found: 'very deep nesting', allowed: NOT_NESTED }];
    return { value: undefined, problems, broken: true, locate: () => nothing, locateKey: () => nothing };
  }
}

function readDocument(document: Document, lines: LineCounter): ParsedYaml {
  const placeOf = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const faults = [...document.errors, ...document.warnings];
  const problems = faults.map(({ code, message, pos }) => ({
    ...placeOf(pos[0]),
    found: firstLine(message),
    allowed: ALLOWED_BY_CODE[code] ?? YAML_TEXT,
  }));
  const aliases = findAliases(document).map((offset) => ({
    ...placeOf(offset),
    found: 'an anchor or alias',
    allowed: PLAIN,
  }));
  const broken = aliases.length > 0 || document.errors.some(({ code }) => !STILL_READABLE.has(code));
  return {
    value: broken ? undefined : document.toJS({ maxAliasCount: 0 }),
    problems: [...problems, ...aliases],
    broken,
    locate: (path) => locate(document, path, placeOf),
    locateKey: (path, key) => locateKey(document, path, key, placeOf),
  };
}

function findAliases(document: Document): number[] {
  const offsets: number[] = [];
  visit(document, {
    Node: (_key, node) => {
      const anchored = isAlias(node) || ('anchor' in node && node.anchor !== undefined);
      if (anchored) offsets.push(node.range?.[0] ?? 0);
    },
  });
  return offsets;
}

function locate(document: Document, path: readonly PropertyKey[], placeOf: (offset: number) => Place) {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = nodeAt(document, path.slice(0, length));
    if (!isNode(node)) continue;
    const text = length === path.length || isScalar(node) ? sourceText(node) : null;
    return { ...placeOf(node.range?.[0] ?? 0), path: path.slice(0, length), text };
  }
  return { line: 1, column: 1, path: [], text: null };
}

function locateKey(
  document: Document,
  path: readonly PropertyKey[],
  key: string,
  placeOf: (offset: number) => Place,
): Place {
  const parent = nodeAt(document, path);
  const pair = pairAt(parent, key);
  const node = isNode(pair?.key) ? pair.key : parent;
  return isNode(node) ? placeOf(node.range?.[0] ?? 0) : { line: 1, column: 1 };
}

function nodeAt(document: Document, path: readonly PropertyKey[]): unknown {
  let node: unknown = document.contents;
  for (const part of path) {
    node = isSeq(node) ? node.items[Number(part)] : pairAt(node, String(part))?.value;
  }
  return node;
}

/** Of a key written twice the last one counts, as it does for the values. */
function pairAt(node: unknown, key: string): Pair | undefined {
  return isMap(node) ? node.items.findLast((item) => keyText(item.key) === key) : undefined;
}

const keyText = (key: unknown): string => (isScalar(key) ? String(key.value) : String(key));

/** A value as one might say it back: scalars as JSON, blocks by their kind. Never longer than a line. */
function sourceText(node: Node): string {
  if (isScalar(node)) return shorten(JSON.stringify(node.value) ?? 'nothing');
  return isMap(node) ? 'a block of keys' : 'a list';
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…"` : text);
const firstLine = (message: string): string => splitWords(message.split('\n')[0] ?? message).en;
