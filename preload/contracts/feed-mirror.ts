import type { z } from 'zod';
import { FeedMessage, type Collections } from './feed.ts';

/** What a listener knows: the items of each collection by id, and how far it has heard. */
export interface FeedState<Table extends Collections = Collections> {
  /** `null` until the first snapshot: nothing may be shown as true before. */
  readonly sequence: number | null;
  readonly collections: Mirror<Table>;
}

export type Mirror<Table extends Collections> = {
  readonly [Name in keyof Table]: Readonly<Record<string, z.output<Table[Name]>>>;
};

/** The state of a listener that has heard nothing yet. */
export function emptyFeedState<Table extends Collections>(table: Table): FeedState<Table> {
  return { sequence: null, collections: fillMirror(table, {}) };
}

/**
 * Takes one message as it came over the line. Items are checked by their collection's schema, a collection that
 * this program does not know (a newer server) is left out. `undefined` = not a message of this feed.
 */
export function parseFeedMessage(table: Collections, raw: unknown): FeedMessage | undefined {
  const message = FeedMessage.safeParse(raw);
  if (!message.success) return undefined;
  if (message.data.type === 'heartbeat') return message.data;
  return message.data.type === 'snapshot'
    ? checkSnapshot(table, message.data)
    : checkUpdate(table, message.data);
}

/**
 * What the listener knows after the message. `gap` = something was missed: the state is as before, ask for a new
 * snapshot. A duplicate changes nothing; a snapshot replaces everything, even by an older sequence (the server was
 * started anew).
 */
export function applyFeedMessage<Table extends Collections>(
  state: FeedState<Table>,
  message: FeedMessage,
): { readonly state: FeedState<Table>; readonly gap: boolean } {
  if (message.type === 'snapshot') {
    const collections = fillMirror(state.collections, message.collections);
    return { state: { sequence: message.sequence, collections } as FeedState<Table>, gap: false };
  }
  if (state.sequence === null) return { state, gap: true };
  if (message.type === 'heartbeat') return { state, gap: message.sequence > state.sequence };
  if (message.sequence <= state.sequence) return { state, gap: false };
  if (message.sequence !== state.sequence + 1) return { state, gap: true };
  return {
    state: { sequence: message.sequence, collections: withChanges(state.collections, message) },
    gap: false,
  };
}

type Snapshot = Extract<FeedMessage, { type: 'snapshot' }>;
type Update = Extract<FeedMessage, { type: 'update' }>;

function fillMirror<Table extends Collections>(
  names: Table | Mirror<Table>,
  items: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): Mirror<Table> {
  const filled = Object.keys(names).map((name) => [name, items[name] ?? {}]);
  return Object.fromEntries(filled) as Mirror<Table>;
}

function withChanges<Table extends Collections>(mirror: Mirror<Table>, { changes }: Update): Mirror<Table> {
  const touched = new Map<string, Map<string, unknown>>();
  for (const { collection, id, item } of changes) {
    if (!Object.hasOwn(mirror, collection)) continue;
    const items = touched.get(collection) ?? new Map(Object.entries(mirror[collection] ?? {}));
    touched.set(collection, items);
    if (item === null) items.delete(id);
    else items.set(id, item);
  }
  const changed = [...touched].map(([name, items]) => [name, Object.fromEntries(items)]);
  return { ...mirror, ...(Object.fromEntries(changed) as Partial<Mirror<Table>>) };
}

function checkSnapshot(table: Collections, message: Snapshot): Snapshot | undefined {
  const collections: [string, Record<string, unknown>][] = [];
  for (const [name, schema] of Object.entries(table)) {
    const items = checkItems(schema, message.collections[name] ?? {});
    if (items === undefined) return undefined;
    collections.push([name, items]);
  }
  return { ...message, collections: Object.fromEntries(collections) };
}

/** Made from entries: an id like `__proto__` must become a key, never a prototype. */
function checkItems(
  schema: z.ZodType,
  items: Readonly<Record<string, unknown>>,
): Record<string, unknown> | undefined {
  const checked = Object.entries(items).map(([id, item]) => ({ id, ...schema.safeParse(item) }));
  if (checked.some(({ success }) => !success)) return undefined;
  return Object.fromEntries(checked.map(({ id, data }) => [id, data]));
}

function checkUpdate(table: Collections, message: Update): Update | undefined {
  const changes: Update['changes'] = [];
  for (const change of message.changes) {
    const schema = Object.hasOwn(table, change.collection) ? table[change.collection] : undefined;
    if (schema === undefined) continue;
    const item = change.item === null ? { success: true, data: null } : schema.safeParse(change.item);
    if (!item.success) return undefined;
    changes.push({ ...change, item: item.data });
  }
  return { ...message, changes };
}
