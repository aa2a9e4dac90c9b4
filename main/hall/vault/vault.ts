import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import {
  CitizenId,
  ElderAddress,
  normaliseIdNumber,
  PersonName,
  PhoneNumber,
} from '../../foundation/identity/index.ts';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import { uuidBytes, uuidText } from '../journal/uuid.ts';
import { createDayKeys, type DayKeys, type LiveDayKey } from './day-keys.ts';
import { blindIndex, decrypt, deriveKey, encrypt, type Location } from './field-cipher.ts';
import { openMasterKey, type VaultKeyError } from './open-master-key.ts';
import { VAULT_FIELDS, type VaultField, type VaultPurpose } from './vocabulary.ts';

export interface PersonFields {
  readonly name?: PersonName | string;
  readonly idNumber?: CitizenId | string;
  readonly phone?: PhoneNumber | string;
  readonly address?: ElderAddress | string;
}

/** A person's fields, each still wrapped. */
export type SealedPerson = { readonly [Field in VaultField]?: Wrapped[Field] };

/** Each field as it leaves the vault: wrapped. */
interface Wrapped {
  readonly name: PersonName;
  readonly idNumber: CitizenId;
  readonly phone: PhoneNumber;
  readonly address: ElderAddress;
}

export type RevealError =
  | { readonly kind: 'unknown' }
  /** The day's key was destroyed. */
  | { readonly kind: 'erased' }
  /** The bytes are not the ones that were sealed here. */
  | { readonly kind: 'damaged' };

export interface Revealed<Field extends VaultField> {
  /** Still wrapped: the clear text needs `revealFor`. */
  readonly value: Wrapped[Field];
  /** The body of the `person.revealed` event that the caller appends. */
  readonly record: { readonly vaultId: string; readonly field: Field; readonly purpose: VaultPurpose };
}

export interface VaultOptions {
  readonly database: Database;
  /** Outside the database and outside its backups. */
  readonly keyFile: string;
  /** 16 bytes for a new vault id, such as `() => uuidV7(clock.nowMs())`. */
  readonly newUid: () => Uint8Array;
}

/** Where a person's own words and numbers live; the journal knows only the vault id. */
export interface Vault {
  /**
   * Seals what is known of one person. Call it inside the transaction that uses the id; outside of one it throws.
   * Throws when the day was erased, or its key is damaged. A day gets its key with the first person, also one that is
   * still to come.
   */
  seal(dayId: string, person: PersonFields): string;
  /** Vault ids of everyone sealed on this day with this number; full width and a small x make no difference. */
  findSamePerson(dayId: string, idNumber: CitizenId | string): readonly string[];
  /**
   * How many people these entries are of, whatever their days, and `another` with them. An entry without a number that can
   * be read (none was given, or its day was erased) is left out. No number leaves the vault, so nobody has to write it down.
   */
  countPeople(vaultIds: readonly string[], another?: CitizenId | string): number;
  /**
   * The birth date that stands in a person's number, YYYYMMDD, for the sum that a table gives; undefined where there is no
   * number that can be read. The number itself stays here.
   */
  birthOf(vaultId: string): string | undefined;
  /**
   * All that is kept of one person, wrapped: to be sealed again under another day, for nobody to see. Undefined when nothing
   * of it can be read any more.
   */
  personOf(vaultId: string): SealedPerson | undefined;
  /** The caller appends `record` to the journal before anybody sees the value. */
  reveal<Field extends VaultField>(
    vaultId: string,
    field: Field,
    purpose: VaultPurpose,
  ): Result<Revealed<Field>, RevealError>;
  /**
   * 32 bytes that only this hall can make for this subject, the same ones every time: a proof of something that was
   * handed out and is kept nowhere. Says nothing about the vault's keys.
   */
  proof(use: string, subject: string): Buffer;
  /**
   * Destroys the day's key, so its fields can never be read again, and empties the log that still held it. Not inside
   * a transaction. `logEmptied` is false while a reader holds the log: call again later. Copies elsewhere are elsewhere.
   */
  eraseDay(dayId: string): { readonly erased: boolean; readonly logEmptied: boolean };
}

const bytes = z.instanceof(Uint8Array);
const FieldRow = z.object({ day_id: z.string(), nonce: bytes, ciphertext: bytes });

/** Opens or makes the key file. Needs `createVaultTables`. Without its key the hall can work, only without names. */
export function createVault({ database, keyFile, newUid }: VaultOptions): Result<Vault, VaultKeyError> {
  const master = openMasterKey(database, keyFile);
  if (!master.ok) return master;
  const keys = createDayKeys(database, master.value);
  const statements = prepareVault(database);
  return ok({
    seal: (dayId, person) => seal({ database, statements, keys }, dayId, newUid(), person),
    findSamePerson: (dayId, idNumber) => {
      const day = keys.find(dayId);
      if (day.state !== 'live') return [];
      const found = statements.find.all(dayId, blindNumber(day, clearText(idNumber)));
      return found.map((vaultId) => uuidText(bytes.parse(vaultId))).toSorted();
    },
    countPeople: (vaultIds, another) => {
      const numbers = vaultIds.map((vaultId) => open(statements, keys, vaultId, 'idNumber'));
      const known = numbers.flatMap((number) => (number.ok ? [number.value] : []));
      const all = another === undefined ? known : [...known, clearText(another)];
      return new Set(all.map(normaliseIdNumber)).size;
    },
    birthOf: (vaultId) => {
      const number = open(statements, keys, vaultId, 'idNumber');
      return number.ok ? birthIn(number.value) : undefined;
    },
    personOf: (vaultId) => personOf(statements, keys, vaultId),
    reveal: (vaultId, field, purpose) => {
      const text = open(statements, keys, vaultId, field);
      return text.ok ? ok({ value: WRAP[field](text.value), record: { vaultId, field, purpose } }) : text;
    },
    proof: (use, subject) => blindIndex(deriveKey(master.value.key, `proof/${use}`), subject),
    eraseDay: (dayId) => {
      if (database.inTransaction) throw new Error('A day cannot be erased inside a transaction');
      const erase = database.transaction(() => {
        statements.unindex.run(dayId);
        return keys.erase(dayId);
      });
      return { erased: erase.immediate(), logEmptied: emptyLog(database) };
    },
  });
}

