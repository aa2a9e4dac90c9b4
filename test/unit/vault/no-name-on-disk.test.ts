import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { createVault } from '../../../main/hall/vault/index.ts';
import { hallFile, newUuid, temporaryFolder } from '../journal/hall-file.ts';

/** Marked fake identities: no real person has them, so any trace is a leak. */
const PEOPLE = Array.from({ length: 40 }, (_, index) => ({
  name: `金丝雀𠅤${index}`,
  idNumber: `9999991956031${String(50_000 + index).padStart(5, '0')}`,
}));
const ENCODINGS = ['utf8', 'utf16le'] as const;

const hexText = (text: string) => Buffer.from(Buffer.from(text, 'utf8').toString('hex'), 'latin1');
const base64Text = (text: string) =>
  Buffer.from(Buffer.from(text, 'utf8').toString('base64').replace(/=+$/, ''), 'latin1');

function marksOf(text: string): Buffer[] {
  const wide = Buffer.from(text, 'utf16le');
  const bigEndian = Buffer.from(wide).swap16();
  return [
    ...ENCODINGS.map((encoding) => Buffer.from(text, encoding)),
    bigEndian,
    hexText(text),
    base64Text(text),
  ];
}

function leaksIn(files: readonly string[]): string[] {
  const marks = PEOPLE.flatMap(({ name, idNumber }) => [name, idNumber]).flatMap(marksOf);
  return files.filter((file) => marks.some((mark) => readFileSync(file).includes(mark)));
}

const filesIn = (folder: string): string[] => readdirSync(folder).map((name) => join(folder, name));

function sealEverybody() {
  const { database, journal, file } = hallFile();
  const keyFile = join(temporaryFolder(), 'vault.key');
  const made = createVault({ database, keyFile, newUid: newUuid });
  if (!made.ok) throw new Error(made.error.kind);
  const dayId = database
    .transaction(() => journal.append('day.opened', 1, { date: '2026-03-02' }).uid)
    .immediate();
  for (const person of PEOPLE) {
    database
      .transaction(() => {
        const vaultId = made.value.seal(dayId, person);
        journal.append('person.revealed', 1, { vaultId, field: 'name', purpose: 'staff-view' });
      })
      .immediate();
  }
  return { database, file, keyFile, dayId, vault: made.value };
}

test('no trace of a name or number in database, log, lock or key file, before and after the log is copied over', () => {
  const { database, file, keyFile } = sealEverybody();
  const everything = () => [...filesIn(dirname(file)), ...filesIn(dirname(keyFile))];
  expect(existsSync(`${file}-wal`)).toBe(true);
  expect(leaksIn(everything())).toEqual([]);
  database.pragma('wal_checkpoint(TRUNCATE)');
  expect(leaksIn(everything())).toEqual([]);
});

test('the search itself finds a name that is there', () => {
  const { database, file } = sealEverybody();
  database.exec(`create table leak (x text); insert into leak values ('金丝雀𠅤7')`);
  expect(leaksIn(filesIn(dirname(file)))).not.toEqual([]);
});

test('an erased day’s key is in no file any more', () => {
  const { database, file, dayId, vault } = sealEverybody();
  const wrapped = database.prepare('select wrapped_dek from vault_key').pluck().get();
  if (!(wrapped instanceof Uint8Array)) throw new Error('no key');
  const holding = () =>
    filesIn(dirname(file)).filter((name) => readFileSync(name).includes(Buffer.from(wrapped)));
  expect(holding()).not.toEqual([]);
  vault.eraseDay(dayId);
  expect(holding()).toEqual([]);
});
