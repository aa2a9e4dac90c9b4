import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { ManualClock } from '../../../main/foundation/clock.ts';
import { loadCatalogue } from '../../../main/hall/catalogue/catalogue.ts';
import { HALL_FILE } from '../../../main/hall/files.ts';
import { openCore, type HallCore, type HallRun } from '../../../main/hall/hall-core.ts';
import { Ballast } from '../../../main/hall/recovery/ballast.ts';
import { CoreKeeper } from '../../../main/hall/recovery/core-keeper.ts';
import { isTailWhole, journalEnd } from '../../../main/hall/recovery/journal-tail.ts';
import type { HallOperations } from '../../../preload/contracts/hall-operations.ts';
import type { Output } from '../../../preload/contracts/operation.ts';
import type { ApiError } from '../../../preload/contracts/errors.ts';
import type { Result } from '../../../preload/contracts/result.ts';
import { KIOSK, temporaryFolder, TEST_POLICY } from '../../support/open-test-hall.ts';

let folder: string;
let clock: ManualClock;
let keeper: CoreKeeper;
let troubles: string[];

/** What the disk says from now on, to whoever writes. */
const fails = (code: string) => (): never => {
  throw new Database.SqliteError('as a disk would say', code);
};

beforeEach(() => {
  folder = temporaryFolder();
  clock = new ManualClock('2026-06-15T09:00:00+08:00');
  troubles = [];
  const run: HallRun = { bootId: 'boot', activity: { sinceStart: false, lastMonotonicMs: 0 } };
  keeper = new CoreKeeper({
    ballast: new Ballast({ folder, bytes: 0 }),
    clock,
    onTrouble: (trouble, code) => troubles.push(`${trouble} ${code}`),
    open: (again) =>
      openCore(
        {
          dataDirectory: folder,
          policy: TEST_POLICY,
          timeZone: 'Asia/Shanghai',
          catalogue: loadCatalogue('comprehensive'),
          clock,
          version: '0.0.0-test',
          staffName: (staffNumber: string) => staffNumber,
        },
        run,
        {
          onCommit: () => keeper.noteCommit(),
          onTrouble: (trouble, code) => keeper.noteTrouble(trouble, code),
          storage: () => keeper.trouble ?? 'well',
        },
        again,
      ),
  });
  expect(keeper.start().ok).toBe(true);
  onTestFinished(() => keeper.close());
});

type Issued = Result<Output<HallOperations, 'issueTicket'>, ApiError>;
const issue = (): string => {
  const wish = { requestId: randomUUID(), serviceCode: 'LN-01' };
  const answer = keeper.write((core) => core.handlers.issueTicket(wish, KIOSK) as Issued);
  return answer.ok ? answer.value.number : JSON.stringify(answer.error);
};
const refusedAs = (trouble: string): string => JSON.stringify({ kind: 'storage', trouble });
const aRestart = (): void => clock.advance(1_000);
const file = (): string => join(folder, HALL_FILE);

