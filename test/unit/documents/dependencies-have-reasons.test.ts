import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { ROOT, textOf } from './documents.ts';

const manifest = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
  readonly license: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
};

/** Rows of a table of CONTRIBUTING: package names in the first column, a reason in the second. */
function rowsUnder(heading: string): { readonly name: string; readonly reason: string }[] {
  const [, part = ''] = textOf('CONTRIBUTING.md').split(`### ${heading}\n`);
  const [table = ''] = part.split(/^\*\*|^#/m);
  return [...table.matchAll(/^\| (`.+?`) \| (.+) \|$/gm)].flatMap(([, names = '', reason = '']) =>
    [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => ({ name, reason })),
  );
}

it.each([
  ['What the product runs on', manifest.dependencies],
  ['What builds and checks it', manifest.devDependencies],
] as const)('%s: every package has a reason, and no other is named', (heading, packages) => {
  const rows = rowsUnder(heading);
  expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(packages).sort());
  expect(rows.filter(({ reason }) => reason.length < 8)).toEqual([]);
});

it('versions are exact', () => {
  const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

it('the licence is the one that package.json names, with its holder', () => {
  const licence = textOf('LICENSE');
  expect(manifest.license).toBe('Apache-2.0');
  expect(licence).toContain('Version 2.0, January 2004');
  expect(licence).toContain('END OF TERMS AND CONDITIONS');
  expect(licence).toMatch(/Copyright \d{4} The Songting authors/);
});
