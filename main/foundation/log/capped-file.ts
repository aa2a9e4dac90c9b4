import { closeSync, mkdirSync, openSync, fstatSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

export interface CappedFileOptions {
  readonly file: string;
  readonly maxBytes: number;
  /** How many older files are kept: `hall.log.1` is the newest of them. */
  readonly keep: number;
}

/**
 * A log file that cannot fill the disk. A line that cannot be written (disk full, file gone) is counted and dropped:
 * a log must never stop the queue.
 */
export class CappedFile {
  readonly #options: CappedFileOptions;
  #descriptor: number | undefined;
  #bytes = 0;
  #lost = 0;

  constructor(options: CappedFileOptions) {
    this.#options = options;
  }

  get lostLines(): number {
    return this.#lost;
  }

  write(line: string): void {
    try {
      const size = Buffer.byteLength(line);
      if (this.#bytes > 0 && this.#bytes + size > this.#options.maxBytes) this.#rotate();
      writeSync(this.#opened(), line);
      this.#bytes += size;
    } catch {
      this.#lost += 1;
      this.close();
    }
  }

  close(): void {
    const descriptor = this.#descriptor;
    this.#descriptor = undefined;
    if (descriptor === undefined) return;
    try {
      closeSync(descriptor);
    } catch {
      this.#lost += 1;
    }
  }

  #opened(): number {
    if (this.#descriptor !== undefined) return this.#descriptor;
    mkdirSync(dirname(this.#options.file), { recursive: true });
    this.#descriptor = openSync(this.#options.file, 'a', 0o600);
    this.#bytes = fstatSync(this.#descriptor).size;
    return this.#descriptor;
  }

  #rotate(): void {
    this.close();
    const { file, keep } = this.#options;
    rmSync(`${file}.${keep}`, { force: true });
    for (let age = keep - 1; age >= 1; age -= 1) rename(`${file}.${age}`, `${file}.${age + 1}`);
    if (keep > 0) rename(file, `${file}.1`);
    else rmSync(file, { force: true });
    this.#bytes = 0;
  }
}

function rename(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (fault) {
    const missing = fault instanceof Error && 'code' in fault && fault.code === 'ENOENT';
    if (!missing) throw fault;
  }
}
