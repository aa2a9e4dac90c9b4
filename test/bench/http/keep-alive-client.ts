import { Agent, request } from 'node:http';
import type { Lifetime } from '../../../main/foundation/lifetime.ts';

export type Post = (
  path: string,
  message: unknown,
  token?: string,
  more?: Readonly<Record<string, string>>,
) => Promise<unknown>;

/** One connection that stays open, one request after the other. An answer other than 200 throws. */
export function openClient(address: string, lifetime: Lifetime): Post {
  const agent = lifetime.own(new Agent({ keepAlive: true, maxSockets: 1 }), (opened) => opened.destroy());
  const { hostname, port } = new URL(address);
  return (path, message, token, more = {}) =>
    new Promise((resolve, reject) => {
      const body = Buffer.from(JSON.stringify(message), 'utf8');
      const headers = {
        'content-type': 'application/json',
        'content-length': body.length,
        ...more,
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      };
      const asked = request({ agent, hostname, port, path, method: 'POST', headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          if (response.statusCode === 200) resolve(JSON.parse(text));
          else reject(new Error(`${path} answered ${response.statusCode}: ${text}`));
        });
      });
      asked.on('error', reject);
      asked.end(body);
    });
}