interface Parts {
  readonly database: Database;
  readonly statements: ReturnType<typeof prepareVault>;
  readonly keys: DayKeys;
}

function prepareVault(database: Database) {
  return {
    insert: database.prepare(
      'insert into vault_field (vault_id, field, day_id, nonce, ciphertext) values (?, ?, ?, ?, ?)',
    ),
    index: database.prepare('insert into vault_index (day_id, blind, vault_id) values (?, ?, ?)'),
    unindex: database.prepare('delete from vault_index where day_id = ?'),
    // Unordered: with "order by" SQLite (STAT4) plans this statement anew at every use.
    find: database.prepare('select vault_id from vault_index where day_id = ? and blind = ?').pluck(),
    field: database.prepare(
      'select day_id, nonce, ciphertext from vault_field where vault_id = ? and field = ?',
    ),
  };
}

function seal(parts: Parts, dayId: string, uid: Uint8Array, person: PersonFields): string {
  const { database, statements, keys } = parts;
  if (!database.inTransaction) throw new Error('A person must be sealed inside a transaction');
  const day = keys.find(dayId);
  if (day.state === 'erased' || day.state === 'damaged')
    throw new Error(`The key of day ${dayId} is ${day.state}`);
  const live = day.state === 'live' ? day : keys.create(dayId);
  const vaultId = uuidText(uid);
  for (const field of VAULT_FIELDS) {
    const given = person[field];
    if (given === undefined) continue;
    const plain = Buffer.from(clearText(given), 'utf8');
    const { nonce, ciphertext } = encrypt(live.key, plain, fieldLocation(vaultId, field, dayId));
    statements.insert.run(uid, field, dayId, nonce, ciphertext);
  }
  if (person.idNumber !== undefined)
    statements.index.run(dayId, blindNumber(live, clearText(person.idNumber)), uid);
  return vaultId;
}

function open(
  statements: Parts['statements'],
  keys: DayKeys,
  vaultId: string,
  field: VaultField,
): Result<string, RevealError> {
  const uid = uuidBytes(vaultId);
  const raw = uid && statements.field.get(uid, field);
  if (raw === undefined) return err({ kind: 'unknown' });
  const row = FieldRow.parse(raw);
  const day = keys.find(row.day_id);
  if (day.state === 'erased') return err({ kind: 'erased' });
  const plain =
    day.state === 'live' ? decrypt(day.key, row, fieldLocation(vaultId, field, row.day_id)) : undefined;
  return plain === undefined ? err({ kind: 'damaged' }) : ok(plain.toString('utf8'));
}

function personOf(statements: Parts['statements'], keys: DayKeys, vaultId: string): SealedPerson | undefined {
  const fields = VAULT_FIELDS.flatMap((field) => {
    const text = open(statements, keys, vaultId, field);
    return text.ok ? [[field, WRAP[field](text.value)] as const] : [];
  });
  return fields.length === 0 ? undefined : Object.fromEntries(fields);
}

function fieldLocation(vaultId: string, field: VaultField, dayId: string): Location {
  return { table: 'vault_field', column: field, row: vaultId, key: dayId };
}

function blindNumber({ indexKey }: LiveDayKey, idNumber: string): Buffer {
  return blindIndex(indexKey, normaliseIdNumber(idNumber));
}

/** Numbers were judged before they were sealed; only the place of the date is used here (GB 11643-1999). */
function birthIn(number: string): string | undefined {
  return /^\d{6}(\d{8})\d{3}[\dX]$/.exec(normaliseIdNumber(number))?.[1];
}

function clearText(value: Wrapped[VaultField] | string): string {
  return typeof value === 'string' ? value : value.revealFor('vault');
}

const WRAP: { readonly [Field in VaultField]: (text: string) => Wrapped[Field] } = {
  name: (text) => new PersonName(text),
  idNumber: (text) => new CitizenId(text),
  phone: (text) => new PhoneNumber(text),
  address: (text) => new ElderAddress(text),
};

/** The write-ahead log still holds the page with the wrapped key until it is copied over and cut to nothing. */
function emptyLog(database: Database): boolean {
  const [outcome] = z.array(z.object({ busy: z.int() })).parse(database.pragma('wal_checkpoint(TRUNCATE)'));
  return outcome?.busy === 0;
}
