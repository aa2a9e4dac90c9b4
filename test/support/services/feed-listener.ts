import { once } from 'node:events';
import { WebSocket } from 'ws';
import {
  applyFeedMessage,
  emptyFeedState,
  FEED_PATH,
  FEED_PROTOCOL,
  parseFeedMessage,
  type Announced,
  type Collections,
  type FeedMessage,
  type FeedState,
} from '../../../preload/contracts/index.ts';

/** A page's view of a feed: everything that came over the line, and what is true after it. */
export class FeedListener<Table extends Collections> {
  readonly #socket: WebSocket;
  readonly #changed = new Set<() => void>();
  readonly texts: string[] = [];
  readonly messages: FeedMessage[] = [];
  state: FeedState<Table>;
  gaps = 0;

  private constructor(table: Table, socket: WebSocket) {
    this.#socket = socket;
    this.state = emptyFeedState(table);
    socket.on('message', (data) => this.#hear(table, String(data)));
  }

  /** Connected, with its first snapshot. */
  static async join<Table extends Collections>(
    table: Table,
    address: string,
    token: string,
  ): Promise<FeedListener<Table>> {
    const url = new URL(FEED_PATH, address.replace(/^http/, 'ws'));
    const socket = new WebSocket(url, [FEED_PROTOCOL], { headers: { authorization: `Bearer ${token}` } });
    const listener = new FeedListener(table, socket);
    await once(socket, 'open'); // rejects with the error that the socket emits: 'Unexpected server response: 403'
    await listener.until(() => listener.state.sequence !== null || undefined);
    return listener;
  }

  get now(): FeedState<Table>['collections'] {
    return this.state.collections;
  }

  /** Waits until `look` finds something in what is true; looked at after every message. */
  until<Found>(look: (now: FeedState<Table>['collections']) => Found | undefined): Promise<Found> {
    return new Promise((resolve) => {
      const check = (): void => {
        const found = look(this.now);
        if (found === undefined || found === false) return;
        this.#changed.delete(check);
        resolve(found);
      };
      this.#changed.add(check);
      check();
    });
  }

  /** Forgets the last `count` updates, as a line that lost them would. */
  loseTheNext(count: number): void {
    this.#toLose += count;
  }

  #toLose = 0;

  announce(announced: Announced): void {
    this.#socket.send(JSON.stringify({ type: 'announced', ...announced }));
  }

  askForSnapshot(): void {
    this.#socket.send(JSON.stringify({ type: 'snapshot' }));
  }

  async leave(): Promise<void> {
    if (this.#socket.readyState === WebSocket.CLOSED) return;
    const gone = once(this.#socket, 'close');
    this.#socket.terminate();
    await gone;
  }

  #hear(table: Table, text: string): void {
    this.texts.push(text);
    const message = parseFeedMessage(table, JSON.parse(text));
    if (message === undefined) throw new Error(`Not a message of this feed: ${text.slice(0, 200)}`);
    if (message.type === 'update' && this.#toLose > 0) {
      this.#toLose -= 1;
      return;
    }
    this.messages.push(message);
    const { state, gap } = applyFeedMessage(this.state, message);
    this.state = state;
    if (gap) {
      this.gaps += 1;
      this.askForSnapshot();
    }
    for (const check of this.#changed) check();
  }
}
