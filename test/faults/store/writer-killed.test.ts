import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../main/foundation/sqlite/open-database.ts';
import { programPath, temporaryFolder } from './tracing.ts';

interface Writer {
  readonly child: ChildProcessWithoutNullStreams;
  nextLine(): Promise<string>;
}

function startWriter(file: string): Writer {
  const child = spawn(process.execPath, [programPath('hold-database.ts'), file]);
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  return { child, nextLine: async () => String((await lines.next()).value) };
}

async function kill({ child }: Writer): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

test('while one process writes, another is refused; kill -9 lets go of the lock and loses nothing committed', async () => {
  const file = join(temporaryFolder(), 'hall.sqlite');
  const migrations = [{ version: 1, up: () => undefined }];
  const rounds = 5;
  for (let round = 1; round <= rounds; round += 1) {
    const writer = startWriter(file);
    expect(await writer.nextLine()).toBe('open');
    writer.child.stdin.write(`${round}\n`);
    expect(await writer.nextLine()).toBe(`committed ${round}`);

    const second = startWriter(file);
    expect(await second.nextLine()).toBe('in-use');
    expect(openDatabase({ file, migrations })).toMatchObject({ ok: false, error: { kind: 'in-use' } });
    await kill(writer);
  }
  const opened = openDatabase({ file, migrations });
  if (!opened.ok) throw new Error(opened.error.kind);
  const notes = opened.value.prepare('select text from note order by rowid').pluck().all();
  opened.value.close();
  expect(notes).toEqual(Array.from({ length: rounds }, (_, index) => String(index + 1)));
});
