import { ok, type Caller, type Result, type Role } from '../../../preload/contracts/index.ts';
import type { Clock } from '../clock.ts';
import { stampOf } from '../kept-list.ts';
import { readAccessFile, type AccessFileProblem } from './access-file.ts';
import { hashToken, looksLikeToken, sameHash } from './token.ts';

/** Who a bearer token stands for. */
export interface Access {
  /** `undefined` = nobody. The answer may change: tokens are enrolled and revoked while the service runs. */
  identify(token: string): Caller | undefined;
}

export interface GivenToken {
  readonly role: Role;
  readonly name: string;
  /** `hashToken(token)` */
  readonly sha256: string;
}

export interface AccessOptions {
  /** `access.json` of the data folder; missing = only the given tokens. */
  readonly file?: string;
  /** Tokens made by whoever starts the service (the shell, the demo): they end with the process. */
  readonly given?: readonly GivenToken[];
  readonly clock: Clock;
  /** Called when a changed file cannot be read: the tokens known before stay valid. */
  readonly onProblem?: (problem: AccessFileProblem) => void;
}

/** A revoked token is refused within this time. */
const LOOK_AGAIN_AFTER_MS = 1_000;

/**
 * The tokens a service accepts. The file is read now, again when a token is unknown and the file has changed (so an
 * enrolment works at once), and looked at once a second (so a revocation does).
 */
export function openAccessTokens(options: AccessOptions): Result<Access, AccessFileProblem> {
  const watched = watchFile(options);
  const first = watched.reload();
  if (first !== undefined) return { ok: false, error: first };
  return ok({
    identify(token) {
      if (!looksLikeToken(token)) return undefined;
      const hash = hashToken(token);
      watched.look(false);
      const known = find(hash, [options.given ?? [], watched.records()]);
      if (known !== undefined) return known;
      watched.look(true);
      return find(hash, [watched.records()]);
    },
  });
}

/** Looks at every record, so the time tells nothing about which one it was. */
function find(hash: string, lists: readonly (readonly GivenToken[])[]): Caller | undefined {
  let found: Caller | undefined;
  for (const record of lists.flat()) {
    if (sameHash(record.sha256, hash)) found = { role: record.role, name: record.name };
  }
  return found;
}

function watchFile({ file, clock, onProblem }: AccessOptions) {
  let records: readonly GivenToken[] = [];
  let seen = '';
  let lookedAtMs = Number.NEGATIVE_INFINITY;

  const reload = (): AccessFileProblem | undefined => {
    if (file === undefined) return undefined;
    lookedAtMs = clock.monotonicMs();
    const stamp = stampOf(file);
    if (stamp === seen) return undefined;
    const read = readAccessFile(file);
    if (!read.ok) return read.error;
    seen = stamp;
    records = read.value;
    return undefined;
  };

  return {
    records: () => records,
    reload,
    look(now: boolean): void {
      if (!now && clock.monotonicMs() - lookedAtMs < LOOK_AGAIN_AFTER_MS) return;
      const problem = reload();
      if (problem !== undefined) onProblem?.(problem);
    },
  };
}
