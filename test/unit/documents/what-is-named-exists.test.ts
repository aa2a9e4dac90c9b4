import { statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  anchors,
  codeSpans,
  DOCUMENTS,
  exists,
  links,
  READMES,
  ROOT,
  sections,
  textOf,
} from './documents.ts';

const LARGEST_PICTURE_BYTES = 300_000;
const OWN_FILE = /^(?:main|preload|renderer|resources|test)\/[\w./-]+$/;
/** A page and its Chinese twin. */
const PAIRS = DOCUMENTS.filter((document) => document.endsWith('.zh-CN.md')).map(
  (chinese) => [chinese.replace('.zh-CN', ''), chinese] as const,
);

describe.each(DOCUMENTS)('%s', (document) => {
  it('links to nothing that is not there', () => {
    const broken = links(document).filter(({ file, anchor }) => {
      if (!exists(file)) return true;
      return anchor !== undefined && !anchors(textOf(file)).includes(anchor);
    });
    expect(broken).toEqual([]);
  });

  it('names no file of ours that is not there', () => {
    const named = codeSpans(textOf(document)).filter((span) => OWN_FILE.test(span));
    expect(named.filter((file) => !exists(file))).toEqual([]);
  });
});

describe('the two languages', () => {
  it('come in pairs for the README and for every page of the handbook', () => {
    expect(PAIRS.length).toBe(5);
    expect(PAIRS.filter(([english]) => !exists(english))).toEqual([]);
  });

  it.each(PAIRS)('%s and %s have the same sections', (english, chinese) => {
    expect(anchors(textOf(english)).length).toBeGreaterThan(4);
    expect(anchors(textOf(chinese))).toEqual(anchors(textOf(english)));
    expect(sections(textOf(chinese)).length).toBe(sections(textOf(english)).length);
  });

  it.each(PAIRS)('%s and %s show the same pictures and lead to the same places', (english, chinese) => {
    const places = (document: string) =>
      links(document)
        .map(({ file, anchor }) => `${file.replace('.zh-CN', '')}#${anchor ?? ''}`)
        .sort();
    expect(places(chinese)).toEqual(places(english));
  });
});

it('has a picture of every page, light enough for a slow line', () => {
  const pictures = [...new Set(READMES.flatMap((readme) => links(readme)).map(({ file }) => file))].filter(
    (file) => /\.(?:png|svg)$/.test(file),
  );
  expect(pictures.map((file) => path.basename(file)).sort()).toEqual(
    [
      'architecture.svg',
      'counter.png',
      'display.png',
      'kiosk-choose.png',
      'kiosk-done.png',
      'kiosk-idle.png',
    ].sort(),
  );
  expect(pictures.filter((file) => statSync(path.join(ROOT, file)).size > LARGEST_PICTURE_BYTES)).toEqual([]);
});
