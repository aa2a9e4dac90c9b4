import { mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const LOCK_POLL_MS = 200;
/** A lock folder without its owner's number inside is left over from a crash when it is older than this. */
const ORPHAN_LOCK_MS = 10_000;

/** Where things live that can be made again at any time: `SONGTING_CACHE`, else `~/.cache/songting`. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  const chosen = env['SONGTING_CACHE'];
  if (chosen !== undefined && chosen !== '') return path.resolve(chosen);
  const base = env['XDG_CACHE_HOME'];
  return path.join(base !== undefined && base !== '' ? base : path.join(homedir(), '.cache'), 'songting');
}

export async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

/**
 * Makes `folder` with `fill` unless it is there already. Whole or not at all: it is filled beside its final
 * place and renamed, and two processes that want it at the same time make it once.
 */
export async function makeOnce(folder: string, fill: (temporary: string) => Promise<void>): Promise<void> {
  if (await exists(folder)) return;
  await mkdir(path.dirname(folder), { recursive: true });
  await withLock(`${folder}.lock`, async () => {
    if (await exists(folder)) return;
    const temporary = await mkdtemp(`${folder}.part-`);
    try {
      await fill(temporary);
      await rename(temporary, folder);
    } finally {
      await rm(temporary, { recursive: true, force: true });
    }
  });
}

/** One process at a time; the lock of a process that has died is taken over. */
export async function withLock<T>(lock: string, work: () => Promise<T>): Promise<T> {
  while (!(await take(lock))) {
    if (await isAbandoned(lock)) await rm(lock, { recursive: true, force: true });
    else await sleep(LOCK_POLL_MS);
  }
  try {
    return await work();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

async function take(lock: string): Promise<boolean> {
  try {
    await mkdir(lock); // creating a folder is the one step that only one of two processes can win
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
  await writeFile(path.join(lock, 'owner'), String(process.pid));
  return true;
}

async function isAbandoned(lock: string): Promise<boolean> {
  const owner = await readFile(path.join(lock, 'owner'), 'utf8').catch(() => '');
  if (owner !== '') return !isAlive(Number(owner));
  const made = await stat(lock).catch(() => undefined);
  return made !== undefined && Date.now() - made.mtimeMs > ORPHAN_LOCK_MS;
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
