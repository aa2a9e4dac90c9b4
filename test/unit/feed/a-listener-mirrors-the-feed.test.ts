import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createFeedHub, type FeedChange } from '../../../main/foundation/feed/index.ts';
import {
  applyFeedMessage,
  emptyFeedState,
  FeedMessage,
  parseFeedMessage,
  type FeedState,
} from '../../../preload/contracts/index.ts';

const table = {
  things: z.object({ name: z.string(), size: z.int() }),
  other: z.object({ on: z.boolean() }),
} as const;
type Table = typeof table;

/** A line into memory, which can be stuffed up. */
function createLine() {
  const line = {
    sent: [] as string[],
    buffered: 0,
    closed: undefined as number | undefined,
    send: (text: string) => void line.sent.push(text),
    bufferedBytes: () => line.buffered,
    close: (code: number) => void (line.closed = code),
    types: () => line.sent.map((text) => FeedMessage.parse(JSON.parse(text)).type),
    last: () => FeedMessage.parse(JSON.parse(line.sent.at(-1) ?? '')),
  };
  return line;
}

function hear(state: FeedState<Table>, text: string): { state: FeedState<Table>; gap: boolean } {
  const message = parseFeedMessage(table, JSON.parse(text));
  if (message === undefined) throw new Error(`not a message: ${text}`);
  return applyFeedMessage(state, message);
}

const thing = (id: string, size: number): FeedChange<Table> => ({
  collection: 'things',
  id,
  item: { name: id, size },
});

describe('the hub', () => {
  it('gives a snapshot first, then updates with a dense sequence', () => {
    const hub = createFeedHub(table);
    hub.publish([thing('a', 1)]);
    const line = createLine();
    hub.join(line);
    hub.publish([thing('b', 2), { collection: 'things', id: 'a', item: null }]);
    hub.publish([thing('c', 3)]);
    expect(line.sent.map((text) => JSON.parse(text))).toEqual([
      { type: 'snapshot', sequence: 1, collections: { things: { a: { name: 'a', size: 1 } }, other: {} } },
      {
        type: 'update',
        sequence: 2,
        changes: [
          { collection: 'things', id: 'b', item: { name: 'b', size: 2 } },
          { collection: 'things', id: 'a', item: null },
        ],
      },
      {
        type: 'update',
        sequence: 3,
        changes: [{ collection: 'things', id: 'c', item: { name: 'c', size: 3 } }],
      },
    ]);
  });

  it('publishes only what changed when a collection is replaced, and nothing when nothing did', () => {
    const hub = createFeedHub(table);
    hub.replace('things', {
      a: { name: 'a', size: 1 },
      b: { name: 'b', size: 2 },
      c: { name: 'c', size: 3 },
    });
    const line = createLine();
    hub.join(line);
    hub.replace('things', { a: { name: 'a', size: 1 }, b: { size: 9, name: 'b' } });
    expect(line.last()).toMatchObject({
      changes: [
        { id: 'c', item: null },
        { id: 'b', item: { name: 'b', size: 9 } },
      ],
    });
    hub.replace('things', { b: { name: 'b', size: 9 }, a: { name: 'a', size: 1 } });
    hub.publish([{ collection: 'other', id: 'x', item: null }]);
    expect(hub.sequence()).toBe(2);
    expect(line.sent).toHaveLength(2);
  });

  it('says what differs in several collections in one update, and nothing of those that are not named', () => {
    const hub = createFeedHub(table);
    hub.publish([thing('a', 1), { collection: 'other', id: 'x', item: { on: true } }]);
    const line = createLine();
    hub.join(line);
    hub.replaceAll({ things: { b: { name: 'b', size: 2 } }, other: { x: { on: false } } });
    hub.replaceAll({ things: {} });
    const [, both, one] = line.sent.map((text) => JSON.parse(text) as unknown);
    expect(both).toEqual({
      type: 'update',
      sequence: 2,
      changes: [
        { collection: 'things', id: 'a', item: null },
        { collection: 'things', id: 'b', item: { name: 'b', size: 2 } },
        { collection: 'other', id: 'x', item: { on: false } },
      ],
    });
    expect(one).toMatchObject({ sequence: 3, changes: [{ collection: 'things', id: 'b', item: null }] });
  });

  it('takes none of several changes when one does not fit', () => {
    const hub = createFeedHub(table);
    const line = createLine();
    hub.join(line);
    const wanted = { things: { a: { name: 'a', size: 1 } }, other: { x: { on: 'yes' as never } } };
    expect(() => hub.replaceAll(wanted)).toThrow(/^An item of other does not fit/);
    hub.publish([thing('a', 1)]);
    expect(line.last()).toMatchObject({ type: 'update', sequence: 1 });
  });

  it('lets nothing out that the contract does not name, and names no value of an item that does not fit', () => {
    const hub = createFeedHub(table);
    hub.publish([
      {
        collection: 'things',
        id: 'a',
        item: { name: 'a', size: 1, idNumber: '11010519491231002X' } as never,
      },
    ]);
    const line = createLine();
    hub.join(line);
    expect(line.sent[0]).not.toContain('idNumber');
    const wrong = [{ collection: 'things', id: 'a', item: { name: 'a', size: '金丝雀' as never } } as const];
    expect(() => hub.publish(wrong)).toThrow(/^An item of things does not fit the contract: size$/);
  });

  it('writes an item once, however many listen', () => {
    const hub = createFeedHub(table);
    const lines = Array.from({ length: 100 }, createLine);
    for (const line of lines) hub.join(line);
    hub.publish([thing('a', 1)]);
    expect(new Set(lines.map(({ sent }) => sent[1]))).toEqual(new Set([lines[0]?.sent[1]]));
    expect(hub.listeners()).toBe(100);
  });

  it('forgets a listener that left', () => {
    const hub = createFeedHub(table);
    const line = createLine();
    hub.join(line).leave();
    hub.publish([thing('a', 1)]);
    expect([line.sent.length, hub.listeners()]).toEqual([1, 0]);
  });
});

