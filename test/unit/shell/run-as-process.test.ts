import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';

const ENTRY = path.join(import.meta.dirname, 'fixtures', 'small-service.ts');
const children: ChildProcess[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

function launch(): ChildProcess {
  const child = fork(ENTRY, [], { execArgv: [], silent: true });
  children.push(child);
  return child;
}

it('a started service says where it serves, tells news, and ends in order when asked', async () => {
  const child = launch();
  child.send({ type: 'start', options: { port: 7 } });
  expect((await once(child, 'message'))[0]).toEqual({ type: 'told', message: { starting: 7 } });
  expect((await once(child, 'message'))[0]).toEqual({ type: 'ready', address: 'http://127.0.0.1:7' });
  const exited = once(child, 'exit');
  child.send({ type: 'stop' });
  expect((await exited)[0]).toBe(0);
});

it('a service that cannot start says why before it ends', async () => {
  const child = launch();
  child.send({ type: 'start', options: { port: -1 } });
  await once(child, 'message');
  expect((await once(child, 'message'))[0]).toEqual({ type: 'failed', error: 'no such port' });
  expect((await once(child, 'exit'))[0]).toBe(1);
});

it('a service whose supervisor is gone ends in order', async () => {
  const child = launch();
  child.send({ type: 'start', options: { port: 7 } });
  await once(child, 'message');
  await once(child, 'message');
  const exited = once(child, 'exit');
  child.disconnect();
  expect((await exited)[0]).toBe(0);
});

it('a service whose end fails says so with its exit code', async () => {
  const child = launch();
  child.send({ type: 'start', options: { port: 13 } });
  await once(child, 'message');
  await once(child, 'message');
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  expect((await exited)[0]).toBe(1);
});
