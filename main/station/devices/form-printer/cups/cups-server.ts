import { existsSync } from 'node:fs';
import { request, type RequestOptions } from 'node:http';
import { err, ok, type Result } from '../../../../../preload/contracts/result.ts';
import { decodeIpp, encodeIpp, type IppAnswer, type IppRequest } from './ipp-message.ts';

/** `unreachable`: no byte got there. `no-answer`: it may have got there. */
export type CupsFault = 'unreachable' | 'no-answer';

export interface CupsQuestion extends IppRequest {
  readonly path: string;
  readonly document?: Buffer;
  readonly deadlineMs: number;
  readonly signal?: AbortSignal | undefined;
}

export type CupsServer = Pick<RequestOptions, 'socketPath' | 'host' | 'port'>;

const SOCKET = '/run/cups/cups.sock';
const PORT = 631;
const HTTP_OK = 200;
/** What is asked for is short. */
const MOST_BYTES = 1_000_000;

/** Where the print service of this PC is; CUPS_SERVER names another place, as for all programs of CUPS. */
export function cupsServer(env: NodeJS.ProcessEnv = process.env): CupsServer {
  const named = env['CUPS_SERVER'];
  if (named === undefined || named === '') {
    return existsSync(SOCKET) ? { socketPath: SOCKET } : { host: 'localhost', port: PORT };
  }
  if (named.startsWith('/')) return { socketPath: named };
  const { host, port } = /^(?<host>.*?)(?::(?<port>\d+))?$/.exec(named)?.groups ?? {};
  return { host: host ?? named, port: Number(port ?? PORT) };
}

/**
 * One question over IPP (RFC 8010). The programs of CUPS are not used: `lpstat` tells a job that was aborted in the words of
 * one that was completed. Never rejects, never takes longer than its deadline.
 */
export function askCups(server: CupsServer, question: CupsQuestion): Promise<Result<IppAnswer, CupsFault>> {
  const { deadlineMs, signal, path, document = Buffer.alloc(0) } = question;
  const body = Buffer.concat([encodeIpp(question), document]);
  const late = AbortSignal.timeout(deadlineMs);
  return new Promise((resolve) => {
    let isConnected = false;
    const give = (): void => resolve(err(isConnected ? 'no-answer' : 'unreachable'));
    const asked = request({
      ...server,
      path,
      method: 'POST',
      agent: false,
      headers: { 'content-type': 'application/ipp', 'content-length': body.length, host: 'localhost' },
      signal: signal === undefined ? late : AbortSignal.any([signal, late]),
    });
    asked.on('socket', (socket) => socket.once('connect', () => (isConnected = true)));
    asked.on('error', give);
    asked.on('response', (answer) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > MOST_BYTES) answer.destroy();
        else chunks.push(chunk);
      });
      answer.on('error', give);
      answer.on('close', () => {
        const decoded = decodeIpp(Buffer.concat(chunks));
        if (answer.statusCode === HTTP_OK && decoded.ok) resolve(ok(decoded.value));
        else give();
      });
    });
    asked.end(body);
  });
}