describe('a slow listener', () => {
  const STUFFED = 2 * 1024 * 1024;

  it('gets nothing more until it has read, then one snapshot of how things are', () => {
    const hub = createFeedHub(table);
    const line = createLine();
    hub.join(line);
    line.buffered = STUFFED;
    for (let i = 1; i <= 1_000; i += 1) hub.publish([thing('a', i)]);
    expect(line.sent).toHaveLength(1);
    line.buffered = 0;
    hub.publish([thing('a', 1_001)]);
    expect(line.last()).toMatchObject({
      type: 'snapshot',
      sequence: 1_001,
      collections: { things: { a: { size: 1_001 } } },
    });
    hub.publish([thing('a', 1_002)]);
    expect(line.last()).toMatchObject({ type: 'update', sequence: 1_002 });
  });

  it('that never reads is told to come back later, and others do not notice', () => {
    const hub = createFeedHub(table);
    const [slow, quick] = [createLine(), createLine()];
    hub.join(slow);
    hub.join(quick);
    slow.buffered = STUFFED;
    hub.publish([thing('a', 1)]);
    for (let i = 0; i < 3; i += 1) hub.beat('2026-03-02T01:00:00Z');
    expect([slow.closed, slow.sent.length, hub.listeners()]).toEqual([1013, 1, 1]);
    expect(quick.types()).toEqual(['snapshot', 'update', 'heartbeat', 'heartbeat', 'heartbeat']);
  });

  it('that asks for snapshots without end gets a few now and one with each heartbeat', () => {
    const hub = createFeedHub(table);
    const line = createLine();
    const listener = hub.join(line);
    for (let i = 0; i < 1_000; i += 1) listener.ask();
    expect(line.sent).toHaveLength(4);
    hub.beat('2026-03-02T01:00:00Z');
    hub.beat('2026-03-02T01:00:05Z');
    expect(line.types().slice(4)).toEqual(['snapshot', 'heartbeat']);
  });
});

