import type { ServiceAddresses } from '../../preload/contracts/page-shell.ts';
import { connectableOrigins } from './service-addresses.ts';

/** Everything is forbidden but our own files, and connections to the hall and to this PC's station. */
export function contentSecurityPolicy(addresses: ServiceAddresses | undefined): string {
  const origins = addresses === undefined ? [] : connectableOrigins(addresses);
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    ["connect-src 'self'", ...origins].join(' '),
    "frame-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
