import type { FastifyReply } from 'fastify';
import { HTTP_STATUS, type ApiError } from '../../../preload/contracts/index.ts';

/** Sends an error of the contract with its status. */
export function refuse(
  reply: FastifyReply,
  error: ApiError,
  status: number = HTTP_STATUS[error.kind],
): FastifyReply {
  if (error.kind === 'too-many-requests') reply.header('retry-after', String(error.retryAfterSeconds));
  if (error.kind === 'not-signed-in') reply.header('www-authenticate', 'Bearer realm="songting"');
  return reply.code(status).type('application/json').send({ ok: false, error });
}

export const badBody = (allowed: string): ApiError => ({
  kind: 'bad-input',
  problems: [{ where: 'body', allowed }],
});

/** Somebody whom the border keeps out: a foreign host name or a stray page. */
export const stranger = (operation: 'foreign-host' | 'foreign-origin'): ApiError => ({
  kind: 'not-allowed',
  role: 'nobody',
  operation,
});
