import { SESSION_HEADER } from '../../../preload/contracts/hall-operations.ts';

/** Sends the session's secret along, once somebody has signed in. */
export function withSession(session: () => string | undefined): typeof fetch {
  return (input, init) => {
    const secret = session();
    if (secret === undefined) return fetch(input, init);
    return fetch(input, { ...init, headers: { ...(init?.headers as object), [SESSION_HEADER]: secret } });
  };
}
