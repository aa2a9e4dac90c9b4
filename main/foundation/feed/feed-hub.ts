import type { z } from 'zod';
import type { Collections } from '../../../preload/contracts/index.ts';

/** One listener's line, as far as the hub cares. */
export interface FeedLine {
  send(text: string): void;
  /** What was sent and has not left this computer yet. */
  bufferedBytes(): number;
  close(code: number, reason: string): void;
}

/** What a joined listener can do. */
export interface FeedListener {
  /** It missed something: a new snapshot, at once or with the next heartbeat. */
  ask(): void;
  leave(): void;
}

/** What a server needs of a hub, whatever is in its collections. */
export interface FeedSource {
  join(line: FeedLine): FeedListener;
  /** Every few seconds: tells listeners that the line is alive and deals with those that are behind. */
  beat(at: string): void;
}

export type FeedChange<Table extends Collections> = {
  [Name in keyof Table & string]: {
    readonly collection: Name;
    readonly id: string;
    /** `null` = gone. */
    readonly item: z.output<Table[Name]> | null;
  };
}[keyof Table & string];

export interface FeedHub<Table extends Collections> extends FeedSource {
  /** Changes that change nothing are left out; when nothing is left, nothing is said. */
  publish(changes: readonly FeedChange<Table>[]): void;
  /** The collection now holds exactly these items: what differs is published as one update. */
  replace<Name extends keyof Table & string>(
    collection: Name,
    items: Readonly<Record<string, z.output<Table[Name]>>>,
  ): void;
  /** As `replace` for several collections: what differs in all of them is one update, so no page sees half of it. */
  replaceAll(wanted: WantedItems<Table>): void;
  sequence(): number;
  listeners(): number;
}

/** Collections that are not named stay as they are. */
export type WantedItems<Table extends Collections> = {
  readonly [Name in keyof Table]?: Readonly<Record<string, z.output<Table[Name]>>>;
};

/** Beyond this a listener gets nothing more until it has read: some seconds of a busy hall. */
const MOST_BUFFERED_BYTES = 1024 * 1024;
/** Heartbeats a listener may stay behind before it is told to come back later. */
const PATIENCE_BEATS = 3;
/** Snapshots a listener may ask for between two heartbeats; further wishes wait for the next one. */
const SNAPSHOTS_PER_BEAT = 3;

interface Listener {
  readonly line: FeedLine;
  behindBeats: number;
  behind: boolean;
  asked: number;
  wantsSnapshot: boolean;
}

/** An item as JSON: as it was given, and as its schema passed it on to the listeners. */
interface Item {
  readonly given: string;
  readonly json: string;
}

type Items = ReadonlyMap<string, Map<string, Item>>;

interface Change {
  readonly collection: string;
  readonly id: string;
  /** `null` = gone. */
  readonly item: unknown;
}

interface Written extends Pick<Change, 'collection' | 'id'> {
  readonly item: Item | null;
}

/**
 * Mirrors collections of keyed items to any number of listeners. Each item is checked by its collection's schema and
 * written as JSON once, however many listen. Throws on an item that does not fit: that is a bug of the caller.
 */
export function createFeedHub<Table extends Collections>(table: Table): FeedHub<Table> {
  const items: Items = new Map(Object.keys(table).map((name) => [name, new Map<string, Item>()]));
  const listeners = new Set<Listener>();
  let sequence = 0;
  let snapshot: string | undefined;

  const snapshotText = (): string => (snapshot ??= writeSnapshot(sequence, items));
  const publish = (wanted: readonly Change[]): void => {
    const written = wanted.map((change) => write(table, items, change));
    const changes = written.filter((change) => apply(items, change));
    if (changes.length === 0) return;
    sequence += 1;
    snapshot = undefined;
    const text = writeUpdate(sequence, changes);
    for (const listener of listeners) deliver(listener, text, snapshotText);
  };
  const replaceAll = (wanted: WantedItems<Table>): void =>
    publish(Object.entries(wanted).flatMap(([collection, held]) => difference(items, collection, held)));

  return {
    publish,
    replace: (collection, wanted) => publish(difference(items, collection, wanted)),
    replaceAll,
    sequence: () => sequence,
    listeners: () => listeners.size,
    join: (line) => join(listeners, line, snapshotText),
    beat(at) {
      const text = JSON.stringify({ type: 'heartbeat', sequence, at });
      for (const listener of listeners) {
        if (!beatOne(listener, text, snapshotText)) listeners.delete(listener);
      }
    },
  };
}

