import type { Result } from '../../../../preload/contracts/result.ts';

/** Bytes to and from a device, whatever the cable. */
export interface ByteLink {
  /** False when the bytes cannot go out: the link is closed, or the device has stopped taking bytes. */
  write(bytes: Uint8Array): boolean;
  /** Drops what has arrived and was not delivered yet. */
  flushInput(): Promise<void>;
  /** Safe to call twice and after the link has died. */
  close(): Promise<void>;
}

/** Handed over before the link opens: a dying port without a data listener is noticed only at the next write. */
export interface LinkHandlers {
  data(chunk: Uint8Array): void;
  /** The link is gone, by whatever side; called at most once. */
  closed(): void;
}

export interface LinkError {
  readonly kind: 'cannot-open';
  readonly reason: string;
}

/** Opens a new link; a dead one is never opened again, it may still hold bytes of the time before. */
export type OpenLink = (handlers: LinkHandlers) => Promise<Result<ByteLink, LinkError>>;
