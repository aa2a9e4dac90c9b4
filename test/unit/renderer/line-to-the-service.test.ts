import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createPinia, setActivePinia } from 'pinia';
import { stationOperations } from '../../../preload/contracts/station-operations.ts';
import { readFragment } from '../../../renderer/shared/address.ts';
import { createClient } from '../../../renderer/shared/line/client.ts';
import {
  FeedLine,
  feedProtocols,
  feedUrl,
  SILENCE_MS,
  type Heard,
} from '../../../renderer/shared/line/feed-line.ts';
import { reconnectDelayMs } from '../../../renderer/shared/line/reconnect-delay.ts';
import { RequestIds } from '../../../renderer/shared/line/request-ids.ts';
import { createSteps } from '../../../renderer/shared/line/steps.ts';
import { useStationStore } from '../../../renderer/shared/stores/station-store.ts';
import { minutesSince } from '../../../renderer/shared/stores/now-store.ts';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import type { ApiError } from '../../../preload/contracts/errors.ts';
import { elderVisit, sampleStation } from '../../support/fake-services/samples.ts';

class FakeSocket {
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: (() => void) | null = null;
  readonly sent: string[] = [];
  closed = false;
  readyState: number = WebSocket.CONNECTING;
  send(text: string): void {
    this.sent.push(text);
  }
  close(): void {
    this.closed = true;
  }
  say(message: unknown): void {
    this.onmessage?.({ data: typeof message === 'string' ? message : JSON.stringify(message) });
  }
}

function openLine(hear: (raw: unknown) => Heard) {
  const sockets: FakeSocket[] = [];
  let lost = 0;
  const line = new FeedLine('ws://x', [], { hear, lost: () => (lost += 1) }, () => {
    const socket = new FakeSocket();
    sockets.push(socket);
    return socket as unknown as WebSocket;
  });
  return { line, sockets, lost: () => lost };
}

const taken = (): Heard => ({ outcome: 'taken', serviceTime: null });

describe('the feed line', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('waits 0.5 s, then twice as long each time, at most 8 s', () => {
    expect([1, 2, 3, 4, 5, 6, 20].map(reconnectDelayMs)).toEqual([500, 1000, 2000, 4000, 8000, 8000, 8000]);
  });
  test('comes back after each break and forgets the pauses once it has heard something', () => {
    const { sockets } = openLine(taken);
    sockets[0]?.onclose?.();
    vi.advanceTimersByTime(500);
    sockets[1]?.onclose?.();
    vi.advanceTimersByTime(999);
    expect(sockets).toHaveLength(2);
    vi.advanceTimersByTime(1);
    sockets[2]?.say({});
    sockets[2]?.onclose?.();
    vi.advanceTimersByTime(500);
    expect(sockets).toHaveLength(4);
  });
  test('says that a call was announced once the line is open, and keeps nothing for later', () => {
    const { line, sockets } = openLine(taken);
    const [socket] = sockets;
    const call = {
      callSequence: 7,
      ticketId: '01890000-0000-7000-8000-000000000001',
      by: 'display',
    } as const;
    line.announce(call);
    if (socket !== undefined) socket.readyState = WebSocket.OPEN;
    line.announce(call);
    expect(socket?.sent.map((text) => JSON.parse(text) as unknown)).toEqual([{ type: 'announced', ...call }]);
  });
  test('takes a silence of 15 s for a dead line, even if the socket does not know', () => {
    const { sockets, lost } = openLine(taken);
    vi.advanceTimersByTime(SILENCE_MS - 1);
    sockets[0]?.say({});
    vi.advanceTimersByTime(SILENCE_MS - 1);
    expect(lost()).toBe(0);
    vi.advanceTimersByTime(1);
    expect(lost()).toBe(1);
    expect(sockets[0]?.closed).toBe(true);
  });
  test('asks for a snapshot after a gap', () => {
    const { sockets } = openLine(() => ({ outcome: 'gap', serviceTime: null }));
    sockets[0]?.say({});
    expect(sockets[0]?.sent).toEqual(['{"type":"snapshot"}']);
  });
  test('starts over when it hears what it cannot read', () => {
    const { sockets, lost } = openLine((raw) => (raw === undefined ? { outcome: 'unreadable' } : taken()));
    sockets[0]?.say('no json');
    expect(lost()).toBe(1);
  });
  test('a line that was ended stays ended', () => {
    const { line, sockets } = openLine(taken);
    line.end();
    vi.advanceTimersByTime(60_000);
    expect(sockets).toHaveLength(1);
    expect(sockets[0]?.closed).toBe(true);
  });
});

