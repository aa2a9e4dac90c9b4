import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { ListenAddress } from '../../../preload/contracts/configuration-addresses.ts';
import type { ApiError } from '../../../preload/contracts/errors.ts';
import type { RatingLevel } from '../../../preload/contracts/rating.ts';
import type { Result } from '../../../preload/contracts/result.ts';
import type { Clock } from '../../foundation/clock.ts';
import { ANSWER_HEADERS, createRateLimit } from '../../foundation/http/index.ts';
import type { Log } from '../../foundation/log/index.ts';
import type { RatingByCode, VisitOnPaper } from '../services/rating/rate-by-code.ts';
import { askPage, laterPage, refusalPage, thanksPage, unknownPage, type PageFacts } from './pages.ts';
import { PAGE_POLICY } from './style.ts';
import { visitorOf } from './visitor-address.ts';

export interface RatingServerOptions {
  readonly listen: ListenAddress;
  /** PEM texts; clear text without them, which is for this computer only. */
  readonly tls?: { readonly cert: string; readonly key: string };
  readonly facts: PageFacts;
  readonly hall: RatingByCode;
  readonly log: Log;
  readonly clock: Pick<Clock, 'monotonicMs'>;
}

export interface RatingServer {
  readonly address: string;
  close(): Promise<void>;
}

/** A code and a level in a form. */
const LARGEST_BODY_BYTES = 256;
/** One visitor opens the page, rates, perhaps looks again; a family behind one router does so together. */
const VISITOR = { burst: 20, perSecond: 0.5 };
/** All telephones together: whatever comes here, the counters are served. */
const EVERYBODY = { burst: 100, perSecond: 20 };
const MOST_CONNECTIONS = 200;
const PAGE_HEADERS = { ...ANSWER_HEADERS, 'content-security-policy': PAGE_POLICY };
const TIMES = { requestTimeout: 5_000, keepAliveTimeout: 5_000, headersTimeout: 3_000 };

/**
 * The page behind the QR code of a ticket, for telephones: one page, one form, nothing else of the hall. It has a port of its
 * own, so that the hall's own doors stay closed to the network that telephones are on.
 */
export async function openRatingServer(options: RatingServerOptions): Promise<RatingServer> {
  const app = createApp(options);
  keepDoor(app, options);
  addRoutes(app, options);
  app.server.maxConnections = MOST_CONNECTIONS;
  try {
    const { host, port } = options.listen;
    const address = await app.listen({ host, port });
    options.log.info('the rating page listens', { host, port: Number(new URL(address).port) });
    return { address, close: () => app.close() };
  } catch (fault) {
    await app.close();
    throw fault;
  }
}

function createApp({ tls, facts, log }: RatingServerOptions): FastifyInstance {
  const { headersTimeout, ...times } = TIMES;
  const limits = { headersTimeout, maxHeaderSize: 8 * 1024, connectionsCheckingInterval: 1_000 };
  const settings = {
    logger: false,
    bodyLimit: LARGEST_BODY_BYTES,
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    frameworkErrors: (_fault: unknown, _request: unknown, reply: FastifyReply) =>
      void send(reply.headers(PAGE_HEADERS), 404, unknownPage(facts)),
    ...times,
  } as const;
  const app = (
    tls === undefined
      ? Fastify({ ...settings, http: limits })
      : Fastify({ ...settings, https: { ...limits, ...tls, minVersion: 'TLSv1.2' } })
  ) as FastifyInstance;
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  app.setNotFoundHandler((_request, reply) => send(reply, 404, unknownPage(facts)));
  app.setErrorHandler((fault, _request, reply) => {
    const status = statusOf(fault);
    if (status >= 500) log.bug('the rating page failed', fault);
    return send(reply, status, status >= 500 ? laterPage(facts) : unknownPage(facts));
  });
  return app;
}

function statusOf(fault: unknown): number {
  const status = fault instanceof Error && 'statusCode' in fault ? fault.statusCode : undefined;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}

/** Before anything is looked up: how often this visitor and all of them have been here. */
function keepDoor(app: FastifyInstance, { facts, clock }: RatingServerOptions): void {
  const visitors = createRateLimit(VISITOR, clock);
  const everybody = createRateLimit(EVERYBODY, clock);
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(PAGE_HEADERS);
    const wait = visitors.ask(visitorOf(request.socket.remoteAddress)) || everybody.ask('everybody');
    if (wait === 0) return undefined;
    return send(reply.header('retry-after', String(wait)), 429, laterPage(facts));
  });
}

const Form = z.object({
  code: z.string().max(40),
  level: z.enum(['1', '2', '3', '4', '5']).transform((level) => Number(level) as RatingLevel),
});

function addRoutes(app: FastifyInstance, { hall, facts }: RatingServerOptions): void {
  app.get('/r/:code', (request: FastifyRequest<{ Params: { code: string } }>, reply) => {
    const { code } = request.params;
    return answer(reply, facts, hall.look(code), (visit) => askPage(facts, visit, code));
  });
  app.post('/rate', (request, reply) => {
    const form = Form.strict().safeParse(request.body);
    if (!form.success) return send(reply, 400, unknownPage(facts));
    const { code, level } = form.data;
    return answer(reply, facts, hall.rate(code, level), (visit) => thanksPage(facts, visit));
  });
}

function answer(
  reply: FastifyReply,
  facts: PageFacts,
  found: Result<VisitOnPaper, ApiError>,
  draw: (visit: VisitOnPaper) => string,
): FastifyReply {
  if (!found.ok) {
    const isUnknown = found.error.kind === 'unknown-ticket';
    return send(reply, isUnknown ? 404 : 503, isUnknown ? unknownPage(facts) : laterPage(facts));
  }
  const visit = found.value;
  return send(reply, 200, visit.refusal === undefined ? draw(visit) : refusalPage(facts, visit));
}

function send(reply: FastifyReply, status: number, html: string): FastifyReply {
  return reply.code(status).type('text/html; charset=utf-8').send(html);
}
