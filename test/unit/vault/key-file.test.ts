import {
  chmodSync,
  copyFileSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createVault } from '../../../main/hall/vault/index.ts';
import { createKeyFile, readKeyFile } from '../../../main/hall/vault/key-file.ts';
import { hallFile, newUuid, temporaryFolder } from '../journal/hall-file.ts';

const posix = process.platform !== 'win32';

function hallWithSealedDay() {
  const { database } = hallFile();
  const keyFile = join(temporaryFolder(), 'vault.key');
  const open = () => createVault({ database, keyFile, newUid: newUuid });
  const first = open();
  if (!first.ok) throw new Error(first.error.kind);
  database.transaction(() => first.value.seal('monday', { name: '张三丰' })).immediate();
  return { keyFile, open };
}

const lost = (file: string, reason: string) => ({ ok: false, error: { kind: 'key-lost', file, reason } });

test('the first start makes a key that only its owner reads, and the next start uses it', () => {
  const file = join(temporaryFolder(), 'vault.key');
  const made = createKeyFile(file);
  expect(made.ok).toBe(true);
  expect(readKeyFile(file)).toEqual(made);
  if (posix) expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('a key file is never replaced', () => {
  const file = join(temporaryFolder(), 'vault.key');
  createKeyFile(file);
  const before = readFileSync(file);
  expect(createKeyFile(file)).toMatchObject({ ok: false, error: { code: 'EEXIST' } });
  expect(readFileSync(file)).toEqual(before);
});

test.runIf(posix)('a key file that the group or others may read is refused', () => {
  const { keyFile, open } = hallWithSealedDay();
  for (const mode of [0o640, 0o604, 0o622, 0o644]) {
    chmodSync(keyFile, mode);
    expect(open()).toEqual({
      ok: false,
      error: { kind: 'key-exposed', file: keyFile, mode: mode.toString(8) },
    });
  }
  chmodSync(keyFile, 0o400);
  expect(open().ok).toBe(true);
});

test('a lost key is said to be lost; no new one is made beside sealed days', () => {
  const { keyFile, open } = hallWithSealedDay();
  rmSync(keyFile);
  expect(open()).toEqual(lost(keyFile, 'missing'));
  expect(open()).toEqual(lost(keyFile, 'missing'));
});

test('another hall’s key is recognised as the wrong one', () => {
  const { keyFile, open } = hallWithSealedDay();
  rmSync(keyFile);
  createKeyFile(keyFile);
  expect(open()).toEqual(lost(keyFile, 'other-key'));
});

test('a torn, lengthened or edited key file is damaged, not used', () => {
  const { keyFile, open } = hallWithSealedDay();
  const spare = `${keyFile}.spare`;
  copyFileSync(keyFile, spare);
  const whole = readFileSync(keyFile, 'latin1');
  const flip = (text: string, at: number) =>
    text.slice(0, at) + (text[at] === '0' ? '1' : '0') + text.slice(at + 1);
  for (const broken of ['', 'x', `${whole}\n`, flip(whole, 30), whole.toUpperCase()]) {
    writeFileSync(keyFile, broken);
    expect(open()).toEqual(lost(keyFile, 'damaged'));
  }
  copyFileSync(spare, keyFile);
  expect(open().ok).toBe(true);
  truncateSync(keyFile, 40);
  expect(open()).toEqual(lost(keyFile, 'damaged'));
});

test('a folder that does not exist is named with the system’s own code', () => {
  const { database } = hallFile();
  const keyFile = join(temporaryFolder(), 'nowhere', 'vault.key');
  expect(createVault({ database, keyFile, newUid: newUuid })).toEqual({
    ok: false,
    error: { kind: 'key-unreadable', file: keyFile, code: 'ENOENT' },
  });
});
