import type { Database } from 'better-sqlite3';

/** One step forward. It contains SQL, not calls into stores: the stores of tomorrow do not fit yesterday's tables. */
export interface Migration {
  /** 1, 2, 3, ... without holes. */
  readonly version: number;
  readonly up: (database: Database) => void;
}

/** The version that this program writes: 0 when it has no migrations. */
export function newestVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.version ?? 0;
}

export function versionOf(database: Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}

function assertInOrder(migrations: readonly Migration[]): void {
  migrations.forEach(({ version }, index) => {
    if (version !== index + 1) throw new Error(`Migration ${version} stands at place ${index + 1}`);
  });
}

/**
 * Brings a file forward, each migration in its own transaction together with its number, so a cut in the middle
 * leaves a file of one version or the next. Throws what a migration throws: the caller tells a full disk from a bug.
 */
export function migrate(database: Database, migrations: readonly Migration[]): void {
  assertInOrder(migrations);
  const fileVersion = versionOf(database);
  if (fileVersion > newestVersion(migrations))
    throw new Error(`The file has version ${fileVersion}, newer than ours`);

  for (const migration of migrations.filter(({ version }) => version > fileVersion)) {
    database
      .transaction(() => {
        migration.up(database);
        database.pragma(`user_version = ${migration.version}`);
      })
      .immediate();
  }
}