test('the token travels as a sub-protocol, never in the address', () => {
  expect(feedUrl('https://hall.example:7300')).toBe('wss://hall.example:7300/api/feed');
  expect(feedUrl('http://127.0.0.1:7310')).toBe('ws://127.0.0.1:7310/api/feed');
  expect(feedProtocols('abc')).toEqual(['songting.feed.v1', 'songting.bearer.abc']);
  expect(feedProtocols(null)).toEqual(['songting.feed.v1']);
  expect(readFragment('#token=a%2Bb&counter=3')).toEqual({ token: 'a+b', counter: '3' });
  expect(readFragment('')).toEqual({ token: null, counter: null });
});

describe('the mirror of the station', () => {
  beforeEach(() => setActivePinia(createPinia()));
  const snapshot = (sequence: number) => ({
    type: 'snapshot',
    sequence,
    collections: { station: { now: sampleStation() }, visit: {}, devices: {}, services: {} },
  });
  const update = (sequence: number, item: unknown) => ({
    type: 'update',
    sequence,
    changes: [{ collection: 'visit', id: 'now', item }],
  });

  test('shows nothing before the first snapshot', () => {
    const store = useStationStore();
    expect(store.hear(update(1, elderVisit()))).toMatchObject({ outcome: 'gap' });
    expect(store.ready).toBe(false);
    expect(store.visit).toBeNull();
  });
  test('follows updates, ignores a duplicate, notices a gap and mends it by a snapshot', () => {
    const store = useStationStore();
    store.hear(snapshot(4));
    expect(store.hear(update(5, elderVisit()))).toMatchObject({ outcome: 'taken' });
    expect(store.visit?.maskedName).toBe('张*英');
    expect(store.hear(update(5, null))).toMatchObject({ outcome: 'taken' });
    expect(store.visit).not.toBeNull();
    expect(store.hear(update(7, null))).toMatchObject({ outcome: 'gap' });
    expect(store.visit).not.toBeNull();
    store.hear(snapshot(7));
    expect(store.visit).toBeNull();
  });
  test('a heartbeat that is ahead of what was heard is a gap', () => {
    const store = useStationStore();
    store.hear(snapshot(4));
    const at = '2026-03-02T09:00:00+08:00';
    expect(store.hear({ type: 'heartbeat', sequence: 4, at })).toEqual({ outcome: 'taken', serviceTime: at });
    expect(store.hear({ type: 'heartbeat', sequence: 6, at })).toMatchObject({ outcome: 'gap' });
  });
  test('what is no message of this feed is unreadable', () => {
    const store = useStationStore();
    expect(store.hear({ type: 'hello' })).toEqual({ outcome: 'unreadable' });
    expect(store.hear(undefined)).toEqual({ outcome: 'unreadable' });
  });
});

