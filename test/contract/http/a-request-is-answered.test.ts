import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient, createOnce } from '../../../main/foundation/http/index.ts';
import { sendRequest } from '../../support/send-request.ts';
import { waitFor } from '../../support/wait-for.ts';
import { demoOperations, looked, startDemo, type DemoService } from './demo-service.ts';

let demo: DemoService;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

describe('an answer', () => {
  it('carries the value, and the caller is the token’s holder', async () => {
    const { status, json } = await demo.post('greet', { word: '你好' }, 'display');
    expect([status, json]).toEqual([200, { ok: true, value: { word: '你好', role: 'display' } }]);
  });

  it('that a rule refuses carries the error with its status', async () => {
    const { status, json } = await demo.post('refuse', { requestId: randomUUID() }, 'counter');
    expect([status, json]).toEqual([409, { ok: false, error: { kind: 'nobody-waiting' } }]);
  });

  it('says where a message does not fit, and never repeats it', async () => {
    const { status, json, text } = await demo.post('greet', { word: '11010519491231002X', name: '金丝雀' });
    expect(status).toBe(400);
    expect(json).toMatchObject({
      error: { kind: 'bad-input', problems: [{ where: 'word' }, { where: 'name', allowed: 'no such key' }] },
    });
    expect(text).not.toMatch(/11010519491231002X|金丝雀/);
  });

  it('never carries more than the contract says', async () => {
    expect((await demo.post('leak', {})).json).toEqual({ ok: true, value: { number: 'A001' } });
  });

  it('that does not fit the contract is an internal error, logged by its place only', async () => {
    const { status, json } = await demo.post('lie', {});
    expect([status, json]).toEqual([500, { ok: false, error: { kind: 'internal' } }]);
    expect(demo.logged()).toContain('"fields":["people.n.age"]');
    expect(demo.logged()).not.toContain('金丝雀');
  });

  it('of a handler that throws is an internal error without its words', async () => {
    const { status, text } = await demo.post('fall', {});
    expect([status, text]).toEqual([500, '{"ok":false,"error":{"kind":"internal"}}']);
    expect(demo.logged()).toContain('"fault":"TypeError"');
    expect(demo.logged()).not.toMatch(/金丝雀|11010519491231002X/);
  });

  it('has the headers that keep it out of caches, frames and other sites', async () => {
    const { headers } = await demo.post('greet', { word: 'hi' });
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  it('no token and no message ever reaches the log', async () => {
    await demo.post('greet', { word: 'canary-wd' });
    for (const token of Object.values(demo.tokens)) expect(demo.logged()).not.toContain(token.slice(3, 20));
    expect(demo.logged()).not.toContain('canary-wd');
  });
});

describe('health', () => {
  it('needs no token', async () => {
    const { status, json } = await sendRequest(demo.address, { path: '/api/health' });
    expect([status, json]).toEqual([200, { ok: true, name: 'songting-demo', version: '1.2.3' }]);
  });
});

describe('the same request many times at once', () => {
  it('runs once and gives everybody the one answer', async () => {
    const requestId = randomUUID();
    const all = Promise.all(Array.from({ length: 20 }, () => demo.post('count', { requestId })));
    const other = demo.post('count', { requestId, by: 10 });
    await waitFor(() => looked.count === 21);
    demo.proceed();
    const totals = new Set((await all).map(({ text }) => text));
    expect(totals.size).toBe(1);
    await other;
    const { json } = await demo.post('count', { requestId: randomUUID(), by: 0 });
    // One run of the twenty, and one of the other content: 1 + 10.
    expect(json).toEqual({ ok: true, value: { total: 11 } });
  });

  it('is kept apart by caller, operation, id and content, and forgotten after the answer', async () => {
    const once = createOnce<number>();
    let runs = 0;
    const key = { caller: 'a', operation: 'b', requestId: 'c', content: 1 };
    const run = async () => ++runs;
    const answers = await Promise.all([
      once(key, run),
      once(key, run),
      once({ ...key, caller: 'z' }, run),
      once({ ...key, content: 2 }, run),
    ]);
    expect(answers).toEqual([1, 1, 2, 3]);
    expect(await once(key, run)).toBe(4);
    const fail = () => Promise.reject(new Error('no'));
    await expect(Promise.all([once(key, fail), once(key, fail)])).rejects.toThrow('no');
    expect(await once(key, run)).toBe(5);
  });
});

describe('a client', () => {
  const clientOf = (baseAddress: string, token: string, timeoutMs?: number) =>
    createClient(demoOperations, { baseAddress, token, ...(timeoutMs === undefined ? {} : { timeoutMs }) });

  it('offers the rows and brings values and errors home', async () => {
    const client = clientOf(demo.address, demo.tokens.counter);
    expect(await client.greet({ word: 'hi' })).toEqual({ ok: true, value: { word: 'hi', role: 'counter' } });
    expect(await client.refuse({ requestId: randomUUID() })).toEqual({
      ok: false,
      error: { kind: 'nobody-waiting' },
    });
    expect(await client.leak({})).toEqual({
      ok: false,
      error: { kind: 'not-allowed', role: 'counter', operation: 'leak' },
    });
    expect(await clientOf(demo.address, 'st_wrong').greet({ word: 'hi' })).toEqual({
      ok: false,
      error: { kind: 'not-signed-in' },
    });
  });

  it.each([
    ['a server that never answers', () => undefined, 50],
    ['a web page', (end: (text: string, status?: number) => void) => end('<html>'), undefined],
    [
      'JSON of another program',
      (end: (text: string, status?: number) => void) => end('{"status":"up"}'),
      undefined,
    ],
    [
      'a value that is not the contract’s',
      (end: (text: string, status?: number) => void) => end('{"ok":true,"value":{"word":7}}'),
      undefined,
    ],
    ['a redirect', (end: (text: string, status?: number) => void) => end('', 302), undefined],
  ])('calls %s unreachable', async (_what, answer, timeoutMs) => {
    const other = createServer((_request, response) => {
      answer((text, status = 200) => response.writeHead(status, { location: '/elsewhere' }).end(text));
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const heard = await clientOf(`http://127.0.0.1:${port}`, 'st_x', timeoutMs).greet({ word: 'hi' });
    other.closeAllConnections();
    await new Promise((resolve) => other.close(resolve));
    expect(heard).toEqual({ ok: false, error: { kind: 'hall-unreachable' } });
    // The port is closed now: nobody there at all.
    expect(await clientOf(`http://127.0.0.1:${port}`, 'st_x').greet({ word: 'hi' })).toEqual(heard);
  });

  it('takes a refusal of a newer version for a refusal', async () => {
    const newer = createServer((_request, response) =>
      response.writeHead(409).end('{"ok":false,"error":{"kind":"moon-too-full"}}'),
    );
    await new Promise<void>((resolve) => newer.listen(0, '127.0.0.1', resolve));
    const { port } = newer.address() as AddressInfo;
    const heard = await clientOf(`http://127.0.0.1:${port}`, 'st_x').greet({ word: 'hi' });
    newer.closeAllConnections();
    await new Promise((resolve) => newer.close(resolve));
    expect(heard).toEqual({ ok: false, error: { kind: 'internal' } });
  });
});

describe('a port that is taken', () => {
  it('is said by its code, and nothing stays open', async () => {
    const port = Number(new URL(demo.address).port);
    await expect(startDemo({ listen: { host: '127.0.0.1', port } })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });
});