describe('an input-output fault', () => {
  it('costs the handle: the file is opened anew and the numbers go on', () => {
    const cores = new Set<HallCore>();
    const see = (core: HallCore) => (cores.add(core), { ok: true as const, value: undefined });
    issue();
    keeper.read(see);
    expect(keeper.write(fails('SQLITE_IOERR_FSYNC'))).toEqual({
      ok: false,
      error: { kind: 'storage', trouble: 'failing' },
    });
    expect(keeper.trouble).toBe('failing');
    keeper.read(see);
    expect(cores.size).toBe(2);
    expect([...cores][0]?.database.open).toBe(false);
    expect(issue()).toBe('C002');
    expect(keeper.trouble).toBeUndefined();
    expect(troubles).toEqual(['failing SQLITE_IOERR_FSYNC']);
  });

  it('does the same when it meets a reader', () => {
    issue();
    expect(keeper.read(fails('SQLITE_IOERR_READ'))).toMatchObject({ error: { trouble: 'failing' } });
    expect(issue()).toBe('C002');
  });

  it('keeps the day, whatever the clock says when the file is opened anew', () => {
    issue();
    clock.setWall('2026-06-16T09:00:00+08:00');
    keeper.write(fails('SQLITE_IOERR_WRITE'));
    expect(issue()).toBe('C002');
  });

  it('whose disk is gone: nothing is made anew, and the hall goes on when the disk is back', () => {
    issue();
    const away = join(temporaryFolder(), 'away');
    keeper.write(fails('SQLITE_IOERR_WRITE'));
    keeper.read(() => {
      renameSync(file(), away);
      return fails('SQLITE_IOERR_READ')();
    });
    aRestart();
    expect(issue()).toBe(refusedAs('failing'));
    expect(existsSync(file())).toBe(false);
    renameSync(away, file());
    expect(issue()).toBe(refusedAs('failing')); // not asked by every request
    aRestart();
    expect(issue()).toBe('C002');
  });

  it('whose disk comes back with yesterday’s copy: nothing is issued, nothing is written', () => {
    const older = join(temporaryFolder(), 'older');
    issue();
    keeper.read(({ database }) => {
      database.pragma('wal_checkpoint(TRUNCATE)');
      copyFileSync(file(), older);
      return { ok: true, value: undefined };
    });
    issue();
    keeper.read(({ database }) => {
      const known = journalEnd(database);
      expect(known?.seq).toBeGreaterThan(1n);
      return { ok: true, value: undefined };
    });
    const close = keeper.read((core) => {
      const original = core.database.close.bind(core.database);
      core.database.close = () => {
        original();
        renameSync(older, file());
        return core.database;
      };
      return fails('SQLITE_IOERR_READ')();
    });
    expect(close).toMatchObject({ ok: false });
    const before = readFileSync(file());
    aRestart();
    expect(issue()).toBe(refusedAs('corrupt'));
    expect(readFileSync(file()).equals(before)).toBe(true);
    expect(troubles.at(-1)).toBe('corrupt journal-end');
  });
});

describe('other faults', () => {
  it('a damaged file: nothing more is written, what can be read is still shown', () => {
    issue();
    expect(keeper.write(fails('SQLITE_CORRUPT'))).toMatchObject({ error: { trouble: 'corrupt' } });
    expect(issue()).toBe(refusedAs('corrupt'));
    expect(keeper.read((core) => ({ ok: true, value: core.snapshot().hall }))).toMatchObject({
      value: { waiting: 1, storage: 'corrupt' },
    });
  });

  it.each([
    ['SQLITE_FULL', 'full'],
    ['SQLITE_READONLY', 'read-only'],
    ['SQLITE_BUSY', 'busy'],
  ])('%s: the same handle goes on when it can', (code, trouble) => {
    issue();
    expect(keeper.write(fails(code))).toMatchObject({ error: { kind: 'storage', trouble } });
    expect(keeper.trouble).toBe(trouble);
    expect(issue()).toBe('C002');
    expect(keeper.trouble).toBeUndefined();
  });

  it('a bug is no fault of the disk', () => {
    expect(() => keeper.write(fails('SQLITE_CONSTRAINT_UNIQUE'))).toThrow('as a disk would say');
    expect(keeper.trouble).toBeUndefined();
  });
});

describe('the end of the journal', () => {
  const tail = (damage: (database: Database.Database) => void): boolean => {
    for (let person = 0; person < 5; person += 1) issue();
    const answer = keeper.read(({ database }) => {
      const known = journalEnd(database);
      database.exec('drop trigger event_is_never_changed; drop trigger event_is_never_removed;');
      damage(database);
      return { ok: true, value: isTailWhole(database, known) };
    });
    return answer.ok && answer.value;
  };

  it.each([
    ['nothing', '', true],
    [
      'a changed body',
      "update event set body = cast(replace(body, 'LN-01', 'LN-02') as blob) where seq = 4",
      false,
    ],
    ['a changed time', 'update event set at_wall = at_wall + 1 where seq = 6', false],
    ['a missing event', 'delete from event where seq = 4', false],
    ['a missing end', 'delete from event where seq = (select max(seq) from event)', false],
    [
      'a history cut short with its note',
      `delete from event where seq = (select max(seq) from event);
      update stream set head = head - 1, head_hash = (select hash from event order by seq desc limit 1)`,
      false,
    ],
    ['a wrong note of the end', 'update stream set head_hash = zeroblob(32)', false],
  ])('after %s', (_what, sql, whole) => {
    expect(tail((database) => void (sql === '' || database.exec(sql)))).toBe(whole);
  });
});
