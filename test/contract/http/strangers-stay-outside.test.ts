import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ManualClock } from '../../../main/foundation/clock.ts';
import { createApiServer } from '../../../main/foundation/http/index.ts';
import { silentLog } from '../../../main/foundation/log/index.ts';
import {
  err,
  hallOperations,
  ok,
  stationOperations,
  type Handlers,
  type OperationTable,
  type Role,
} from '../../../preload/contracts/index.ts';
import { everyRowRefusesHostileInput } from '../../support/hostile-input.ts';
import { sendRequest } from '../../support/send-request.ts';
import { accessFor, demoOperations, mintAll, startDemo, type DemoService } from './demo-service.ts';

let demo: DemoService;
beforeAll(async () => {
  demo = await startDemo({ allowOrigins: ['app://hall'], limits: { burst: 10_000 } });
});
afterAll(() => demo.close());

const greeting = (headers: Record<string, string>) =>
  sendRequest(demo.address, {
    method: 'POST',
    path: '/api/greet',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${demo.tokens.kiosk}`, ...headers },
    body: '{"word":"hi"}',
  });

describe('every row of a table refuses what is not for it', () => {
  it('the demo', async () => {
    const server = { address: demo.address, tokenOf: (role: Role) => demo.tokens[role] };
    expect(await everyRowRefusesHostileInput(server, demoOperations)).toEqual([]);
  });

  it.each<[string, OperationTable]>([
    ['the hall', hallOperations],
    ['the station', stationOperations],
  ])('%s', async (_name, operations) => {
    const tokens = mintAll();
    let reached = 0;
    const answer = () => {
      reached += 1;
      return ok({});
    };
    const handlers = Object.fromEntries(Object.keys(operations).map((name) => [name, answer]));
    const server = await createApiServer({
      operations,
      handlers: handlers as Handlers<OperationTable>,
      access: accessFor(tokens),
      // Whoever the row asks for sits there.
      sessions: {
        check: (_secret, _caller, name) => {
          const role = operations[name]?.staff[0];
          return role === undefined
            ? err({ kind: 'staff-not-signed-in' })
            : ok({ staffNumber: '1001', role });
        },
      },
      listen: { host: '127.0.0.1', port: 0 },
      log: silentLog,
      limits: { burst: 10_000 },
      info: { name: 'test', version: '0' },
    });
    const complaints = await everyRowRefusesHostileInput(
      { address: server.address, tokenOf: (role) => tokens[role] },
      operations,
    );
    await server.close();
    expect(complaints).toEqual([]);
    expect(reached).toBe(0);
  });

  it('and the check itself complains about a server that lets everything pass', async () => {
    const open = { ...demoOperations.greet, roles: ['admin'] as const };
    const server = { address: demo.address, tokenOf: (role: Role) => demo.tokens[role] };
    const complaints = await everyRowRefusesHostileInput(server, { greet: open });
    expect(complaints.join('\n')).toContain('greet, the token of a kiosk: expected 403 not-allowed');
  });
});

describe('the host name', () => {
  it.each(['localhost', '127.0.0.1:7300', '127.9.9.9', '[::1]:80', 'LOCALHOST:1'])(
    '%s is ours',
    async (host) => {
      expect((await greeting({ host })).status).toBe(200);
    },
  );

  it.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'evil.example:7300',
    '192.0.2.1',
    '127.0.0.1@evil.example',
    '[::2]',
    'localhost:1:2',
  ])('%j is not: a stray page may point its own name here', async (host) => {
    const { status, json } = await greeting({ host });
    expect([status, json]).toMatchObject([
      403,
      { ok: false, error: { kind: 'not-allowed', operation: 'foreign-host' } },
    ]);
  });
});

describe('the origin', () => {
  it.each([
    'https://evil.example',
    'null',
    'app://hall.evil',
    'app://hal',
    'app://hall/',
    'http://127.0.0.1.evil.example',
    'http://127.0.0.1:1',
    'file://',
  ])('%s is foreign', async (origin) => {
    const { status, headers } = await greeting({ origin });
    expect(status).toBe(403);
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  it('the service’s own page may call', async () => {
    expect((await greeting({ origin: demo.address })).status).toBe(200);
  });

  it('a page that is named may call, and is told so by its exact name', async () => {
    const { status, headers } = await greeting({ origin: 'app://hall' });
    expect(status).toBe(200);
    expect(headers).toMatchObject({ 'access-control-allow-origin': 'app://hall', vary: 'Origin' });
  });

  it('a preflight is answered for the named page only', async () => {
    const preflight = (origin: string) =>
      sendRequest(demo.address, {
        method: 'OPTIONS',
        path: '/api/greet',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'authorization',
        },
      });
    const named = await preflight('app://hall');
    expect(named.status).toBe(204);
    expect(named.headers['access-control-allow-headers']).toContain('authorization');
    const foreign = await preflight('https://evil.example');
    expect([foreign.status, foreign.headers['access-control-allow-origin']]).toEqual([403, undefined]);
  });
});

describe('what is not there', () => {
  it.each([
    '/api/nothing',
    '/api/',
    '/api/greet/',
    '/api/__proto__',
    '/api/constructor',
    '/nothing',
    '/../etc/passwd',
    '/%2e%2e/etc/passwd',
    '/api/greet%00',
  ])('%s is not found', async (path) => {
    const { status, json } = await sendRequest(demo.address, { method: 'POST', path });
    expect(json).toMatchObject({ ok: false, error: { kind: 'not-found' } });
    expect(status).toBe(404);
  });

  it('an address that cannot be decoded is answered in the contract’s words', async () => {
    const { status, json } = await sendRequest(demo.address, { path: '/api/%ZZ' });
    expect([status, json]).toMatchObject([400, { ok: false, error: { kind: 'bad-input' } }]);
  });
});

describe('somebody who asks too often', () => {
  it('is told when to come back, and then served', async () => {
    const clock = new ManualClock('2026-03-02T01:00:00Z');
    const busy = await startDemo({ clock, limits: { burst: 3, requestsPerSecond: 1 } });
    const statuses = [];
    for (let i = 0; i < 4; i += 1) statuses.push((await busy.post('greet', { word: 'hi' })).status);
    const last = await busy.post('greet', { word: 'hi' });
    const other = await busy.post('greet', { word: 'hi' }, 'kiosk');
    clock.advance(1_000);
    const later = await busy.post('greet', { word: 'hi' });
    await busy.close();
    expect(statuses).toEqual([200, 200, 200, 429]);
    expect(last.json).toEqual({ ok: false, error: { kind: 'too-many-requests', retryAfterSeconds: 1 } });
    expect(last.headers['retry-after']).toBe('1');
    expect([other.status, later.status]).toEqual([200, 200]);
  });
});

describe('a line that is not HTTP, or never ends', () => {
  const speak = (address: string, text: string) =>
    new Promise<string>((resolve, reject) => {
      let heard = '';
      const socket = connect(Number(new URL(address).port), '127.0.0.1', () => socket.write(text));
      socket.on('data', (data: Buffer) => (heard += data.toString()));
      socket.on('close', () => resolve(heard));
      socket.on('error', reject);
    });

  it.each(['\x16\x03\x01\x02\x00\x01\x00\r\n\r\n', 'GET\r\n\r\n', 'HELLO\r\n\r\n'])(
    '%j gets an error body and is closed',
    async (text) => {
      expect(await speak(demo.address, text)).toMatch(/^HTTP\/1\.1 400 [^]*"kind":"bad-input"/);
    },
  );

  it('a request without a host name is refused', async () => {
    const text = 'GET /api/health HTTP/1.1\r\nHost: \r\nConnection: close\r\n\r\n';
    expect(await speak(demo.address, text)).toMatch(/^HTTP\/1\.1 403 /);
  });

  it('headers larger than any of ours are refused', async () => {
    const text = `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`;
    expect(await speak(demo.address, text)).toMatch(/^HTTP\/1\.1 431 /);
  });

  it('a request that is never finished is closed by the server', async () => {
    const short = await startDemo({ limits: { headersTimeoutMs: 100, requestTimeoutMs: 100 } });
    const heard = await speak(short.address, 'POST /api/greet HTTP/1.1\r\nHost: localhost\r\n');
    await short.close();
    expect(heard).toMatch(/^HTTP\/1\.1 408 /);
  });
});
