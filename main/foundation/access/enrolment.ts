import { err, ok, type Result, type Role } from '../../../preload/contracts/index.ts';
import type { Clock } from '../clock.ts';
import { changeAccessFile, type AccessFileProblem, type AccessRecord } from './access-file.ts';
import { hashToken, mintToken } from './token.ts';

export type EnrolmentProblem =
  | AccessFileProblem
  | { readonly kind: 'name-taken'; readonly role: Role }
  | { readonly kind: 'unknown-name' };

/** Adds a holder and answers the token: the only time it is seen. A name stands for one holder. */
export function enrol(
  file: string,
  holder: { readonly role: Role; readonly name: string },
  clock: Pick<Clock, 'nowMs'>,
): Result<string, EnrolmentProblem> {
  const token = mintToken();
  const createdAt = new Date(clock.nowMs()).toISOString();
  const changed = changeAccessFile<EnrolmentProblem>(file, clock.nowMs(), (records) => {
    const holding = records.find(({ name }) => name === holder.name);
    if (holding !== undefined) return err({ kind: 'name-taken', role: holding.role });
    return ok([...records, { role: holder.role, name: holder.name, sha256: hashToken(token), createdAt }]);
  });
  return changed.ok ? ok(token) : changed;
}

/** Takes the holder's token away: running services notice within a second. */
export function revoke(
  file: string,
  name: string,
  clock: Pick<Clock, 'nowMs'>,
): Result<void, EnrolmentProblem> {
  return changeAccessFile<EnrolmentProblem>(file, clock.nowMs(), (records) => {
    const kept: readonly AccessRecord[] = records.filter((record) => record.name !== name);
    return kept.length === records.length ? err({ kind: 'unknown-name' }) : ok(kept);
  });
}
