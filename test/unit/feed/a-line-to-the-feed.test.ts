import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { createFeedHub, type FeedLine, type FeedSource } from '../../../main/foundation/feed/index.ts';
import { textFrame } from '../../../main/foundation/feed/listener-line.ts';
import { Lifetime } from '../../../main/foundation/lifetime.ts';
import {
  FEED_PATH,
  FEED_PROTOCOL,
  FEED_TOKEN_PREFIX,
  FeedMessage,
} from '../../../preload/contracts/index.ts';
import {
  demoCollections,
  startDemo,
  type DemoOptions,
  type DemoService,
} from '../../contract/http/demo-service.ts';
import { waitFor } from '../../support/wait-for.ts';

let life = new Lifetime();
afterEach(async () => {
  await life.end();
  life = new Lifetime();
});

async function start(options: DemoOptions = {}): Promise<DemoService> {
  return life.own(await startDemo({ allowOrigins: ['app://hall'], ...options }), (demo) => demo.close());
}

const ANNOUNCED = {
  type: 'announced',
  callSequence: 1,
  ticketId: '01890000-0000-7000-8000-000000000001',
  by: 'display',
};

const urlOf = ({ address }: { readonly address: string }, path = FEED_PATH) =>
  `${address.replace('http', 'ws')}${path}`;

interface Knock {
  readonly protocols?: string[];
  readonly headers?: Record<string, string>;
  readonly path?: string;
}

/** Opens a line: the status of the refusal, or the open socket. */
function knock(
  demo: DemoService,
  { protocols = [FEED_PROTOCOL], headers = {}, path }: Knock,
): Promise<number | WebSocket> {
  const socket = new WebSocket(urlOf(demo, path), protocols, { headers });
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve(life.own(socket, (open) => open.terminate())));
    socket.once('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0);
      socket.terminate();
    });
    socket.once('error', (fault) => reject(fault));
  });
}

/** A socket with everything it says from the handshake on. */
async function listen(demo: DemoService) {
  const heard: ReturnType<typeof FeedMessage.parse>[] = [];
  const closed: number[] = [];
  const socket = life.own(
    new WebSocket(urlOf(demo), [FEED_PROTOCOL], {
      headers: { authorization: `Bearer ${demo.tokens.display}` },
    }),
    (open) => open.terminate(),
  );
  socket.on('message', (data) => heard.push(FeedMessage.parse(JSON.parse(String(data)))));
  socket.on('close', (code) => closed.push(code));
  await waitFor(() => heard.length > 0);
  return { socket, heard, closed };
}

describe('the handshake', () => {
  const bearer = (demo: DemoService, role: 'kiosk' | 'display' = 'display') => ({
    authorization: `Bearer ${demo.tokens[role]}`,
  });

  it.each<[string, number, (demo: DemoService) => Knock]>([
    ['no token', 401, () => ({})],
    ['an unknown token', 401, () => ({ headers: { authorization: `Bearer st_${'A'.repeat(43)}` } })],
    [
      'a token in the address, where it would be logged',
      401,
      (demo) => ({ path: `${FEED_PATH}?token=${demo.tokens.display}` }),
    ],
    ['a role that may not listen', 403, (demo) => ({ headers: bearer(demo, 'kiosk') })],
    ['a foreign origin', 403, (demo) => ({ headers: { ...bearer(demo), origin: 'https://evil.example' } })],
    ['a sandboxed frame', 403, (demo) => ({ headers: { ...bearer(demo), origin: 'null' } })],
    ['a foreign host name', 403, (demo) => ({ headers: { ...bearer(demo), host: 'evil.example' } })],
    ['another path', 404, (demo) => ({ headers: bearer(demo), path: '/api/other' })],
  ])('refuses %s', async (_what, status, how) => {
    const demo = await start();
    expect(await knock(demo, how(demo))).toBe(status);
    expect(demo.hub.listeners()).toBe(0);
  });

  it('takes a browser’s token as a sub-protocol, and does not say it back', async () => {
    const demo = await start();
    const protocols = [FEED_PROTOCOL, `${FEED_TOKEN_PREFIX}${demo.tokens.counter}`];
    const socket = await knock(demo, { protocols, headers: { origin: 'app://hall' } });
    expect(socket).toBeInstanceOf(WebSocket);
    expect(socket instanceof WebSocket && socket.protocol).toBe(FEED_PROTOCOL);
  });

  it('refuses one listener more than there may be', async () => {
    const demo = await start({ limits: { feedListeners: 1 } });
    await listen(demo);
    expect(await knock(demo, { headers: bearer(demo) })).toBe(429);
  });
});

