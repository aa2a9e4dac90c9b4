import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import {
  FEED_PATH,
  FEED_PROTOCOL,
  FEED_TOKEN_PREFIX,
  FeedRequest,
  type Announced,
  type ApiError,
  type Caller,
  type Role,
} from '../../../preload/contracts/index.ts';
import { stranger } from '../http/answer.ts';
import { bearerToken, isOurHost, judgeOrigin } from '../http/border.ts';
import { refuseRaw } from '../http/fault-answers.ts';
import type { ServerParts } from '../http/options.ts';
import { createRateLimit } from '../http/rate-limit.ts';
import type { FeedListener, FeedSource } from './feed-hub.ts';
import { createLines } from './listener-line.ts';

/** A listener asks for a snapshot or says that it announced a call: 130 bytes. */
const LARGEST_REQUEST_BYTES = 1024;
/** Per token. Eight counters that call all day say one a second; what goes beyond is not heard. */
const ANNOUNCEMENTS = { burst: 60, perSecond: 10 } as const;

export interface AttachedFeed {
  close(): Promise<void>;
}

export interface FeedOptions {
  readonly hub: FeedSource;
  /** Who may listen. */
  readonly roles: readonly Role[];
  /** A listener says that it announced a call. Missing: this feed has no calls, and who says so is sent away. */
  readonly onAnnounced?: (announced: Announced, by: Caller) => void;
}

/** The WebSocket at `GET /api/feed`: everybody is known before the line is switched, or it is not switched. */
export function attachFeed(
  server: Server,
  { hub, roles, onAnnounced }: FeedOptions,
  parts: ServerParts,
): AttachedFeed {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LARGEST_REQUEST_BYTES,
    perMessageDeflate: false,
    handleProtocols: (offered) => (offered.has(FEED_PROTOCOL) ? FEED_PROTOCOL : false),
  });
  const tokens = new Map<WebSocket, string>();
  const lineTo = createLines();
  const announcements = createRateLimit(ANNOUNCEMENTS, parts.clock);
  const hear = (request: FeedRequest, joined: FeedListener, token: string): boolean => {
    if (request.type === 'snapshot') joined.ask();
    else if (onAnnounced === undefined) return false;
    else if (announcements.ask(token) === 0) tell(onAnnounced, request, parts.access.identify(token));
    return true;
  };

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    socket.on('error', () => socket.destroy());
    const judged = judge(request, parts, roles, sockets.clients.size);
    if ('error' in judged) return refuseRaw(socket, judged.error);
    sockets.handleUpgrade(request, socket, head, (listener) => {
      tokens.set(listener, judged.token);
      listener.once('close', () => tokens.delete(listener));
      follow(hub.join(lineTo(listener, socket)), listener, (request, joined) =>
        hear(request, joined, judged.token),
      );
    });
  };

  const beat = (): void => {
    for (const [listener, token] of tokens) {
      if (parts.access.identify(token) === undefined) listener.close(1008, 'token revoked');
    }
    hub.beat(new Date(parts.clock.nowMs()).toISOString());
  };
  const heart = setInterval(beat, parts.limits.heartbeatMs).unref();
  server.on('upgrade', upgrade);

  return {
    async close() {
      clearInterval(heart);
      server.off('upgrade', upgrade);
      await closeAll(sockets);
    },
  };
}

function judge(
  request: IncomingMessage,
  parts: ServerParts,
  roles: readonly Role[],
  listening: number,
): { readonly token: string } | { readonly error: ApiError } {
  const { host, origin } = request.headers;
  if (!isOurHost(host, parts)) return { error: stranger('foreign-host') };
  if (judgeOrigin(origin, host, parts) === 'foreign') return { error: stranger('foreign-origin') };
  if ((request.url ?? '').split('?')[0] !== FEED_PATH) return { error: { kind: 'not-found' } };
  const token = bearerToken(request.headers.authorization) ?? offeredToken(request);
  const caller = token === undefined ? undefined : parts.access.identify(token);
  if (token === undefined || caller === undefined) return { error: { kind: 'not-signed-in' } };
  if (!roles.includes(caller.role)) {
    return { error: { kind: 'not-allowed', role: caller.role, operation: 'feed' } };
  }
  if (listening >= parts.limits.feedListeners)
    return { error: { kind: 'too-many-requests', retryAfterSeconds: 5 } };
  return { token };
}

/** A browser's way: it cannot set headers on a WebSocket, so the token comes as a second sub-protocol. */
function offeredToken(request: IncomingMessage): string | undefined {
  const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
  return offered.find((name) => name.startsWith(FEED_TOKEN_PREFIX))?.slice(FEED_TOKEN_PREFIX.length);
}

/** A token that was revoked meanwhile has nothing to say any more. */
function tell(
  onAnnounced: NonNullable<FeedOptions['onAnnounced']>,
  { callSequence, ticketId, by }: Announced,
  caller: Caller | undefined,
): void {
  if (caller !== undefined) onAnnounced({ callSequence, ticketId, by }, caller);
}

/** `hear` answers false to what this feed does not take. */
function follow(
  joined: FeedListener,
  listener: WebSocket,
  hear: (request: FeedRequest, joined: FeedListener) => boolean,
): void {
  listener.on('error', () => listener.terminate());
  listener.once('close', () => joined.leave());
  listener.on('message', (data, isBinary) => {
    const request = isBinary ? undefined : parseRequest(data.toString());
    if (request === undefined || !hear(request, joined)) listener.close(1008, 'not a feed request');
  });
}

function parseRequest(text: string): FeedRequest | undefined {
  try {
    return FeedRequest.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Listeners get a second to hear that the service goes away; then the line is cut. */
const GOODBYE_MS = 1_000;

async function closeAll(sockets: WebSocketServer): Promise<void> {
  const listeners = [...sockets.clients];
  const gone = listeners.map((listener) => new Promise((resolve) => listener.once('close', resolve)));
  for (const listener of listeners) listener.close(1001, 'service stops');
  const cut = setTimeout(() => listeners.forEach((listener) => listener.terminate()), GOODBYE_MS);
  await Promise.all(gone);
  clearTimeout(cut);
  await new Promise((resolve) => sockets.close(resolve));
}
