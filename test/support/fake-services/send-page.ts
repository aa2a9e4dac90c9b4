import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { pagePolicy } from '../../../main/foundation/http/security-headers.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** A built page or one of its files, under the very policy that the real services send. */
export async function sendPage(
  folder: string,
  asked: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const file = path.join(folder, asked.endsWith('/') ? `${asked}index.html` : asked);
  const type = TYPES[path.extname(file)];
  const bytes = type === undefined ? undefined : await readFile(file).catch(() => undefined);
  if (type === undefined || bytes === undefined) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, {
    'content-type': type,
    'content-security-policy': pagePolicy(request.headers.host ?? ''),
    'x-content-type-options': 'nosniff',
  });
  response.end(bytes);
}
