import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { CitizenId, PersonName } from '../../../main/foundation/identity/index.ts';
import { verifyJournal } from '../../../main/hall/journal/index.ts';
import { createVault, type Vault } from '../../../main/hall/vault/index.ts';
import {
  hallFile,
  newUuid,
  openHallFile,
  openHallFileForReading,
  temporaryFolder,
} from '../journal/hall-file.ts';

const MONDAY = '0195551e-2c00-7000-8000-000000000001';
const TUESDAY = '0195551e-2c00-7000-8000-000000000002';
const NUMBER = '99999919560315000X';

function hallWithVault() {
  const hall = hallFile();
  const keyFile = join(temporaryFolder(), 'vault.key');
  const { database } = hall;
  const made = createVault({ database, keyFile, newUid: newUuid });
  if (!made.ok) throw new Error(made.error.kind);
  return { ...hall, keyFile, vault: made.value };
}

const person = { name: new PersonName('欧阳娜娜'), idNumber: new CitizenId(NUMBER) };

function sealOn(
  { database, vault }: ReturnType<typeof hallWithVault>,
  dayId: string,
  who: Parameters<Vault['seal']>[1] = person,
) {
  return database.transaction(() => vault.seal(dayId, who)).immediate();
}

test('what was sealed comes back wrapped, with the record that the journal must get', () => {
  const hall = hallWithVault();
  const vaultId = sealOn(hall, MONDAY);
  const name = hall.vault.reveal(vaultId, 'name', 'staff-view');
  expect(name).toMatchObject({
    ok: true,
    value: { record: { vaultId, field: 'name', purpose: 'staff-view' } },
  });
  if (!name.ok) return;
  expect(name.value.value.revealFor('staff-view')).toBe('欧阳娜娜');
  expect(JSON.stringify(name)).not.toContain('阳');
  hall.database.transaction(() => hall.journal.append('person.revealed', 1, name.value.record)).immediate();
  const number = hall.vault.reveal(vaultId, 'idNumber', 'central-sync');
  expect(number.ok && number.value.value.revealFor('central-sync')).toBe(NUMBER);
});

test('the same person is found again on the same day, however the number is typed, and on no other day', () => {
  const hall = hallWithVault();
  const first = sealOn(hall, MONDAY);
  const again = sealOn(hall, MONDAY, { idNumber: ' 99999919560315000x ' });
  sealOn(hall, MONDAY, { name: '欧阳娜娜', idNumber: '999999194601010009' });
  sealOn(hall, TUESDAY);
  const found = hall.vault.findSamePerson(MONDAY, '９９９９９９１９５６０３１５０００ｘ');
  expect([...found].sort()).toEqual([first, again].sort());
  expect(hall.vault.findSamePerson('never', NUMBER)).toEqual([]);
});

test('the index of one day cannot be linked with the index of another', () => {
  const hall = hallWithVault();
  sealOn(hall, MONDAY);
  sealOn(hall, TUESDAY);
  const blinds = hall.database.prepare('select distinct blind from vault_index').all();
  expect(blinds).toHaveLength(2);
});

test('people are counted over days without a number leaving the vault; an erased day is forgotten here, too', () => {
  const hall = hallWithVault();
  const ids = [
    sealOn(hall, MONDAY),
    sealOn(hall, TUESDAY),
    sealOn(hall, TUESDAY, { idNumber: '999999194601010009' }),
    sealOn(hall, TUESDAY, { name: '张三丰' }),
  ];
  expect(hall.vault.countPeople(ids)).toBe(2);
  expect(hall.vault.countPeople(ids, '９９９９９９１９５６０３１５０００ｘ')).toBe(2);
  expect(hall.vault.countPeople(ids, '999999199001010008')).toBe(3);
  hall.vault.eraseDay(TUESDAY);
  expect(hall.vault.countPeople(ids)).toBe(1);
});

test('a person of whom only the name is known has no number to reveal and none to find', () => {
  const hall = hallWithVault();
  const vaultId = sealOn(hall, MONDAY, { name: '张三丰' });
  expect(hall.vault.reveal(vaultId, 'idNumber', 'staff-view')).toEqual({
    ok: false,
    error: { kind: 'unknown' },
  });
  expect(hall.vault.reveal('no-such-id', 'name', 'staff-view')).toEqual({
    ok: false,
    error: { kind: 'unknown' },
  });
  expect(hall.database.prepare('select count(*) from vault_index').pluck().get()).toBe(0);
});