function join(listeners: Set<Listener>, line: FeedLine, snapshotText: () => string): FeedListener {
  const listener: Listener = { line, behindBeats: 0, behind: false, asked: 0, wantsSnapshot: false };
  listeners.add(listener);
  line.send(snapshotText());
  return {
    ask() {
      listener.asked += 1;
      if (listener.behind || listener.asked > SNAPSHOTS_PER_BEAT) listener.wantsSnapshot = true;
      else line.send(snapshotText());
    },
    leave: () => void listeners.delete(listener),
  };
}

/** A listener that is behind is skipped: what it would have got is in the snapshot it gets once it has read. */
function deliver(listener: Listener, text: string, snapshotText: () => string): void {
  const buffered = listener.line.bufferedBytes();
  if (listener.behind && buffered === 0) return catchUp(listener, snapshotText);
  if (listener.behind) return;
  if (buffered > MOST_BUFFERED_BYTES) listener.behind = true;
  else listener.line.send(text);
}

/** False = given up. */
function beatOne(listener: Listener, heartbeat: string, snapshotText: () => string): boolean {
  listener.asked = 0;
  if (listener.behind && listener.line.bufferedBytes() > MOST_BUFFERED_BYTES / 4) {
    listener.behindBeats += 1;
    if (listener.behindBeats < PATIENCE_BEATS) return true;
    listener.line.close(1013, 'too slow');
    return false;
  }
  if (listener.behind || listener.wantsSnapshot) catchUp(listener, snapshotText);
  else deliver(listener, heartbeat, snapshotText);
  return true;
}

function catchUp(listener: Listener, snapshotText: () => string): void {
  listener.behind = false;
  listener.behindBeats = 0;
  listener.wantsSnapshot = false;
  listener.line.send(snapshotText());
}

/** What makes a collection hold exactly these items: whatever else it holds goes first. */
function difference(
  items: Items,
  collection: string,
  wanted: Readonly<Record<string, unknown>> = {},
): Change[] {
  const gone = [...(items.get(collection)?.keys() ?? [])].filter((id) => !Object.hasOwn(wanted, id));
  return [
    ...gone.map((id) => ({ collection, id, item: null })),
    ...Object.entries(wanted).map(([id, item]) => ({ collection, id, item })),
  ];
}

/** What is given again word by word was checked when it was given first: a full hall says the same at every change. */
function write(table: Collections, items: Items, { collection, id, item }: Change): Written {
  const schema = table[collection];
  if (schema === undefined) throw new Error(`No collection ${collection} in this feed`);
  if (item === null) return { collection, id, item: null };
  const given = JSON.stringify(item);
  const known = items.get(collection)?.get(id);
  if (known?.given === given) return { collection, id, item: known };
  const checked = schema.safeParse(item);
  if (checked.success) return { collection, id, item: { given, json: JSON.stringify(checked.data) } };
  // Only the places: the values may be a person's.
  const places = checked.error.issues.map(({ path }) => path.map(String).join('.'));
  throw new Error(`An item of ${collection} does not fit the contract: ${places.join(', ')}`);
}

/** False = it was so already. */
function apply(items: Items, { collection, id, item }: Written): boolean {
  const collected = items.get(collection);
  if (collected === undefined) return false;
  if (item === null) return collected.delete(id);
  const known = collected.get(id);
  if (known !== item) collected.set(id, item);
  return known?.json !== item.json;
}

function writeUpdate(sequence: number, changes: readonly Written[]): string {
  const written = changes.map(
    ({ collection, id, item }) =>
      `{"collection":${JSON.stringify(collection)},"id":${JSON.stringify(id)},"item":${item?.json ?? 'null'}}`,
  );
  return `{"type":"update","sequence":${sequence},"changes":[${written.join(',')}]}`;
}

function writeSnapshot(sequence: number, items: Items): string {
  const collections = [...items].map(([name, collected]) => {
    const written = [...collected].map(([id, { json }]) => `${JSON.stringify(id)}:${json}`);
    return `${JSON.stringify(name)}:{${written.join(',')}}`;
  });
  return `{"type":"snapshot","sequence":${sequence},"collections":{${collections.join(',')}}}`;
}