describe('a request whose outcome is unknown', () => {
  const unknown = err<ApiError>({ kind: 'hall-unreachable' });
  const refused = err<ApiError>({ kind: 'nobody-waiting' });
  const numbered = () => {
    let next = 0;
    return new RequestIds(() => `id-${(next += 1)}`);
  };

  test('is sent again under the same id; what was answered is not', () => {
    const ids = numbered();
    expect(ids.idFor('call')).toBe('id-1');
    ids.settle('call', unknown);
    expect(ids.idFor('call')).toBe('id-1');
    ids.settle('call', refused);
    expect(ids.idFor('call')).toBe('id-2');
    ids.settle('call', ok(1));
    expect(ids.idFor('call')).toBe('id-3');
  });
  test('a step that can succeed once keeps its id after success', () => {
    const ids = numbered();
    ids.idFor('take');
    ids.settle('take', ok(1), true);
    expect(ids.idFor('take')).toBe('id-1');
    ids.settle('take', refused, true);
    expect(ids.idFor('take')).toBe('id-2');
  });
  test('a wish that the client itself refuses does not make the page deaf', async () => {
    const steps = createSteps<object>();
    steps.client.value = {};
    await expect(steps.take('bad', () => Promise.reject(new Error('not of the contract')))).rejects.toThrow();
    expect(steps.pending.value).toBeNull();
    expect(await steps.take('good', () => Promise.resolve(ok('done')))).toEqual(ok('done'));
  });

  test('while one step is under way no other starts', async () => {
    const steps = createSteps<object>();
    steps.client.value = {};
    let answer: (result: Result<number, ApiError>) => void = () => {};
    const first = steps.take('a', () => new Promise<Result<number, ApiError>>((done) => (answer = done)));
    expect(steps.pending.value).toBe('a');
    expect(await steps.take('b', async () => ok(2))).toBeNull();
    answer(refused);
    expect(await first).toEqual(refused);
    expect(steps.problem.value).toEqual({ kind: 'nobody-waiting' });
    expect(await steps.take('b', async () => ok(2))).toEqual(ok(2));
    expect(steps.problem.value).toBeNull();
  });
});

describe('the client', () => {
  const reply =
    (body: unknown, status = 200) =>
    async () =>
      new Response(JSON.stringify(body), { status });
  const ask = (send: typeof fetch) =>
    createClient(stationOperations, 'http://x', 'secret', send).deviceStatus({});

  test('answers values and errors as they come, whatever the HTTP status', async () => {
    expect(await ask(reply({ ok: true, value: { devices: [] } }))).toEqual(ok({ devices: [] }));
    const storage = { kind: 'storage', trouble: 'full' };
    expect(await ask(reply({ ok: false, error: storage }, 503))).toEqual(err(storage));
  });
  test('a dead line and an answer that is not ours are the same: nobody is there', async () => {
    expect(await ask(async () => Promise.reject(new TypeError('no line')))).toEqual(
      err({ kind: 'hall-unreachable' }),
    );
    expect(await ask(async () => new Response('<html>'))).toEqual(err({ kind: 'hall-unreachable' }));
  });
  test('who speaks to a kiosk is waited for longer than a finger is', async () => {
    const timeout = vi.spyOn(AbortSignal, 'timeout');
    const client = createClient(stationOperations, 'http://x', 'secret', reply({ ok: true, value: {} }));
    await client.endVisit({ requestId: crypto.randomUUID() });
    await client.listen({ requestId: crypto.randomUUID() });
    expect(timeout.mock.calls).toEqual([[8_000], [45_000]]);
    timeout.mockRestore();
  });
  test('a value outside the contract is a fault of the service', async () => {
    expect(await ask(reply({ ok: true, value: { devices: 'none' } }))).toEqual(err({ kind: 'internal' }));
    expect(await ask(reply({ hello: 1 }))).toEqual(err({ kind: 'internal' }));
  });
  test('sends its token in the header', async () => {
    const seen: unknown[] = [];
    await ask(async (_url, init) => {
      seen.push(init?.headers);
      return new Response('{}');
    });
    expect(seen).toEqual([{ 'content-type': 'application/json', authorization: 'Bearer secret' }]);
  });
});

test('minutes are whole, and never negative when clocks disagree', () => {
  const now = Date.parse('2026-03-02T09:10:59+08:00');
  expect(minutesSince('2026-03-02T09:00:00+08:00', now)).toBe(10);
  expect(minutesSince('2026-03-02T09:20:00+08:00', now)).toBe(0);
});
