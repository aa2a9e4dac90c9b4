import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { HTTP_STATUS, type ApiError } from '../../../preload/contracts/index.ts';
import type { Log } from '../log/index.ts';
import { badBody, refuse } from './answer.ts';

/** An exception of the HTTP machinery, or of a handler. */
export interface Fault extends Error {
  readonly code?: string | undefined;
  readonly statusCode?: number | undefined;
}

/** What the HTTP machinery itself refuses, said in the contract's words. Its own texts may quote the message. */
export function answerFault(fault: Fault, reply: FastifyReply, log: Log, limitBytes: number): FastifyReply {
  const error = faultAsError(fault, limitBytes);
  if (error.kind === 'internal') log.bug('a request failed', fault);
  return refuse(reply, error);
}

function faultAsError(fault: Fault, limitBytes: number): ApiError {
  if (fault.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return { kind: 'too-large', limitBytes };
  if (fault.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return badBody('content-type application/json');
  const status = fault.statusCode ?? 500;
  if (status === 404) return { kind: 'not-found' };
  return status >= 400 && status < 500 ? badBody('a JSON object in UTF-8') : { kind: 'internal' };
}

/** An answer for somebody whose request never became one: written by hand, then the line is closed. */
export function refuseRaw(socket: Duplex, error: ApiError, status: number = HTTP_STATUS[error.kind]): void {
  if (!socket.writable) return void socket.destroy();
  const body = JSON.stringify({ ok: false, error });
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n` +
      'Connection: close\r\nContent-Type: application/json\r\nX-Content-Type-Options: nosniff\r\n' +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
