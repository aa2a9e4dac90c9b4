import { hashToken, mintToken } from '../foundation/access/index.ts';
import type { AcceptedToken } from '../foundation/process-messages.ts';

export interface AccessToken {
  /** The clear token. It stays in this process: it is never logged, stored or handed to a page. */
  readonly clear: string;
  /** What a service may know of it. */
  readonly accepted: AcceptedToken;
}

/** A fresh token for one role, good until the program ends. */
export function createAccessToken(role: AcceptedToken['role'], name: string): AccessToken {
  const clear = mintToken();
  return { clear, accepted: { role, name, sha256: hashToken(clear) } };
}
