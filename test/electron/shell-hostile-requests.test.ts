import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageShell } from '../../preload/contracts/page-shell.ts';
import { launchShell, type LaunchedShell } from '../support/electron.ts';
import { buildShellFixture, type ShellFixture } from '../support/shell-fixture/build.ts';

let fixture: ShellFixture;
let shell: LaunchedShell;

beforeAll(async () => {
  fixture = await buildShellFixture();
  shell = await launchShell({ args: fixture.args });
});
afterAll(async () => {
  await shell?.close();
  await fixture?.remove();
});

describe('addresses that try to leave the served folder', () => {
  it.each([
    'app://hall/../../../../etc/passwd',
    'app://hall/%2e%2e/%2e%2e/package.json',
    'app://hall/kiosk/..%2f..%2f..%2fpackage.json',
    'app://hall/..%5c..%5cpackage.json',
    'app://hall//etc/passwd',
    'app://hall/kiosk/index.html%00.css',
    'app://hall/%',
    'app://hall/kiosk',
  ])('%s is not found', async (url) => {
    const page = await shell.page('kiosk');
    expect(await page.evaluate((to) => fetch(to).then((answer) => answer.status), url)).toBe(404);
  });

  it('another host of the scheme does not answer', async () => {
    const page = await shell.page('kiosk');
    const url = 'app://other/kiosk/index.html';
    expect(
      await page.evaluate(
        (to) =>
          fetch(to).then(
            () => 'answered',
            () => 'refused',
          ),
        url,
      ),
    ).toBe('refused');
  });
});

describe('the token of a role', () => {
  it.each(['kiosk', 'counter', 'display'])(
    'goes with what the page of the %s sends, by HTTP and WebSocket',
    async (role) => {
      const page = await shell.page(role);
      for (const service of ['hall', 'station'] as const) {
        expect(await page.evaluate(askWho, service)).toEqual({ http: role, webSocket: role, forged: role });
      }
    },
  );

  it('is not known to anybody who asks the service directly', async () => {
    const page = await shell.page('kiosk');
    const { hall } = await page.evaluate(() => (Reflect.get(window, 'shell') as PageShell).address());
    expect(JSON.parse(await get(`${hall}/who`))).toMatchObject({ who: 'nobody' });
  });

  it('is nowhere in the page', async () => {
    const page = await shell.page('kiosk');
    const kept = await page.evaluate(() => [
      document.cookie,
      { ...localStorage },
      { ...sessionStorage },
      name,
    ]);
    expect(kept).toEqual(['', {}, {}, '']);
    const client = await page.context().newCDPSession(page);
    const chunks: string[] = [];
    client.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
    await client.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
    expect(chunks.join('')).not.toContain('Bearer ');
  });
});

/** In the page: who the service takes it for, also when it brings a token of its own. */
async function askWho(
  service: 'hall' | 'station',
): Promise<{ http: string; webSocket: string; forged: string }> {
  const address = (await (Reflect.get(window, 'shell') as PageShell).address())[service];
  const ask = async (headers: Record<string, string>): Promise<string> => {
    const answer = await fetch(`${address}/who`, { headers });
    return ((await answer.json()) as { who: string }).who;
  };
  const socket = new WebSocket(`${address.replace('http', 'ws')}/api/feed`);
  const webSocket = await new Promise<string>((resolve, reject) => {
    socket.onmessage = (event) => resolve(String(event.data));
    socket.onerror = () => reject(new Error('no WebSocket'));
  });
  socket.close();
  return { http: await ask({}), webSocket, forged: await ask({ Authorization: 'Basic mine' }) };
}

function get(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(url, (answer) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
      answer.on('end', () => resolve(text));
    });
    sent.once('error', reject);
    sent.end();
  });
}
