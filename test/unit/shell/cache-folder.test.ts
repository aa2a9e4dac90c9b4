import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeOnce } from '../../../resources/build/cache-folder.ts';

let cache: string;
beforeEach(async () => void (cache = await mkdtemp(path.join(tmpdir(), 'songting-cache-'))));
afterEach(() => rm(cache, { recursive: true, force: true }));

it('two that want the same folder at the same time make it once', async () => {
  let made = 0;
  const fill = async (folder: string): Promise<void> => {
    made += 1;
    await writeFile(path.join(folder, 'a'), 'whole');
  };
  const folder = path.join(cache, 'runtime');
  await Promise.all([1, 2, 3].map(() => makeOnce(folder, fill)));
  expect(made).toBe(1);
  expect(await readFile(path.join(folder, 'a'), 'utf8')).toBe('whole');
  expect(await readdir(cache)).toEqual(['runtime']);
});

it('a failure leaves nothing behind, and the next attempt succeeds', async () => {
  const folder = path.join(cache, 'runtime');
  const broken = makeOnce(folder, async (temporary) => {
    await writeFile(path.join(temporary, 'a'), 'half');
    throw new Error('disk full');
  });
  await expect(broken).rejects.toThrow('disk full');
  expect(await readdir(cache)).toEqual([]);
  await makeOnce(folder, (temporary) => writeFile(path.join(temporary, 'a'), 'whole'));
  expect(await readdir(folder)).toEqual(['a']);
});

it('the lock of a process that died is taken over', async () => {
  const dead = fork(path.join(import.meta.dirname, 'fixtures', 'nothing.ts'), [], { execArgv: [] });
  await once(dead, 'exit');
  const folder = path.join(cache, 'runtime');
  await mkdir(`${folder}.lock`);
  await writeFile(path.join(`${folder}.lock`, 'owner'), String(dead.pid));
  await makeOnce(folder, (temporary) => writeFile(path.join(temporary, 'a'), 'whole'));
  expect(await readdir(cache)).toEqual(['runtime']);
});
