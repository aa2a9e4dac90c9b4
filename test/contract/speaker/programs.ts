import { chmodSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { folderForTest } from '../../support/services/service-under-test.ts';

/** A program of the system, played by a shell script. It finds the real tools wherever they are. */
export function fakeProgram(script: string, name = 'program', folder = folderForTest()): string {
  const file = join(folder, name);
  writeFileSync(file, `#!/bin/sh\nPATH=/usr/local/bin:/usr/bin:/bin\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

/** Is this process there, and not merely waiting to be buried? */
export async function isAlive(pid: number): Promise<boolean> {
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  return status !== undefined && !/\) [ZX] /.test(status);
}
