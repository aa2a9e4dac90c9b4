import {
  FEED_PATH,
  FEED_PROTOCOL,
  FEED_TOKEN_PREFIX,
  type Announced,
  type FeedRequest,
} from '../../../preload/contracts/feed.ts';
import { reconnectDelayMs } from './reconnect-delay.ts';

/** Three heartbeats missed: the line is dead even if the socket does not know it yet. */
export const SILENCE_MS = 15_000;

/** What became of a message. After a gap a fresh snapshot is asked for; what cannot be read ends the line. */
export type Heard =
  | { readonly outcome: 'taken' | 'gap'; readonly serviceTime: string | null }
  | { readonly outcome: 'unreadable' };

export interface FeedListener {
  readonly hear: (raw: unknown) => Heard;
  readonly lost: () => void;
}

type OpenSocket = (url: string, protocols: string[]) => WebSocket;

/** `https://hall/…` becomes `wss://hall/api/feed`; clear text stays clear text (loopback only). */
export function feedUrl(base: string): string {
  return base.replace(/^http/, 'ws') + FEED_PATH;
}

export function feedProtocols(token: string | null): string[] {
  return token === null ? [FEED_PROTOCOL] : [FEED_PROTOCOL, FEED_TOKEN_PREFIX + token];
}

function parse(data: unknown): unknown {
  try {
    return JSON.parse(String(data));
  } catch {
    return undefined;
  }
}

/** Keeps one feed open for the life of the page: reconnects with growing pauses, notices a line that fell silent. */
export class FeedLine {
  readonly #url: string;
  readonly #protocols: string[];
  readonly #listener: FeedListener;
  readonly #open: OpenSocket;
  #socket: WebSocket | undefined;
  #failures = 0;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #ended = false;

  constructor(
    url: string,
    protocols: string[],
    listener: FeedListener,
    open: OpenSocket = (u, p) => new WebSocket(u, p),
  ) {
    this.#url = url;
    this.#protocols = protocols;
    this.#listener = listener;
    this.#open = open;
    this.#connect();
  }

  /** Tells the service that people now see or hear this call. Not kept: while the line is away nobody is told. */
  announce(announced: Announced): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#say({ type: 'announced', ...announced });
  }

  end(): void {
    this.#ended = true;
    clearTimeout(this.#retry);
    this.#leave();
  }

  #connect(): void {
    const socket = this.#open(this.#url, this.#protocols);
    this.#socket = socket;
    this.#watchSilence();
    socket.onmessage = (event) => this.#hear(parse(event.data));
    socket.onclose = () => this.#fail();
  }

  #hear(raw: unknown): void {
    const { outcome } = this.#listener.hear(raw);
    // What cannot be read cannot be trusted either: start over with a snapshot on a new line.
    if (outcome === 'unreadable') return this.#fail();
    this.#failures = 0;
    this.#watchSilence();
    if (outcome === 'gap') this.#say({ type: 'snapshot' });
  }

  #say(request: FeedRequest): void {
    this.#socket?.send(JSON.stringify(request));
  }

  #watchSilence(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#fail(), SILENCE_MS);
  }

  #fail(): void {
    if (this.#ended) return;
    this.#leave();
    this.#listener.lost();
    this.#failures += 1;
    this.#retry = setTimeout(() => this.#connect(), reconnectDelayMs(this.#failures));
  }

  /** A dead line may never answer the closing handshake, so nobody waits for it. */
  #leave(): void {
    clearTimeout(this.#silence);
    if (this.#socket === undefined) return;
    this.#socket.onmessage = null;
    this.#socket.onclose = null;
    this.#socket.close();
    this.#socket = undefined;
  }
}
