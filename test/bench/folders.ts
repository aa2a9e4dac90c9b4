import { mkdirSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Lifetime } from '../../main/foundation/lifetime.ts';

const IN_MEMORY = '/dev/shm';

export interface Folders {
  /** On the disk that is measured. */
  onDisk(): string;
  /**
   * Where a flush costs nothing, for what is not about the disk; on the disk where the system has no such folder or
   * too little room in it (bytes). A folder that was asked for by name is always taken.
   */
  offDisk(bytes: number): string;
}

/** Each folder is new, and gone when the lifetime ends. */
export function createFolders(lifetime: Lifetime, named: string | undefined): Folders {
  const make = (parent: string): string => {
    mkdirSync(parent, { recursive: true });
    return lifetime.own(mkdtempSync(join(parent, 'songting-bench-')), (folder) =>
      rmSync(folder, { recursive: true, force: true }),
    );
  };
  return {
    onDisk: () => make(named ?? tmpdir()),
    offDisk: (bytes) => make(named ?? (roomIn(IN_MEMORY) > bytes ? IN_MEMORY : tmpdir())),
  };
}

function roomIn(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return 0;
  }
}
