import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** System calls are counted and broken with strace, which only Linux has. */
export const canTrace = process.platform === 'linux';

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'songting-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export const programPath = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

export interface Traced {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** One line for each traced call. */
  readonly calls: readonly string[];
}

/** Runs one of this folder's programs under strace. `rules` are strace's own: `-e trace=…`, `-e inject=…`. */
export function runTraced(rules: readonly string[], program: string, ...args: readonly string[]): Traced {
  const log = join(temporaryFolder(), 'calls');
  const child = spawnSync(
    'strace',
    ['-f', '-qq', '-o', log, ...rules, process.execPath, programPath(program), ...args],
    { encoding: 'utf8' },
  );
  if (child.error)
    throw new Error('strace is needed for this test (Debian: apt-get install strace)', {
      cause: child.error,
    });
  const { status, stdout, stderr } = child;
  return { status, stdout, stderr, calls: readFileSync(log, 'utf8').split('\n').filter(Boolean) };
}
