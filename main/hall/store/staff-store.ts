import type { Database } from '../../foundation/sqlite/open-database.ts';
import type { Failures } from '../domain/sign-in-lock.ts';
import type { Session } from '../staff/sessions.ts';

const NONE: Failures = { count: 0, lastAtMs: 0 };

export type StaffStore = ReturnType<typeof createStaffStore>;

/** Wrong PINs, and who is signed in. */
export function createStaffStore(database: Database) {
  const own = database.prepare(
    'select count, last_at as lastAtMs from sign_in_failure where staff_number = ? and device = ?',
  );
  const all = database.prepare(
    "select staff_number as staffNumber, device, count, last_at as lastAtMs from sign_in_failure where staff_number <> ''",
  );
  const ofDevice =
    database.prepare(`select coalesce(sum(count), 0) as count, coalesce(max(last_at), 0) as lastAtMs
    from sign_in_failure where device = ?`);
  const sessions = database.prepare(`select session_hash as sessionHash, staff_number as staffNumber, device,
    credential, started_at as startedAtMs from staff_session`);
  const insert = database.prepare(`insert or replace into staff_session
    (session_hash, staff_number, device, credential, started_at)
    values (@sessionHash, @staffNumber, @device, @credential, @startedAtMs)`);
  const removeOld = database.prepare('delete from staff_session where started_at < ?');
  const remove = database.prepare('delete from staff_session where session_hash = ?');
  return {
    failures: (staffNumber: string, device: string): Failures =>
      (own.get(staffNumber, device) as Failures | undefined) ?? NONE,
    /** Of every account that was tried in vain, wherever. */
    allFailures: (): (Failures & { readonly staffNumber: string; readonly device: string })[] =>
      all.all() as (Failures & { staffNumber: string; device: string })[],
    failuresAt: (device: string): Failures => ofDevice.get(device) as Failures,
    sessions: (): Session[] => sessions.all() as Session[],
    keepSession: (session: Session): void => void insert.run(session),
    dropSessionsBefore: (startedAtMs: number): void => void removeOld.run(startedAtMs),
    dropSession: (sessionHash: string): void => void remove.run(sessionHash),
  };
}
