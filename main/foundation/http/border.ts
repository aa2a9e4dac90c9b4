import { isLoopbackHost } from '../../../preload/contracts/index.ts';

/** Who may reach a service at all, before anybody asks who they are. */
export interface BorderRules {
  /** Host names besides the loopback ones: exact, without a port. */
  readonly allowHosts: readonly string[];
  /** Origins of pages besides the service's own: exact, for example `app://hall`. Never a pattern. */
  readonly allowOrigins: readonly string[];
}

const HOST = /^(\[[0-9a-f:.]+\]|[0-9a-z.-]+)(?::\d{1,5})?$/;

/**
 * Against DNS rebinding: a stray page's own domain may resolve to this computer, but its name stays in the Host
 * header. Compares the parsed name as a whole.
 */
export function isOurHost(hostHeader: string | undefined, { allowHosts }: BorderRules): boolean {
  const name = HOST.exec((hostHeader ?? '').toLowerCase())?.[1];
  return name !== undefined && (isLoopbackHost(name) || allowHosts.includes(name));
}

/** `none`: not a page of a browser. `own`: the service's own page. `guest`: a page that is named in the rules. */
export type OriginKind = 'none' | 'own' | 'guest' | 'foreign';

/** Compares the whole origin: prefixes and "null" (sandboxed frames, files) are foreign. */
export function judgeOrigin(
  origin: string | undefined,
  hostHeader: string | undefined,
  { allowOrigins }: BorderRules,
): OriginKind {
  if (origin === undefined) return 'none';
  if (hostHeader !== undefined && origin === `http://${hostHeader.toLowerCase()}`) return 'own';
  return allowOrigins.includes(origin) ? 'guest' : 'foreign';
}

const BEARER = /^Bearer ([\w.~+/-]+=*)$/i;

/** RFC 6750 2.1: the token of an Authorization header. */
export function bearerToken(header: string | undefined): string | undefined {
  return header === undefined ? undefined : BEARER.exec(header)?.[1];
}
