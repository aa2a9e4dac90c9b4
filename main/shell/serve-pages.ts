import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import { protocol, type Session } from 'electron';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { PAGE_SCHEME } from './own-page.ts';
import { isInside, servedFile } from './served-file.ts';
import type { ServiceAddresses } from '../../preload/contracts/page-shell.ts';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** Once, before `ready`: own pages are a secure origin with relative addresses, like https. */
export function registerPageScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true };
  protocol.registerSchemesAsPrivileged([{ scheme: PAGE_SCHEME, privileges }]);
}

/** Serves the files of `folder` as `app://hall/` in one session, each with the policy for the current addresses. */
export function servePages(
  session: Session,
  folder: string,
  addresses: () => ServiceAddresses | undefined,
): void {
  session.protocol.handle(PAGE_SCHEME, async (request) => {
    const headers = {
      'Content-Security-Policy': contentSecurityPolicy(addresses()),
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    };
    if (request.method !== 'GET') return new Response(null, { status: 405, headers });
    const file = servedFile(folder, request.url);
    const type = CONTENT_TYPES[path.extname(file ?? '')];
    const bytes = file === undefined || type === undefined ? undefined : await readInside(folder, file);
    if (bytes === undefined || type === undefined) return new Response(null, { status: 404, headers });
    return new Response(bytes, { headers: { ...headers, 'Content-Type': type } });
  });
}

async function readInside(folder: string, file: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const [realFolder, realFile] = await Promise.all([realpath(folder), realpath(file)]);
    return isInside(realFolder, realFile) ? new Uint8Array(await readFile(realFile)) : undefined;
  } catch {
    return undefined; // no such file
  }
}
