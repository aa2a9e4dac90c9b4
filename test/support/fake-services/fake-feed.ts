import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { z } from 'zod';
import {
  FEED_PROTOCOL,
  FeedMessage,
  FeedRequest,
  type Announced,
  type Collections,
} from '../../../preload/contracts/feed.ts';

/** Faster than life, so that a test that lets the page's clock run never outruns the line. */
const HEARTBEAT_EVERY_MS = 100;

/** A feed that says what the test tells it, and can lose a message, fall silent, break, or refuse to come back. */
export class FakeFeed<Items extends Collections> {
  readonly offered: string[][] = [];
  snapshotsAsked = 0;
  /** What listeners said they announced, in order. */
  readonly announced: Announced[] = [];
  #schemas: Items;
  #state: Record<string, Record<string, unknown>>;
  #sequence = 0;
  #refusing = false;
  #silent = false;
  readonly #sockets = new WebSocketServer({ noServer: true, handleProtocols: () => FEED_PROTOCOL });
  readonly #heartbeat: NodeJS.Timeout;

  constructor(schemas: Items) {
    this.#schemas = schemas;
    this.#state = Object.fromEntries(Object.keys(schemas).map((name) => [name, {}]));
    this.#sockets.on('connection', (socket) => this.#greet(socket));
    this.#heartbeat = setInterval(() => this.beat(), HEARTBEAT_EVERY_MS);
  }

  join(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.offered.push((request.headers['sec-websocket-protocol'] ?? '').split(/, */));
    if (this.#refusing) return void socket.destroy();
    this.#sockets.handleUpgrade(request, socket, head, (opened) => this.#sockets.emit('connection', opened));
  }

  /** Puts an item; `null` takes it away. Every listener hears it. */
  put<Name extends keyof Items & string>(
    collection: Name,
    id: string,
    item: z.output<Items[Name]> | null,
  ): void {
    this.#store(collection, id, item);
    this.#sequence += 1;
    const changes = [{ collection, id, item }];
    this.#say({ type: 'update', sequence: this.#sequence, changes });
  }

  /** Changes an item without a word: the next message reveals a gap. */
  putUnheard<Name extends keyof Items & string>(
    collection: Name,
    id: string,
    item: z.output<Items[Name]> | null,
  ): void {
    this.#store(collection, id, item);
    this.#sequence += 1;
  }

  /** Repeats the last update number with a change that must be ignored. */
  repeatStale(collection: keyof Items & string, id: string, item: unknown): void {
    this.#say({ type: 'update', sequence: Math.max(1, this.#sequence), changes: [{ collection, id, item }] });
  }

  beat(): void {
    if (!this.#silent)
      this.#say({ type: 'heartbeat', sequence: this.#sequence, at: new Date().toISOString() });
  }

  /** The line stays open and nothing comes any more. */
  fallSilent(silent = true): void {
    this.#silent = silent;
  }

  /** Cuts every line; with `refusing` nobody gets back in until `comeBack`. */
  cut(refusing = true): void {
    this.#refusing = refusing;
    for (const socket of this.#sockets.clients) socket.terminate();
  }

  comeBack(): void {
    this.#refusing = false;
  }

  close(): void {
    clearInterval(this.#heartbeat);
    for (const socket of this.#sockets.clients) socket.terminate();
    this.#sockets.close();
  }

  #store(collection: string, id: string, item: unknown): void {
    const items = (this.#state[collection] ??= {});
    if (item === null) delete items[id];
    else items[id] = this.#schemas[collection]?.parse(item);
  }

  #greet(socket: WebSocket): void {
    socket.on('message', (data) => {
      this.#hear(FeedRequest.parse(JSON.parse(String(data))), socket);
    });
    this.#sendSnapshot(socket);
  }

  #hear(request: FeedRequest, socket: WebSocket): void {
    if (request.type === 'announced') {
      const { callSequence, ticketId, by } = request;
      this.announced.push({ callSequence, ticketId, by });
      return;
    }
    this.snapshotsAsked += 1;
    this.#sendSnapshot(socket);
  }

  #sendSnapshot(socket: WebSocket): void {
    const message = { type: 'snapshot', sequence: this.#sequence, collections: this.#state };
    if (!this.#silent) socket.send(JSON.stringify(FeedMessage.parse(message)));
  }

  #say(message: FeedMessage): void {
    const text = JSON.stringify(FeedMessage.parse(message));
    if (this.#silent) return;
    for (const socket of this.#sockets.clients) socket.send(text);
  }
}
