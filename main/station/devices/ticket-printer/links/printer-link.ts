import type { Result } from '../../../../../preload/contracts/result.ts';

export interface LinkFailure {
  /** `busy`: somebody else holds the line. `absent`: nothing there. `lost`: it was there. */
  readonly kind: 'busy' | 'absent' | 'lost';
  /** The system's own words, for the log. */
  readonly detail: string;
}

export interface LinkListener {
  bytes(chunk: Uint8Array): void;
  /** Once at most; not after `close`. */
  lost(failure: LinkFailure): void;
}

/** A line to a printer, open once: bytes out, bytes back, until it is closed or lost. */
export interface PrinterLink {
  /** Settles when the system took the bytes, which says nothing about paper; not at all while the printer takes none. */
  write(bytes: Uint8Array): Promise<Result<void, LinkFailure>>;
  listen(listener: LinkListener): void;
  /** Lets what was written go out for a moment, then closes. Never rejects; safe to call twice. */
  close(): Promise<void>;
}

export type OpenLink = () => Promise<Result<PrinterLink, LinkFailure>>;

export function failureOf(error: unknown, kind: LinkFailure['kind'] = 'lost'): LinkFailure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  const detail = code ?? (error instanceof Error ? error.message : String(error));
  return { kind: code === 'EBUSY' || /lock/i.test(detail) ? 'busy' : kind, detail };
}
