/** On every answer. Data is never cached, framed, sniffed for another type, or read by another site. */
export const ANSWER_HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/**
 * What a page may load: its own files, and speak to its own service over HTTP and WebSocket. `hostHeader` has been
 * checked before; `connect` names further services (a kiosk's page that speaks to the hall as well).
 */
export function pagePolicy(hostHeader: string, connect: readonly string[] = []): string {
  const services = [`'self'`, `ws://${hostHeader.toLowerCase()}`, ...connect].join(' ');
  return (
    `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; ` +
    `connect-src ${services}; frame-src 'none'; base-uri 'none'; form-action 'none'`
  );
}
