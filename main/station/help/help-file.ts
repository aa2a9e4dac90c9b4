import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import {
  KIOSK_DIFFICULTY_KINDS,
  type KioskDifficultyKind,
} from '../../../preload/contracts/hall/closed-lists.ts';
import type { Lifetime } from '../../foundation/lifetime.ts';
import type { Log } from '../../foundation/log/index.ts';
import { classifyDatabaseError } from '../../foundation/sqlite/classify-error.ts';
import { openDatabase, type Database } from '../../foundation/sqlite/open-database.ts';
import { helpMigrations } from './migrations.ts';

export const HELP_FILE = 'help.sqlite';

/** One report as the hall will get it. */
export interface Difficulty {
  readonly requestId: string;
  readonly kind: KioskDifficultyKind;
}

/** What outlives this program. Nothing here fails: a disk that does is told in the log, and memory has to do. */
export interface HelpFile {
  /** Reports that the hall has not taken yet, oldest first. */
  difficulties(): readonly Difficulty[];
  keep(difficulty: Difficulty): void;
  forget(requestId: string): void;
  /** The last call for help from this PC, as far as it is known not to be over. */
  asked(): string | undefined;
  noteAsked(helpId: string | undefined): void;
}

const Row = z.object({ requestId: z.uuid(), kind: z.enum(KIOSK_DIFFICULTY_KINDS) });
const Asked = z.object({ helpId: z.uuid() });

/** Opens the file, made at the first start. Undefined where it cannot be opened: help is more than its record. */
export function openHelpFile(dataDirectory: string, life: Lifetime, log: Log): HelpFile | undefined {
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
  const opened = openDatabase({ file: join(dataDirectory, HELP_FILE), migrations: helpMigrations });
  if (!opened.ok) {
    log.error('the file of difficulties cannot be opened: they are kept in memory', {
      kind: opened.error.kind,
    });
    return undefined;
  }
  return createHelpFile(
    life.own(opened.value, (file) => void file.close()),
    log,
  );
}

function createHelpFile(database: Database, log: Log): HelpFile {
  const sql = (text: string) => database.prepare(text);
  const list = sql('select request_id as requestId, kind from difficulty order by seq');
  const insert = sql('insert or ignore into difficulty (request_id, kind) values (@requestId, @kind)');
  const remove = sql('delete from difficulty where request_id = ?');
  const asked = sql('select help_id as helpId from asked');
  const ask = sql('insert or replace into asked (only, help_id) values (1, ?)');
  const unask = sql('delete from asked');
  const guarded = <Value>(work: () => Value, otherwise: Value): Value => {
    try {
      return work();
    } catch (failure) {
      const fault = classifyDatabaseError(failure);
      if (fault === undefined) throw failure;
      log.error('the file of difficulties fails: memory has to do', { kind: fault.kind, code: fault.code });
      return otherwise;
    }
  };
  return {
    difficulties: () => guarded(() => list.all().map((row) => Row.parse(row)), []),
    keep: ({ requestId, kind }) => void guarded(() => insert.run({ requestId, kind }), undefined),
    forget: (requestId) => void guarded(() => remove.run(requestId), undefined),
    asked: () => guarded(() => Asked.safeParse(asked.get()).data?.helpId, undefined),
    noteAsked: (helpId) =>
      void guarded(() => (helpId === undefined ? unask.run() : ask.run(helpId)), undefined),
  };
}
