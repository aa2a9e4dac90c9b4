import { expect, it } from 'vitest';
import { ManualClock } from '../../../main/foundation/clock.ts';
import type { ToServiceProcess } from '../../../main/foundation/process-messages.ts';
import { ServiceSupervisor, type ServiceChild } from '../../../main/shell/service-supervisor.ts';

class FakeChild implements ServiceChild {
  readonly heard: ToServiceProcess[] = [];
  killed = false;
  #say: ((message: unknown) => void)[] = [];
  #exit: ((code: number) => void)[] = [];
  send(message: ToServiceProcess): void {
    this.heard.push(message);
  }
  onMessage(listener: (message: unknown) => void): void {
    this.#say.push(listener);
  }
  onExit(listener: (code: number) => void): void {
    this.#exit.push(listener);
  }
  kill(): void {
    this.killed = true;
    this.exit(9);
  }
  say(message: unknown): void {
    for (const listener of this.#say) listener(message);
  }
  exit(code: number): void {
    for (const listener of this.#exit) listener(code);
  }
}

const READY = { type: 'ready', address: 'http://127.0.0.1:7300' };

function supervised() {
  const clock = new ManualClock('2026-03-02T08:00:00Z');
  const children: FakeChild[] = [];
  const events: string[] = [];
  const supervisor = new ServiceSupervisor(
    {
      name: 'hall',
      launch: () => {
        const child = new FakeChild();
        children.push(child);
        return child;
      },
      options: (lastAddress) => ({ lastAddress }),
      onReady: (address) => events.push(`ready ${address}`),
      onGone: () => events.push('gone'),
      onGaveUp: () => events.push('gave up'),
    },
    clock,
    (event) => events.push(event),
  );
  const advance = async (ms: number): Promise<void> => {
    clock.advance(ms);
    await Promise.resolve();
    await Promise.resolve();
  };
  return { supervisor, children, events, advance };
}

it('a service that dies is started again where it served before', async () => {
  const { supervisor, children, events, advance } = supervised();
  supervisor.start();
  children[0]?.say(READY);
  children[0]?.exit(1);
  await advance(499);
  expect(children).toHaveLength(1);
  await advance(1);
  expect(children[1]?.heard).toEqual([{ type: 'start', options: { lastAddress: READY.address } }]);
  expect(events).toContain('gone');
});

it('a service that never gets ready is given up after the sixth run', async () => {
  const { supervisor, children, events, advance } = supervised();
  supervisor.start();
  for (const pauseMs of [500, 1_000, 2_000, 4_000, 8_000]) {
    children.at(-1)?.say({ type: 'failed', error: 'no disk' });
    children.at(-1)?.exit(1);
    await advance(pauseMs);
  }
  expect(events).not.toContain('gave up');
  children.at(-1)?.exit(1);
  await advance(3_600_000);
  expect(children).toHaveLength(6);
  expect(events.at(-1)).toBe('gave up');
});

it('a service that starts and then says nothing is ended after a minute', async () => {
  const { supervisor, children, advance } = supervised();
  supervisor.start();
  await advance(59_999);
  expect(children[0]?.killed).toBe(false);
  await advance(1);
  expect(children[0]?.killed).toBe(true);
});

it('a service that is ready is left alone', async () => {
  const { supervisor, children, advance } = supervised();
  supervisor.start();
  children[0]?.say(READY);
  await advance(3_600_000);
  expect(children[0]?.killed).toBe(false);
});

it('a message of another shape is no readiness', () => {
  const { supervisor, children, events } = supervised();
  supervisor.start();
  for (const message of [
    null,
    'ready',
    { type: 'ready' },
    { type: 'ready', address: 'javascript:1' },
    { ...READY, more: 1 },
  ]) {
    children[0]?.say(message);
  }
  expect(events.filter((event) => event.startsWith('ready'))).toEqual([]);
});

it('an orderly end is asked for, and no new run follows', async () => {
  const { supervisor, children, events, advance } = supervised();
  supervisor.start();
  children[0]?.say(READY);
  const stopped = supervisor.stop();
  expect(children[0]?.heard.at(-1)).toEqual({ type: 'stop' });
  children[0]?.exit(0);
  await stopped;
  await advance(60_000);
  expect(children).toHaveLength(1);
  expect(events).not.toContain('gone');
});

it('a service that does not end when asked is ended', async () => {
  const { supervisor, children, advance } = supervised();
  supervisor.start();
  children[0]?.say(READY);
  const stopped = supervisor.stop();
  await advance(8_000);
  await stopped;
  expect(children[0]?.killed).toBe(true);
});

it('stopping during a pause starts nothing more', async () => {
  const { supervisor, children, advance } = supervised();
  supervisor.start();
  children[0]?.exit(1);
  await supervisor.stop();
  await advance(60_000);
  expect(children).toHaveLength(1);
});
