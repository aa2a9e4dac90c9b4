import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { SESSION_HEADER, type OperationTable } from '../../../preload/contracts/index.ts';
import { systemClock } from '../clock.ts';
import { attachFeed } from '../feed/feed-socket.ts';
import { Lifetime } from '../lifetime.ts';
import { badBody, refuse, stranger } from './answer.ts';
import { isOurHost, judgeOrigin } from './border.ts';
import { answerFault, refuseRaw } from './fault-answers.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { openApiDocument } from './openapi.ts';
import { addOperationRoutes, type AnyHandler } from './operation-routes.ts';
import type { ApiServer, ApiServerOptions, ServerParts } from './options.ts';
import { addPages } from './pages.ts';
import { ANSWER_HEADERS } from './security-headers.ts';

/**
 * A service of the hall: operations, feed, pages, health and the OpenAPI document on one port. Rejects when the port
 * cannot be had (the error's `code` says why: EADDRINUSE, EACCES, EADDRNOTAVAIL).
 */
export async function createApiServer<Table extends OperationTable>(
  options: ApiServerOptions<Table>,
): Promise<ApiServer> {
  const parts = partsOf(options);
  const life = new Lifetime();
  const app = life.own(createApp(parts), (opened) => opened.close());
  try {
    keepBorder(app, parts);
    addOperationRoutes(
      app,
      options.operations,
      options.handlers as Readonly<Record<string, AnyHandler>>,
      parts,
    );
    if (options.pages !== undefined) await addPages(app, options.pages);
    addOpenRoutes(app, options);
    if (options.feed !== undefined) {
      life.own(attachFeed(app.server, options.feed, parts), (feed) => feed.close());
    }
    const { host, port } = options.listen;
    const address = await app.listen({ host, port });
    parts.log.info('service listens', { host, port: Number(new URL(address).port) });
    return { address, close: () => life.end() };
  } catch (fault) {
    await life.end();
    throw fault;
  }
}

function partsOf<Table extends OperationTable>(options: ApiServerOptions<Table>): ServerParts {
  return {
    access: options.access,
    sessions: options.sessions,
    log: options.log,
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    clock: options.clock ?? systemClock,
    allowHosts: options.allowHosts ?? [],
    allowOrigins: options.allowOrigins ?? [],
  };
}

function createApp({ limits, log }: ServerParts): FastifyInstance {
  const app = Fastify({
    logger: false,
    bodyLimit: limits.bodyBytes,
    requestTimeout: limits.requestTimeoutMs,
    keepAliveTimeout: limits.keepAliveMs,
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    http: {
      headersTimeout: limits.headersTimeoutMs,
      maxHeaderSize: 8 * 1024,
      connectionsCheckingInterval: Math.min(1_000, limits.headersTimeoutMs),
    },
    frameworkErrors: (fault, _request, reply) => void answerFault(fault, reply, log, limits.bodyBytes),
    clientErrorHandler: (fault, socket) => refuseRaw(socket, badBody('HTTP/1.1'), statusOf(fault.code)),
  });
  acceptJsonOnly(app);
  app.setErrorHandler((fault, _request, reply) =>
    answerFault(fault instanceof Error ? fault : new Error('unknown fault'), reply, log, limits.bodyBytes),
  );
  app.setNotFoundHandler((_request, reply) => refuse(reply, { kind: 'not-found' }));
  return app;
}

function statusOf(code: string | undefined): number {
  if (code === 'HPE_HEADER_OVERFLOW') return 431;
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
}

/** JSON in strict UTF-8, without keys that reach into prototypes. */
function acceptJsonOnly(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, bytes, done) => {
    let text: string;
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(bytes));
    } catch {
      done(Object.assign(new Error('not UTF-8'), { statusCode: 400 }));
      return;
    }
    parse(request, text, done);
  });
}

/** Before anything else: our host name, and no stray page. Preflights of pages that are named are answered here. */
function keepBorder(app: FastifyInstance, parts: ServerParts): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(ANSWER_HEADERS);
    const { host, origin } = request.headers;
    if (!isOurHost(host, parts)) return refuse(reply, stranger('foreign-host'));
    const kind = judgeOrigin(origin, host, parts);
    if (kind === 'foreign') return refuse(reply, stranger('foreign-origin'));
    if (kind === 'guest' && origin !== undefined) return greetGuest(request, reply, origin);
    return undefined;
  });
}

/** CORS for exactly this origin (Fetch standard, 3.2). */
function greetGuest(request: FastifyRequest, reply: FastifyReply, origin: string): FastifyReply | undefined {
  reply.headers({ 'access-control-allow-origin': origin, vary: 'Origin' });
  if (request.method !== 'OPTIONS') return undefined;
  reply.headers({
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': `authorization, content-type, ${SESSION_HEADER}`,
    'access-control-max-age': '600',
  });
  return reply.code(204).send();
}

function addOpenRoutes<Table extends OperationTable>(
  app: FastifyInstance,
  { info, operations, feed }: ApiServerOptions<Table>,
): void {
  let document: unknown;
  app.get('/api/health', () => ({ ok: true, name: info.name, version: info.version }));
  app.get('/api/openapi.json', () => {
    document ??= openApiDocument(operations, info, feed?.roles);
    return document;
  });
}
