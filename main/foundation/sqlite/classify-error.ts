import Database from 'better-sqlite3';

/** Fault by fault, what the program and the staff should do next; the words on the screen come from translations. */
const REMEDIES = {
  'disk-full': 'free-space-and-finish-the-day',
  /** Close, reopen, verify: after a failed fsync the kernel may have dropped pages, so a retry here proves nothing. */
  'input-output': 'reopen-and-verify',
  /** Keep the damaged file, restore the newest verified copy. */
  corrupt: 'stop-issuing-and-restore',
  'not-a-database': 'stop-issuing-and-restore',
  readonly: 'paper-emergency-mode',
  busy: 'try-again',
  'cannot-open': 'call-technician',
} as const;

/** What a failing disk or file means for the hall; `code` is SQLite's own extended code, for the log. */
export type DatabaseFault = {
  [Kind in keyof typeof REMEDIES]: {
    readonly kind: Kind;
    readonly code: string;
    readonly remedy: (typeof REMEDIES)[Kind];
  };
}[keyof typeof REMEDIES];

/** By primary code (SQLite "Result and Error Codes"); extended codes such as SQLITE_IOERR_FSYNC share the prefix. */
const KIND_OF_CODE = {
  SQLITE_FULL: 'disk-full',
  SQLITE_IOERR: 'input-output',
  SQLITE_CORRUPT: 'corrupt',
  SQLITE_NOTADB: 'not-a-database',
  SQLITE_READONLY: 'readonly',
  SQLITE_PERM: 'readonly',
  SQLITE_BUSY: 'busy',
  SQLITE_LOCKED: 'busy',
  SQLITE_PROTOCOL: 'busy',
  SQLITE_CANTOPEN: 'cannot-open',
} as const satisfies Record<string, DatabaseFault['kind']>;

export function faultOfKind(kind: DatabaseFault['kind'], code: string): DatabaseFault {
  return { kind, code, remedy: REMEDIES[kind] } as DatabaseFault;
}

/**
 * The fault behind an exception from better-sqlite3, or undefined when it is not the machine's fault: a broken
 * constraint or a wrong statement is a bug and stays an exception.
 */
export function classifyDatabaseError(error: unknown): DatabaseFault | undefined {
  if (!(error instanceof Database.SqliteError)) return undefined;
  const { code } = error;
  const known = Object.entries(KIND_OF_CODE).find(
    ([primary]) => code === primary || code.startsWith(`${primary}_`),
  );
  return known && faultOfKind(known[1], code);
}
