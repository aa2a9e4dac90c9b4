import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { FromServiceProcess, ToServiceProcess } from '../../../main/foundation/process-messages.ts';
import { FEED_PATH, FEED_PROTOCOL } from '../../../preload/contracts/index.ts';
import { SOURCES, type AllHeard, type ListenerOptions, type Source } from './messages.ts';
import { monotonicMs } from './monotonic.ts';

/**
 * Displays without a screen: connections to the hall and as many to the raw broadcast. Tells its parent when the last
 * of them has a call. Both are heard in the same way: a call is found in the text, nothing is parsed.
 */
const CALL = /"callSequence":(\d+)/g;

process.on('message', (message: ToServiceProcess) => {
  if (message.type === 'start') void listen(message.options as ListenerOptions);
});
process.on('disconnect', () => process.exit(0));

const say = (message: FromServiceProcess): void => void process.send?.(message);

async function listen({ addresses, token, sockets }: ListenerOptions): Promise<void> {
  for (const source of SOURCES) {
    const tell = (heard: AllHeard): void => say({ type: 'told', message: heard });
    const countdown = createCountdown(source, sockets, tell);
    for (let place = 0; place < sockets; place += 1) await join(addresses[source], token, countdown);
  }
  say({ type: 'ready', address: addresses.hall });
}

type Hear = (callSequence: number, atMs: number, bytes: number) => void;

function createCountdown(source: Source, sockets: number, tell: (heard: AllHeard) => void): Hear {
  const heardBy = new Map<number, number>();
  return (callSequence, atMs, bytes) => {
    const count = (heardBy.get(callSequence) ?? 0) + 1;
    heardBy.set(callSequence, count);
    if (count < sockets) return;
    heardBy.delete(callSequence);
    tell({ source, callSequence, atMs, bytes });
  };
}

/** Connected; the hall's snapshot, which tells what was called before, counts as heard. */
async function join(address: string, token: string, hear: Hear): Promise<void> {
  const socket = new WebSocket(new URL(FEED_PATH, address.replace(/^http/, 'ws')), [FEED_PROTOCOL], {
    headers: { authorization: `Bearer ${token}` },
    perMessageDeflate: false,
  });
  let newest = 0;
  const first = once(socket, 'message');
  socket.on('message', (data: Buffer) => {
    const atMs = monotonicMs();
    const calls = data.toString('utf8').matchAll(CALL);
    const last = Math.max(newest, ...[...calls].map((found) => Number(found[1])));
    if (last > newest) hear(last, atMs, data.length);
    newest = last;
  });
  await first;
}
