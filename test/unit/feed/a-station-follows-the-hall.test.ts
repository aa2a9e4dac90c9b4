import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocketServer, type WebSocket } from 'ws';
import { ManualClock } from '../../../main/foundation/clock.ts';
import { followFeed, type FeedLoss } from '../../../main/foundation/feed/index.ts';
import { Lifetime } from '../../../main/foundation/lifetime.ts';
import { demoCollections, startDemo } from '../../contract/http/demo-service.ts';
import { waitFor } from '../../support/wait-for.ts';

let life = new Lifetime();
afterEach(async () => {
  await life.end();
  life = new Lifetime();
});

/** Follows and writes down what it hears. The clock stands still until a test moves it. */
function follow(address: string, token: string) {
  const clock = new ManualClock('2026-03-02T01:00:00Z');
  const heard: string[] = [];
  const losses: FeedLoss[] = [];
  const followed = followFeed({
    address,
    token,
    collections: demoCollections,
    clock,
    onSnapshot: ({ things }) => heard.push(`snapshot ${Object.keys(things).join()}`),
    onUpdate: (changes, { things }) => heard.push(`update ${changes.length}: ${Object.keys(things).join()}`),
    onLost: (loss) => losses.push(loss),
  });
  const clockStep = { ms: 0 };
  const ticking = setInterval(() => clock.advance(clockStep.ms), 10);
  life.own(followed, async (running) => {
    clockStep.ms = 500;
    await running.stop();
    clearInterval(ticking);
  });
  return { heard, losses, clock, clockStep, followed };
}

/** A service whose feed a test speaks itself. */
async function puppet(
  port = 0,
): Promise<{ address: string; lines: WebSocket[]; asked: string[]; server: Server }> {
  const server = createServer();
  const sockets = new WebSocketServer({ server });
  const lines: WebSocket[] = [];
  const asked: string[] = [];
  sockets.on('connection', (line) => {
    lines.push(line);
    line.on('message', (data) => asked.push(String(data)));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  life.own(server, async () => {
    for (const line of sockets.clients) line.terminate();
    await new Promise((resolve) => server.close(resolve));
  });
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, lines, asked, server };
}

const snapshot = (sequence: number, ...ids: string[]) =>
  JSON.stringify({
    type: 'snapshot',
    sequence,
    collections: { things: Object.fromEntries(ids.map((id) => [id, { name: id, size: 1 }])) },
  });
const update = (sequence: number, id: string) =>
  JSON.stringify({
    type: 'update',
    sequence,
    changes: [{ collection: 'things', id, item: { name: id, size: 1 } }],
  });

describe('a station', () => {
  it('hears the hall: how things are, then what changes', async () => {
    const hall = life.own(await startDemo(), (demo) => demo.close());
    hall.hub.publish([{ collection: 'things', id: 'a', item: { name: 'a', size: 1 } }]);
    const { heard, losses } = follow(hall.address, hall.tokens.display);
    await waitFor(() => heard.length === 1);
    hall.hub.publish([{ collection: 'things', id: 'b', item: { name: 'b', size: 1 } }]);
    await waitFor(() => heard.length === 2);
    expect(heard).toEqual(['snapshot a', 'update 1: a,b']);
    expect(losses).toEqual([]);
  });

  it('asks once for a new snapshot after a gap, and goes on from it', async () => {
    const hall = await puppet();
    const { heard } = follow(hall.address, 'st_x');
    const line = await waitFor(() => hall.lines[0]);
    for (const text of [snapshot(1, 'a'), update(3, 'c'), update(4, 'd'), update(5, 'e')]) line.send(text);
    await waitFor(() => hall.asked.length > 0);
    line.send(snapshot(5, 'a', 'c', 'd', 'e'));
    line.send(update(6, 'f'));
    await waitFor(() => heard.length === 3);
    expect(heard).toEqual(['snapshot a', 'snapshot a,c,d,e', 'update 1: a,c,d,e,f']);
    expect(hall.asked).toEqual(['{"type":"snapshot"}']);
  });

  it('says that it announced a call; nobody is told while the line is away', async () => {
    const hall = await puppet();
    const { heard, losses, followed } = follow(hall.address, 'st_x');
    const line = await waitFor(() => hall.lines[0]);
    line.send(snapshot(1, 'a'));
    await waitFor(() => heard.length === 1);
    const announced = { callSequence: 7, ticketId: '01890000-0000-7000-8000-000000000001', by: 'speaker' };
    followed.announce({ ...announced, by: 'speaker' });
    await waitFor(() => hall.asked.length === 1);
    expect(JSON.parse(hall.asked[0] ?? '')).toEqual({ type: 'announced', ...announced });
    line.terminate();
    await waitFor(() => losses.length === 1);
    followed.announce({ ...announced, by: 'speaker' });
    expect(hall.asked).toHaveLength(1);
  });

  it('says that the hall is gone, comes back with it, and starts from a snapshot', async () => {
    const first = await startDemo();
    const { heard, losses, clockStep } = follow(first.address, first.tokens.display);
    await waitFor(() => heard.length === 1);
    await first.close();
    await waitFor(() => losses.length === 1);
    clockStep.ms = 500;
    const hall = await puppet(Number(new URL(first.address).port));
    const line = await waitFor(() => hall.lines[0]);
    line.send(snapshot(7, 'back'));
    await waitFor(() => heard.length === 2);
    expect(heard).toEqual(['snapshot ', 'snapshot back']);
    expect(losses).toEqual(['closed']);
  });

  it('waits longer after each failure, up to eight seconds, and says so only once', async () => {
    const gone = await puppet();
    gone.server.close();
    const { losses, clock, clockStep } = follow(gone.address, 'st_x');
    await waitFor(() => losses.length === 1);
    clockStep.ms = 500;
    await waitFor(() => clock.monotonicMs() > 40_000);
    expect(losses).toEqual(['unreachable']);
  });

  it('takes a line that says nothing for three heartbeats for dead', async () => {
    const hall = await puppet();
    const { heard, losses, clockStep } = follow(hall.address, 'st_x');
    (await waitFor(() => hall.lines[0])).send(snapshot(1, 'a'));
    await waitFor(() => heard.length === 1);
    clockStep.ms = 500;
    await waitFor(() => hall.lines.length === 2);
    expect(losses).toEqual(['silent']);
  });

  it('knows a refused token from an unreachable hall', async () => {
    const hall = life.own(await startDemo(), (demo) => demo.close());
    const refused = follow(hall.address, `st_${'A'.repeat(43)}`);
    await waitFor(() => refused.losses.length === 1);
    const wrongRole = follow(hall.address, hall.tokens.kiosk);
    await waitFor(() => wrongRole.losses.length === 1);
    expect([refused.losses, wrongRole.losses]).toEqual([['refused'], ['refused']]);
  });

  it('leaves a line that speaks another language', async () => {
    const hall = await puppet();
    const { losses } = follow(hall.address, 'st_x');
    (await waitFor(() => hall.lines[0])).send('{"hello":"world"}');
    await waitFor(() => losses.length === 1);
    expect(losses).toEqual(['not-this-feed']);
  });

  it('hears nothing more once it has stopped', async () => {
    const hall = await puppet();
    const { heard, losses, followed } = follow(hall.address, 'st_x');
    const line = await waitFor(() => hall.lines[0]);
    line.send(snapshot(1, 'a'));
    await waitFor(() => heard.length === 1);
    await followed.stop();
    line.send(update(2, 'b'));
    await waitFor(() => line.readyState === line.CLOSED);
    expect([heard, losses]).toEqual([['snapshot a'], []]);
  });
});
