import { hashToken, mintToken } from '../../../main/foundation/access/index.ts';
import type { AcceptedToken } from '../../../main/foundation/process-messages.ts';
import { ROLES, type Role } from '../../../preload/contracts/operation.ts';

export interface Tokens {
  readonly accepted: readonly AcceptedToken[];
  readonly of: (role: Role) => string;
}

/** One token for each role, as an administrator would have enrolled them. */
export function mintTokens(): Tokens {
  const clear = new Map(ROLES.map((role) => [role, mintToken()]));
  const of = (role: Role): string => {
    const token = clear.get(role);
    if (token === undefined) throw new Error(`No token for ${role}`);
    return token;
  };
  return { of, accepted: ROLES.map((role) => ({ role, name: `test ${role}`, sha256: hashToken(of(role)) })) };
}
