import { WebSocket, type RawData } from 'ws';
import {
  applyFeedMessage,
  emptyFeedState,
  FEED_HEARTBEAT_MS,
  FEED_PATH,
  FEED_PROTOCOL,
  parseFeedMessage,
  type Announced,
  type Collections,
  type FeedMessage,
  type FeedRequest,
  type FeedState,
  type Mirror,
} from '../../../preload/contracts/index.ts';
import type { Clock } from '../clock.ts';

/** `refused`: the token is not good (any more), or its role may not listen. */
export type FeedLoss = 'unreachable' | 'refused' | 'closed' | 'silent' | 'not-this-feed';

export interface FollowOptions<Table extends Collections> {
  /** "http://127.0.0.1:7300" */
  readonly address: string;
  readonly token: string;
  readonly collections: Table;
  /** Everything that is true now. Also after a gap and after every reconnection. */
  readonly onSnapshot: (mirror: Mirror<Table>) => void;
  /** What changed, and everything that is true after it. */
  readonly onUpdate: (changes: FeedUpdate['changes'], mirror: Mirror<Table>) => void;
  /** What was last heard may no longer be true. Once per loss, also for the first attempt that fails. */
  readonly onLost: (loss: FeedLoss) => void;
  readonly clock: Clock;
}

type FeedUpdate = Extract<FeedMessage, { type: 'update' }>;

export interface FollowedFeed {
  /** Tells the service that people now see or hear this call. Not kept: while the line is away nobody is told. */
  announce(announced: Announced): void;
  /** No further callback after this. */
  stop(): Promise<void>;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 8_000;
/** Three heartbeats: a line that says nothing for so long is dead, whatever the network believes. */
const SILENCE_MS = 3 * FEED_HEARTBEAT_MS;
const LARGEST_MESSAGE_BYTES = 16 * 1024 * 1024;
/** Sleeps are taken in pieces, so that stopping does not wait for a long one to end. */
const PIECE_MS = 500;

/** Follows another service's feed for good: reconnects with growing pauses, asks again after a gap. */
export function followFeed<Table extends Collections>(options: FollowOptions<Table>): FollowedFeed {
  const stopped = { is: false, socket: undefined as WebSocket | undefined };
  const done = followUntil(options, stopped);
  return {
    announce(announced) {
      const { socket } = stopped;
      if (socket?.readyState !== WebSocket.OPEN) return;
      socket.send(JSON.stringify({ type: 'announced', ...announced } satisfies FeedRequest));
    },
    stop() {
      stopped.is = true;
      stopped.socket?.terminate();
      return done;
    },
  };
}

interface Stop {
  is: boolean;
  socket: WebSocket | undefined;
}

async function followUntil<Table extends Collections>(
  options: FollowOptions<Table>,
  stop: Stop,
): Promise<void> {
  let pauseMs = FIRST_PAUSE_MS;
  let lost = false;
  while (!stop.is) {
    const { loss, heard } = await followOnce(options, stop);
    if (stop.is) return;
    if (heard || !lost) options.onLost(loss);
    lost = true;
    if (heard) pauseMs = FIRST_PAUSE_MS;
    await sleepUntil(options.clock, options.clock.monotonicMs() + pauseMs, () => stop.is);
    pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2);
  }
}

/** One connection, from the handshake to its loss. `heard`: a snapshot came. */
async function followOnce<Table extends Collections>(
  { address, token, collections, clock, onSnapshot, onUpdate }: FollowOptions<Table>,
  stop: Stop,
): Promise<{ readonly loss: FeedLoss; readonly heard: boolean }> {
  const socket = connect(address, token);
  stop.socket = socket;
  let state: FeedState<Table> = emptyFeedState(collections);
  let lastHeardMs = clock.monotonicMs();
  let asked = false;

  const hear = (data: RawData): void => {
    if (stop.is) return;
    lastHeardMs = clock.monotonicMs();
    const message = parseFeedMessage(collections, parseJson(data.toString()));
    if (message === undefined) return hangUp('not-this-feed');
    const applied = applyFeedMessage(state, message);
    const news = applied.state !== state;
    state = applied.state;
    if (applied.gap && !asked) socket.send(JSON.stringify({ type: 'snapshot' }));
    asked = message.type === 'snapshot' ? false : asked || applied.gap;
    if (message.type === 'snapshot') onSnapshot(state.collections);
    else if (news && message.type === 'update') onUpdate(message.changes, state.collections);
  };

  const { promise, end } = ending();
  const hangUp = (loss: FeedLoss): void => {
    end(loss);
    socket.terminate();
  };
  socket.on('message', hear);
  socket.on('unexpected-response', (_request, response) => hangUp(lossOf(response.statusCode)));
  socket.on('error', () => end('unreachable'));
  socket.on('close', () => end('closed'));
  void watchSilence(
    clock,
    () => lastHeardMs,
    () => stop.is || socket.readyState === WebSocket.CLOSED,
    () => hangUp('silent'),
  );

  const loss = await promise;
  return { loss, heard: state.sequence !== null };
}

function connect(address: string, token: string): WebSocket {
  const url = new URL(FEED_PATH, address);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return new WebSocket(url, [FEED_PROTOCOL], {
    headers: { authorization: `Bearer ${token}` },
    handshakeTimeout: 5_000,
    maxPayload: LARGEST_MESSAGE_BYTES,
    perMessageDeflate: false,
  });
}

function lossOf(status: number | undefined): FeedLoss {
  return status === 401 || status === 403 ? 'refused' : 'unreachable';
}

/** A promise that is settled from outside; only the first reason counts. */
function ending(): { readonly promise: Promise<FeedLoss>; readonly end: (loss: FeedLoss) => void } {
  let end: (loss: FeedLoss) => void = () => undefined;
  const promise = new Promise<FeedLoss>((resolve) => {
    end = resolve;
  });
  return { promise, end: (loss) => end(loss) };
}

async function watchSilence(
  clock: Clock,
  lastHeardMs: () => number,
  over: () => boolean,
  silent: () => void,
): Promise<void> {
  while (!over()) {
    const dueMs = lastHeardMs() + SILENCE_MS;
    if (clock.monotonicMs() >= dueMs) return silent();
    await sleepUntil(clock, dueMs, over);
  }
}

async function sleepUntil(clock: Clock, dueMs: number, over: () => boolean): Promise<void> {
  for (let rest = dueMs - clock.monotonicMs(); rest > 0 && !over(); rest = dueMs - clock.monotonicMs()) {
    await clock.sleep(Math.min(rest, PIECE_MS));
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