describe('the mirror', () => {
  const empty = emptyFeedState(table);
  const snapshot = (sequence: number) =>
    JSON.stringify({
      type: 'snapshot',
      sequence,
      collections: { things: { a: { name: 'a', size: sequence } } },
    });
  const update = (sequence: number, item: unknown = { name: 'a', size: sequence }) =>
    JSON.stringify({ type: 'update', sequence, changes: [{ collection: 'things', id: 'a', item }] });
  const heartbeat = (sequence: number) => JSON.stringify({ type: 'heartbeat', sequence, at: 'now' });

  it('knows nothing before the first snapshot', () => {
    expect(empty.sequence).toBeNull();
    expect(hear(empty, update(1))).toEqual({ state: empty, gap: true });
    expect(hear(empty, heartbeat(0)).gap).toBe(true);
  });

  it('notices a missed update, also by the next heartbeat, and stays as it was', () => {
    const { state } = hear(empty, snapshot(5));
    expect(hear(state, update(7))).toEqual({ state, gap: true });
    expect(hear(state, heartbeat(6))).toEqual({ state, gap: true });
    expect(hear(state, heartbeat(5))).toEqual({ state, gap: false });
  });

  it('ignores a duplicate', () => {
    const { state } = hear(empty, snapshot(5));
    expect(hear(state, update(5, null))).toEqual({ state, gap: false });
  });

  it('believes a snapshot of a service that was started anew', () => {
    const { state } = hear(empty, snapshot(500));
    expect(hear(state, snapshot(1)).state).toMatchObject({
      sequence: 1,
      collections: { things: { a: { size: 1 } }, other: {} },
    });
  });

  it('leaves out collections of a newer service and refuses items that do not fit', () => {
    const newer = parseFeedMessage(table, { type: 'snapshot', sequence: 1, collections: { moon: { a: 1 } } });
    expect(newer).toMatchObject({ collections: { things: {}, other: {} } });
    expect(parseFeedMessage(table, JSON.parse(update(1, { name: 7 })))).toBeUndefined();
    expect(
      parseFeedMessage(
        table,
        JSON.parse('{"type":"snapshot","sequence":1,"collections":{"things":{"a":1}}}'),
      ),
    ).toBeUndefined();
    for (const raw of [null, 7, 'x', [], {}, { type: 'x' }, { type: 'update', sequence: 0, changes: [] }]) {
      expect(parseFeedMessage(table, raw)).toBeUndefined();
    }
  });

  it('takes no id for a prototype', () => {
    const item = '{"name":"x","size":1}';
    const text = `{"type":"snapshot","sequence":1,"collections":{"things":{"__proto__":${item}}}}`;
    const { state } = hear(empty, text);
    const change = `{"collection":"things","id":"__proto__","item":${item}}`;
    const after = hear(state, `{"type":"update","sequence":2,"changes":[${change}]}`).state;
    for (const { collections } of [state, after]) {
      expect(Object.getPrototypeOf(collections.things)).toBe(Object.prototype);
      expect('size' in collections.things).toBe(false);
    }
  });

  it('is what the hub holds, whatever is published and whichever messages are lost', () => {
    const step = fc.record({
      id: fc.constantFrom('a', 'b', 'toString', 'constructor'),
      size: fc.option(fc.integer()),
      lost: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const hub = createFeedHub(table);
        const line = createLine();
        const listener = hub.join(line);
        const drop = new Set<number>();
        for (const { id, size, lost } of steps) {
          if (lost) drop.add(line.sent.length);
          hub.publish([{ collection: 'things', id, item: size === null ? null : { name: id, size } }]);
        }
        listener.ask();
        let state: FeedState<Table> = empty;
        line.sent.forEach((text, i) => {
          if (i === line.sent.length - 1 || !drop.has(i)) state = hear(state, text).state;
        });
        const wanted = new Map<string, number>();
        for (const { id, size } of steps) {
          if (size === null) wanted.delete(id);
          else wanted.set(id, size);
        }
        const held = Object.entries(state.collections.things).map(([id, { size }]) => [id, size]);
        expect(new Map(held as [string, number][])).toEqual(wanted);
      }),
    );
  });
});
