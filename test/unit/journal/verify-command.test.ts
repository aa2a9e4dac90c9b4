import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { verifyCommand } from '../../../main/cli/verify.ts';
import { fill, hallFile, temporaryFolder, withoutTriggers } from './hall-file.ts';

async function run(request: Omit<Parameters<typeof verifyCommand>[0], 'write'>) {
  let text = '';
  const exitCode = await verifyCommand({ ...request, write: (more) => void (text += more) });
  return { exitCode, text };
}

test('a whole journal is confirmed while the hall has it open, with the last hash to compare', async () => {
  const hall = hallFile();
  fill(hall, 20);
  const { exitCode, text } = await run({ dataDirectory: dirname(hall.file) });
  expect(exitCode).toBe(0);
  expect(text).toContain('20 条记录');
  expect(text).toContain(hall.journal.head().hash);
  fill(hall, 1); // the hall was not disturbed
  expect((await run({ file: hall.file })).text).toContain('21 条记录');
});

test('a changed event is named with its place and what to do', async () => {
  const hall = hallFile();
  fill(hall, 20);
  withoutTriggers(hall.database).exec(`update event set at_wall = at_wall + 60000 where seq = 7`);
  const { exitCode, text } = await run({ file: hall.file });
  expect(exitCode).toBe(1);
  expect(text).toContain('epoch 1, event 7');
  expect(text).toContain('restore');
});

test('a program reads the verdict as JSON', async () => {
  const hall = hallFile();
  fill(hall, 3);
  const { text } = await run({ file: hall.file, json: true });
  expect(JSON.parse(text)).toMatchObject({
    state: 'whole',
    structure: 'ok',
    verdict: { ok: true, events: 3 },
  });
});

test('a place without a database, and a database without a journal, cannot be opened', async () => {
  const folder = temporaryFolder();
  expect(await run({ dataDirectory: folder })).toMatchObject({ exitCode: 2 });
  expect(await run({ file: join(folder, 'nowhere', 'hall.sqlite') })).toMatchObject({ exitCode: 2 });
  const other = join(folder, 'other.sqlite');
  new Database(other).exec('create table a (b)').close();
  expect((await run({ file: other })).text).toContain('no-journal');
});

test('a file that is no database any more, or has lost its end, is reported as damaged', async () => {
  const hall = hallFile();
  fill(hall, 400);
  hall.database.pragma('wal_checkpoint(TRUNCATE)');
  const folder = join(temporaryFolder(), 'copy');
  mkdirSync(folder);
  const copy = join(folder, 'hall.sqlite');
  writeFileSync(copy, readFileSync(hall.file));
  expect(await run({ file: copy })).toMatchObject({ exitCode: 0 });

  truncateSync(copy, 16_384);
  expect(await run({ file: copy })).toMatchObject({ exitCode: 1 });
  writeFileSync(copy, 'x'.repeat(9_000));
  expect(await run({ file: copy })).toMatchObject({ exitCode: 1 });
});

test('triggers that guard the past and are gone are told, although no event was changed', async () => {
  const hall = hallFile();
  fill(hall, 5);
  withoutTriggers(hall.database);
  const { exitCode, text } = await run({ file: hall.file });
  expect(exitCode).toBe(1);
  expect(text).toContain('event_is_never_changed');
});
