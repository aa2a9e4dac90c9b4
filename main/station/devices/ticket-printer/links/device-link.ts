import { constants } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { err, ok, type Result } from '../../../../../preload/contracts/result.ts';
import { systemTimers, type Timers } from '../timers.ts';
import {
  failureOf,
  type LinkFailure,
  type LinkListener,
  type OpenLink,
  type PrinterLink,
} from './printer-link.ts';

const { O_APPEND, O_NOCTTY, O_NONBLOCK, O_RDWR, O_WRONLY } = constants;
/** usblp has no event for "bytes came": look this often while a ticket is under way. */
const POLL_MS = 50;
const ANSWER_BYTES = 64;

/** A printer behind a device file, e.g. /dev/usb/lp0. Where the file cannot be read, the printer counts as silent. */
export function deviceLink(path: string, timers: Timers = systemTimers): OpenLink {
  return async () => {
    try {
      const { handle, readable } = await openDevice(path);
      return ok(new DeviceLink(handle, readable, timers));
    } catch (error) {
      return err(failureOf(error, 'absent'));
    }
  };
}

async function openDevice(path: string): Promise<{ handle: FileHandle; readable: boolean }> {
  const isDevice = (await stat(path)).isCharacterDevice();
  // Appending: opened anew for each ticket, a plain file must not lose the one before.
  if (!isDevice) return { handle: await open(path, O_WRONLY | O_APPEND | O_NONBLOCK), readable: false };
  try {
    return { handle: await open(path, O_RDWR | O_NONBLOCK | O_NOCTTY), readable: true };
  } catch (error) {
    if (failureOf(error).detail !== 'EACCES') throw error;
    return { handle: await open(path, O_WRONLY | O_NONBLOCK | O_NOCTTY), readable: false };
  }
}

const mustWait = (error: unknown): boolean => failureOf(error).detail === 'EAGAIN';

class DeviceLink implements PrinterLink {
  readonly #handle: FileHandle;
  readonly #timers: Timers;
  #listener: LinkListener | undefined;
  #closed = false;
  #working: Promise<void> = Promise.resolve();

  constructor(handle: FileHandle, readable: boolean, timers: Timers) {
    this.#handle = handle;
    this.#timers = timers;
    if (readable) this.#working = this.#readUntilClosed();
  }

  listen(listener: LinkListener): void {
    this.#listener = listener;
  }

  async write(bytes: Uint8Array): Promise<Result<void, LinkFailure>> {
    let written = 0;
    while (written < bytes.length) {
      if (this.#closed) return err({ kind: 'lost', detail: 'closed' });
      try {
        written += (await this.#handle.write(bytes, written)).bytesWritten;
      } catch (error) {
        if (!mustWait(error)) return err(failureOf(error));
        await this.#pause();
      }
    }
    return ok(undefined);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#working;
    await this.#handle.close().catch(() => undefined); // a pulled cable makes close() fail too
  }

  async #readUntilClosed(): Promise<void> {
    const buffer = new Uint8Array(ANSWER_BYTES);
    while (!this.#closed) {
      try {
        const { bytesRead } = await this.#handle.read(buffer, 0, buffer.length, null);
        if (bytesRead > 0) this.#listener?.bytes(buffer.slice(0, bytesRead));
        else await this.#pause();
      } catch (error) {
        if (!mustWait(error)) return this.#lose(failureOf(error));
        await this.#pause();
      }
    }
  }

  #lose(failure: LinkFailure): void {
    if (!this.#closed) this.#listener?.lost(failure);
  }

  #pause(): Promise<void> {
    return new Promise((wake) => this.#timers.after(POLL_MS, wake));
  }
}
