import { randomFillSync } from 'node:crypto';
import { appendFileSync, rmSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';

export const BALLAST_FILE = 'ballast';
/** Room for weeks of records: a busy hall writes some 9 MB a day. */
export const DEFAULT_BALLAST_BYTES = 64 * 1024 * 1024;

/** Written in small pieces between requests, so that nobody waits for it: whole after half a minute. */
const PIECE_BYTES = 256 * 1024;
const PIECE_EVERY_MS = 100;

export interface BallastOptions {
  readonly folder: string;
  /** 0 = none is kept. */
  readonly bytes: number;
}

/**
 * A file that only takes up room, so that there is some to give away on the day the disk is full. It grows as long as
 * that much again stays free beside it, and holds noise: a file of zeros takes no room on some disks.
 */
export class Ballast {
  readonly #file: string;
  readonly #folder: string;
  readonly #bytes: number;
  #growing: NodeJS.Timeout | undefined;

  constructor({ folder, bytes }: BallastOptions) {
    this.#folder = folder;
    this.#file = join(folder, BALLAST_FILE);
    this.#bytes = bytes;
  }

  /** Makes the file, or makes it whole, in the background; ends by itself. */
  grow(): void {
    if (this.#bytes === 0 || this.#growing !== undefined) return;
    const piece = randomFillSync(Buffer.alloc(Math.min(PIECE_BYTES, this.#bytes)));
    this.#growing = setInterval(() => {
      if (!holds(() => this.#addPiece(piece))) this.stop();
    }, PIECE_EVERY_MS).unref();
  }

  stop(): void {
    clearInterval(this.#growing);
    this.#growing = undefined;
  }

  /** Gives the room away. True when there was any. */
  free(): boolean {
    this.stop();
    return holds(() => {
      const isThere = this.#size() > 0;
      rmSync(this.#file, { force: true });
      return isThere;
    });
  }

  /** Whether there is room for the ballast and as much again beside it: the disk is well. */
  hasRoom(): boolean {
    return this.#bytes === 0 || holds(() => this.#freeBytes() >= 2 * this.#bytes - this.#size());
  }

  /** False = it is whole, or nothing more fits: what is there already is ballast, too. */
  #addPiece(piece: Uint8Array): boolean {
    const missing = this.#bytes - this.#size();
    if (missing <= 0 || !this.hasRoom()) return false;
    appendFileSync(this.#file, piece.subarray(0, missing), { mode: 0o600 });
    return true;
  }

  #size(): number {
    return statSync(this.#file, { throwIfNoEntry: false })?.size ?? 0;
  }

  #freeBytes(): number {
    const { bavail, bsize } = statfsSync(this.#folder);
    return bavail * bsize;
  }
}

/** A disk that is full or failing refuses even questions; that is a no, and no reason to stop the hall. */
function holds(question: () => boolean): boolean {
  try {
    return question();
  } catch {
    return false;
  }
}
