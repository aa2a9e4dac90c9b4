import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Lifetime } from '../../../main/foundation/lifetime.ts';

/** About what a ticket's transaction writes to the log. */
const BLOCK_BYTES = 20 * 1024;

/** The least that keeping something costs on this disk: one block at the end of a file, flushed. */
export function openRawAppend(folder: string, lifetime: Lifetime): () => void {
  const file = lifetime.own(openSync(join(folder, 'raw-append.bin'), 'a'), closeSync);
  const block = Buffer.alloc(BLOCK_BYTES, 0x5a);
  return () => {
    writeSync(file, block);
    fsyncSync(file);
  };
}
