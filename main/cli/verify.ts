import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { hallFolder } from '../foundation/configuration/index.ts';
import { classifyDatabaseError } from '../foundation/sqlite/classify-error.ts';
import { openDatabase, type Database, type OpenDatabaseError } from '../foundation/sqlite/open-database.ts';
import { HALL_FILE } from '../hall/files.ts';
import {
  damagedDefinition,
  verifyJournal,
  type JournalDamage,
  type JournalVerdict,
} from '../hall/journal/index.ts';

export interface VerifyRequest {
  /** A database file, for example a backup; otherwise the hall's own in `dataDirectory`. */
  readonly file?: string;
  readonly dataDirectory?: string;
  readonly json?: boolean;
  readonly write: (text: string) => void;
}

type Outcome =
  | {
      readonly state: 'whole' | 'broken';
      readonly file: string;
      readonly verdict: JournalVerdict;
      /** "ok", or the first table of the journal not defined as it was, or what SQLite's own check of the file found. */
      readonly structure: string;
    }
  | { readonly state: 'unreadable'; readonly file: string; readonly code: string }
  | {
      readonly state: 'not-opened';
      readonly file: string;
      readonly problem: OpenDatabaseError['kind'] | 'no-journal';
    };

const EXIT_CODES: Readonly<Record<Outcome['state'], number>> = {
  whole: 0,
  broken: 1,
  unreadable: 1,
  'not-opened': 2,
};

const DAMAGE_WORDS: Readonly<Record<JournalDamage, string>> = {
  missing: '记录缺失 / an event is missing',
  'out-of-place': '多出记录 / an event stands where none may',
  altered: '记录被改动 / an event was altered',
  unreadable: '记录无法读取 / a row cannot be read',
  'broken-link': '与前一条不衔接 / an event does not continue the one before',
  'head-disagrees': '末尾标记不符 / the note of the last event does not match it',
  'acknowledged-disagrees': '上报标记不符 / the note of what the centre has does not match',
  'unknown-algorithm': '未知的校验算法 / sealed by an algorithm this program does not know',
  'unknown-fork': '分叉点不明 / the epoch does not say where it continues',
};

const WHAT_TO_DO =
  '请停止取号，保留此文件，用最近一次校验通过的备份恢复，并报告中心。\n' +
  'Stop issuing, keep this file as it is, restore the newest copy that verifies, and tell the centre.';

/**
 * `songting verify`: recomputes the hall's whole chain. Reads only, also while the hall runs.
 * Answers the exit code: 0 whole, 1 broken (with the place and what to do), 2 not opened.
 */
export function verifyCommand(request: VerifyRequest): Promise<number> {
  const outcome = verifyFile(request.file ?? join(request.dataDirectory ?? '.', HALL_FILE));
  request.write(request.json === true ? `${JSON.stringify(outcome)}\n` : `${describe(outcome)}\n`);
  return Promise.resolve(EXIT_CODES[outcome.state]);
}

const USAGE = `songting verify [FILE] [--data FOLDER] [--json]
  FILE    a database, for example a backup; otherwise the hall's own
  FOLDER  the installation's data folder
校验整条记录链：完好返回 0，损坏返回 1 并指出位置，无法打开返回 2。
`;

/** `songting verify` as it is typed. */
export function verifyArguments(args: readonly string[], write: (text: string) => void): Promise<number> {
  const typed = readArguments(args);
  if (typed === undefined) {
    write(USAGE);
    return Promise.resolve(2);
  }
  const [file] = typed.positionals;
  return verifyCommand({
    dataDirectory: hallFolder(typed.values.data),
    write,
    json: typed.values.json ?? false,
    ...(file !== undefined && { file }),
  });
}

function readArguments(args: readonly string[]) {
  const options = { data: { type: 'string' }, json: { type: 'boolean' } } as const;
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch {
    return undefined;
  }
}

function verifyFile(file: string): Outcome {
  const opened = openDatabase({ file, readonly: true });
  if (!opened.ok) return whenNotOpened(opened.error);
  const database = opened.value;
  try {
    if (!hasJournal(database)) return { state: 'not-opened', file, problem: 'no-journal' };
    const verdict = verifyJournal(database);
    const structure = structureOf(database);
    return { state: verdict.ok && structure === 'ok' ? 'whole' : 'broken', file, verdict, structure };
  } catch (error) {
    const fault = classifyDatabaseError(error);
    if (fault === undefined) throw error;
    return { state: 'unreadable', file, code: fault.code };
  } finally {
    database.close();
  }
}

function structureOf(database: Database): string {
  const damaged = damagedDefinition(database);
  if (damaged !== undefined) return `the definition of ${damaged} is not the one that was written`;
  return String(database.pragma('integrity_check(1)', { simple: true }));
}

function whenNotOpened(error: OpenDatabaseError): Outcome {
  const { kind, file } = error;
  const damaged = kind === 'corrupt' || kind === 'not-a-database';
  return damaged
    ? { state: 'unreadable', file, code: error.code }
    : { state: 'not-opened', file, problem: kind };
}

function hasJournal(database: Database): boolean {
  const tables = database.prepare(
    `select 1 from sqlite_schema where type = 'table' and name in ('event', 'stream')`,
  );
  return tables.all().length === 2;
}

function describe(outcome: Outcome): string {
  switch (outcome.state) {
    case 'not-opened':
      return `无法打开 / cannot open ${outcome.file}: ${outcome.problem}`;
    case 'unreadable':
      return `文件损坏 / the file is damaged: ${outcome.file} (${outcome.code})\n${WHAT_TO_DO}`;
    case 'whole':
    case 'broken':
      return describeVerdict(outcome.file, outcome.verdict, outcome.structure);
  }
}

function describeVerdict(file: string, verdict: JournalVerdict, structure: string): string {
  const { events, epochs, head, firstBad } = verdict;
  const extent = `${file}: ${events} 条记录 / events, ${epochs} 段历史 / epochs`;
  if (firstBad !== undefined) {
    const place = `第 ${firstBad.epoch} 段第 ${firstBad.seq} 条 / epoch ${firstBad.epoch}, event ${firstBad.seq}`;
    return `${extent}\n损坏 / BROKEN: ${place}: ${DAMAGE_WORDS[firstBad.why]}\n${WHAT_TO_DO}`;
  }
  if (structure !== 'ok')
    return `${extent}\n链条完好，但文件结构损坏 / the chain holds but BROKEN: ${structure}\n${WHAT_TO_DO}`;
  const end = head === undefined ? '' : `\n末条 / last: ${head.epoch}/${head.seq} ${head.hash}`;
  return `${extent}\n完好 / whole${end}`;
}