test('a transaction that is given up takes the day key with it, and the next person gets a new one', () => {
  const hall = hallWithVault();
  const givenUp = hall.database.transaction(() => {
    hall.vault.seal(MONDAY, person);
    throw new Error('disk full');
  });
  expect(() => givenUp.immediate()).toThrow('disk full');
  expect(hall.database.prepare('select count(*) from vault_key').pluck().get()).toBe(0);
  const vaultId = sealOn(hall, MONDAY);
  expect(hall.vault.reveal(vaultId, 'name', 'staff-view').ok).toBe(true);
});

test('nobody is sealed outside a transaction', () => {
  const { vault } = hallWithVault();
  expect(() => vault.seal(MONDAY, person)).toThrow('inside a transaction');
});

const MOVES = {
  'to another row': `update vault_field set vault_id = x'000102030405060708090a0b0c0d0e0f' where field = 'name'`,
  'to another column': `update vault_field set field = 'idNumber' where field = 'name'`,
  'to another day': `update vault_field set day_id = '${TUESDAY}' where field = 'name'`,
} as const;

test.each(Object.entries(MOVES))('a value moved %s does not open there', (_where, move) => {
  const hall = hallWithVault();
  const vaultId = sealOn(hall, MONDAY, { name: '张三丰' });
  sealOn(hall, TUESDAY, {});
  hall.database.exec(move);
  const moved = move.includes('vault_id') ? '00010203-0405-0607-0809-0a0b0c0d0e0f' : vaultId;
  const field = move.includes("field = 'idNumber'") ? 'idNumber' : 'name';
  expect(hall.vault.reveal(moved, field, 'staff-view')).toEqual({ ok: false, error: { kind: 'damaged' } });
});

test('one flipped bit in nonce, ciphertext, tag or wrapped key keeps the value closed', () => {
  const hall = hallWithVault();
  const vaultId = sealOn(hall, MONDAY, { name: '张三丰' });
  const { database, vault } = hall;
  for (const [table, column] of [
    ['vault_field', 'nonce'],
    ['vault_field', 'ciphertext'],
    ['vault_key', 'nonce'],
    ['vault_key', 'wrapped_dek'],
  ] as const) {
    const whole = database.prepare(`select ${column} from ${table}`).pluck().get();
    if (!(whole instanceof Uint8Array)) throw new Error('no bytes');
    const write = database.prepare(`update ${table} set ${column} = ?`);
    for (let bit = 0; bit < whole.length * 8; bit += 1) {
      const flipped = Buffer.from(whole);
      flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      write.run(flipped);
      expect(vault.reveal(vaultId, 'name', 'staff-view'), `${table}.${column} bit ${bit}`).toMatchObject({
        ok: false,
      });
    }
    write.run(whole);
  }
  expect(vault.reveal(vaultId, 'name', 'staff-view').ok).toBe(true);
});

test('an erased day is closed for ever, the other day and the chain are whole', () => {
  const hall = hallWithVault();
  const { database, vault, journal } = hall;
  const monday = sealOn(hall, MONDAY);
  const tuesday = sealOn(hall, TUESDAY);
  const record = { vaultId: monday, field: 'name', purpose: 'staff-view' } as const;
  database.transaction(() => journal.append('person.revealed', 1, record)).immediate();

  expect(vault.eraseDay(MONDAY)).toEqual({ erased: true, logEmptied: true });
  expect(vault.eraseDay(MONDAY)).toEqual({ erased: false, logEmptied: true });
  expect(vault.reveal(monday, 'name', 'staff-view')).toEqual({ ok: false, error: { kind: 'erased' } });
  expect(vault.findSamePerson(MONDAY, NUMBER)).toEqual([]);
  expect(vault.reveal(tuesday, 'name', 'staff-view').ok).toBe(true);
  expect(() => sealOn(hall, MONDAY)).toThrow('erased');
  expect(verifyJournal(database).ok).toBe(true);
});

test('a reader that still holds the log is told of, not waited for in vain', () => {
  const hall = hallWithVault();
  sealOn(hall, MONDAY);
  const reader = openHallFileForReading(hall.file);
  reader.exec('begin');
  reader.prepare('select count(*) from vault_key').get();
  hall.database.pragma('busy_timeout = 1');
  expect(hall.vault.eraseDay(MONDAY)).toEqual({ erased: true, logEmptied: false });
  reader.exec('commit');
  expect(hall.vault.eraseDay(MONDAY)).toEqual({ erased: false, logEmptied: true });
});

test('the key goes with the hall: a restart reads what was sealed before', () => {
  const { database, keyFile, file, vault, ...rest } = hallWithVault();
  const vaultId = sealOn({ database, keyFile, file, vault, ...rest }, MONDAY);
  database.close();
  const reopened = openHallFile(file);
  onTestFinished(() => void reopened.close());
  const again = createVault({ database: reopened, keyFile, newUid: newUuid });
  expect(again.ok && again.value.reveal(vaultId, 'name', 'staff-view').ok).toBe(true);
});
