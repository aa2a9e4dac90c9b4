import { stat } from 'node:fs/promises';

async function identity(path: string): Promise<string | undefined> {
  try {
    const { dev, ino, rdev } = await stat(path);
    return `${dev}/${ino}/${rdev}`;
  } catch {
    return undefined;
  }
}

/**
 * Remembers which device file stands behind a path now, and answers a look whether it still does. Where there was
 * nothing to see from the start (COM3 on Windows) it is always there.
 */
export async function filePresence(path: string): Promise<() => Promise<boolean>> {
  const before = await identity(path);
  return async () => before === undefined || (await identity(path)) === before;
}