describe('a listener', () => {
  it('hears a snapshot, updates, and heartbeats in a quiet hall', async () => {
    const demo = await start({ limits: { heartbeatMs: 20 } });
    const { heard } = await listen(demo);
    demo.hub.publish([{ collection: 'things', id: 'a', item: { name: 'a', size: 1 } }]);
    await waitFor(
      () => heard.some(({ type }) => type === 'heartbeat') && heard.some(({ type }) => type === 'update'),
    );
    expect(heard[0]).toEqual({ type: 'snapshot', sequence: 0, collections: { things: {} } });
  });

  it('gets a new snapshot when it asks', async () => {
    const demo = await start();
    const { socket, heard } = await listen(demo);
    socket.send('{"type":"snapshot"}');
    await waitFor(() => heard.length === 2);
    expect(heard.map(({ type }) => type)).toEqual(['snapshot', 'snapshot']);
  });

  it('says that it announced a call: heard as who it is, not as who it says it is; never faster than a hall calls', async () => {
    const heard: string[] = [];
    const hub = createFeedHub(demoCollections);
    const demo = await start({
      feed: {
        hub,
        roles: ['display'],
        onAnnounced: ({ callSequence, ticketId, by }, { role, name }) =>
          heard.push([callSequence, ticketId, by, role, name].join(' ')),
      },
    });
    const { socket, closed } = await listen(demo);
    for (let callSequence = 1; callSequence <= 200; callSequence += 1) {
      socket.send(JSON.stringify({ ...ANNOUNCED, callSequence }));
    }
    socket.send('{"type":"snapshot","name":"x"}');
    await waitFor(() => closed.length > 0);
    expect(heard[0]).toBe(`1 ${ANNOUNCED.ticketId} display display display`);
    expect(heard.length).toBeGreaterThanOrEqual(60);
    expect(heard.length).toBeLessThan(200);
  });

  it.each([
    ['something else', '{"type":"publish"}', 1008],
    ['an extra key', '{"type":"snapshot","of":"all"}', 1008],
    ['a call to a feed that has no calls', JSON.stringify(ANNOUNCED), 1008],
    ['no JSON', 'snapshot', 1008],
    ['bytes', Buffer.from('{"type":"snapshot"}'), 1008],
    ['more than 1 KiB', JSON.stringify({ type: 'x'.repeat(2_000) }), 1009],
  ])('that says %s is sent away', async (_what, message, code) => {
    const demo = await start();
    const { socket, closed } = await listen(demo);
    socket.send(message);
    await waitFor(() => closed.length > 0);
    expect(closed).toEqual([code]);
    await waitFor(() => demo.hub.listeners() === 0);
  });

  it.each([
    ['no means that anybody has', { ...ANNOUNCED, by: 'shouting' }],
    ['somebody else’s name', { ...ANNOUNCED, name: 'screen 2' }],
    ['no ticket', { ...ANNOUNCED, ticketId: 'A012' }],
    ['no call', { ...ANNOUNCED, callSequence: 0 }],
  ])('that announces with %s is sent away and not heard', async (_what, message) => {
    const heard: unknown[] = [];
    const hub = createFeedHub(demoCollections);
    const demo = await start({ feed: { hub, roles: ['display'], onAnnounced: (said) => heard.push(said) } });
    const { socket, closed } = await listen(demo);
    socket.send(JSON.stringify(message));
    await waitFor(() => closed.length > 0);
    expect([closed, heard]).toEqual([[1008], []]);
  });

  it('whose token is revoked is sent away with the next heartbeat', async () => {
    const demo = await start({ limits: { heartbeatMs: 20 } });
    const { closed } = await listen(demo);
    demo.revoked.add('display');
    await waitFor(() => closed.length > 0);
    expect(closed).toEqual([1008]);
  });

  it('is one of a hundred, and each hears everything', async () => {
    const demo = await start();
    const all = await Promise.all(Array.from({ length: 100 }, () => listen(demo)));
    for (let size = 1; size <= 20; size += 1) {
      demo.hub.publish([{ collection: 'things', id: 'a', item: { name: 'a', size } }]);
    }
    await waitFor(() => all.every(({ heard }) => heard.length === 21));
    for (const { heard } of all) {
      expect(heard.map((message) => message.sequence)).toEqual(Array.from({ length: 21 }, (_, i) => i));
    }
  });

  it('that does not read fills no memory; once it reads it gets how things are now', async () => {
    const hub = createFeedHub(demoCollections);
    const lines: FeedLine[] = [];
    const watched: FeedSource = {
      beat: (at) => hub.beat(at),
      join(line) {
        lines.push(line);
        return hub.join(line);
      },
    };
    const demo = await start({ feed: { hub: watched, roles: ['display'] } });
    const socket = deaf(demo);
    const line = await waitFor(() => lines[0]);
    const name = 'x'.repeat(200_000);
    let most = 0;
    for (let size = 1; size <= 200; size += 1) {
      hub.publish([{ collection: 'things', id: 'a', item: { name, size } }]);
      await new Promise(setImmediate);
      most = Math.max(most, line.bufferedBytes());
    }
    // 40 MB were published: what the network holds has left, 1 MiB and the message that went beyond it may wait.
    expect(most).toBeGreaterThan(1024 * 1024);
    expect(most).toBeLessThan(1024 * 1024 + 2 * name.length);
    let read = 0;
    socket.on('data', (data: Buffer) => (read += data.length));
    socket.resume();
    await waitFor(() => line.bufferedBytes() === 0);
    const before = read;
    hub.publish([{ collection: 'things', id: 'b', item: { name: 'b', size: 1 } }]);
    // The snapshot carries the large item as well; an update would be a hundred bytes.
    await waitFor(() => read - before > name.length);
  });

  it('is told that the service stops', async () => {
    const demo = await startDemo();
    const { closed } = await listen(demo);
    await demo.close();
    await waitFor(() => closed.length > 0);
    expect(closed).toEqual([1001]);
  });
});

/** A listener that switches the line and then never reads from it. */
function deaf(demo: DemoService) {
  const { port, host } = new URL(demo.address);
  const socket = life.own(connect(Number(port), '127.0.0.1'), (open) => void open.destroy());
  socket.write(
    `GET ${FEED_PATH} HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n` +
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\nAuthorization: Bearer ${demo.tokens.display}\r\n\r\n`,
  );
  socket.pause();
  return socket;
}

describe('a message framed by ourselves', () => {
  it.each([0, 1, 125, 126, 65_535, 65_536, 300_000])('of %i bytes arrives as it is', async (bytes) => {
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    life.own(server, (opened) => void opened.close());
    await once(server, 'listening');
    const text = '号'.repeat(Math.floor(bytes / 3)).padEnd(Math.floor(bytes / 3) + (bytes % 3), 'x');
    server.on('connection', (_listener, request) => request.socket.write(textFrame(text)));
    const { port } = server.address() as AddressInfo;
    const heard = life.own(new WebSocket(`ws://127.0.0.1:${port}`), (open) => open.terminate());
    const [data, isBinary] = (await once(heard, 'message')) as [Buffer, boolean];
    expect([data.toString('utf8') === text, data.length, isBinary]).toEqual([true, bytes, false]);
  });
});
