import path from 'node:path';
import type * as Electron from 'electron';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageShell } from '../../preload/contracts/page-shell.ts';
import { launchShell, type LaunchedShell } from '../support/electron.ts';
import { buildShellFixture, type ShellFixture } from '../support/shell-fixture/build.ts';

const PRELOAD = path.join(import.meta.dirname, '..', '..', 'dist', 'preload', 'kiosk.cjs');

let fixture: ShellFixture;
let shell: LaunchedShell;

beforeAll(async () => {
  fixture = await buildShellFixture();
  shell = await launchShell({ args: [...fixture.args, '--use-fake-device-for-media-stream'] }); // a camera to be denied
});
afterAll(async () => {
  await shell?.close();
  await fixture?.remove();
});

describe('permissions', () => {
  it('are denied, each of them', async () => {
    const page = await shell.page('kiosk');
    expect(await page.evaluate(askForEverything)).toEqual({
      camera: 'NotAllowedError',
      screen: 'NotAllowedError',
      geolocation: 1, // PERMISSION_DENIED
      serial: 'NotFoundError', // nothing was chosen, and nobody was asked
      usb: 'NotFoundError',
      hid: 0,
      clipboard: 'NotAllowedError',
      notifications: 'denied',
    });
  });

  it('are denied when only asked about', async () => {
    const page = await shell.page('kiosk');
    const names = ['camera', 'microphone', 'geolocation', 'notifications', 'clipboard-read', 'midi'];
    const states = await page.evaluate(
      (all) =>
        Promise.all(
          all.map(
            async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
          ),
        ),
      names,
    );
    expect(states).toEqual(names.map(() => 'denied'));
  });
});

/** In the page. What needs a gesture gets one: Playwright evaluates as if the user had acted. */
async function askForEverything(): Promise<Record<string, unknown>> {
  const outcome = (asked: () => Promise<unknown>): Promise<unknown> =>
    asked().then(
      (given) => (Array.isArray(given) ? given.length : 'given'),
      (error: unknown) => (error instanceof Error ? error.name : String(error)),
    );
  const device = (kind: string, verb: string, options: unknown) =>
    outcome(async () =>
      (Reflect.get(navigator, kind) as Record<string, (o: unknown) => Promise<unknown>>)[verb]?.(options),
    );
  return {
    camera: await outcome(() => navigator.mediaDevices.getUserMedia({ video: true })),
    screen: await outcome(() => navigator.mediaDevices.getDisplayMedia({ video: true })),
    geolocation: await new Promise((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve('given'),
        (error) => resolve(error.code),
      ),
    ),
    serial: await device('serial', 'requestPort', {}),
    usb: await device('usb', 'requestDevice', { filters: [] }),
    hid: await device('hid', 'requestDevice', { filters: [] }),
    clipboard: await outcome(() => navigator.clipboard.readText()),
    notifications: await Notification.requestPermission(),
  };
}

/** Modifiers and key as Electron names them. */
const BROWSER_KEYS = [
  ...[
    'F1',
    'F5',
    'F7',
    'F11',
    'F12',
    'control+R',
    'control+shift+R',
    'control+W',
    'control+Q',
    'control+shift+I',
  ],
  ...[
    'control+shift+J',
    'control+=',
    'control+-',
    'control+0',
    'control+P',
    'control+S',
    'control+F',
    'control+N',
  ],
  ...['control+T', 'control+O', 'control+U', 'alt+Left', 'alt+Home', 'alt+F4', 'meta+D', 'control+Tab'],
];

describe('keys', () => {
  it.each(BROWSER_KEYS)(
    '%s would drive the browser: it never reaches the page, and nothing happens',
    async (chord) => {
      const page = await shell.page('kiosk');
      await page.evaluate(countKeys);
      await pressKey(chord);
      await pressKey('b'); // comes after, so when the page has seen it the other one is not on its way any more
      await expect.poll(() => page.evaluate(keysSeen)).toEqual(['b']);
      const state = await shell.app.evaluate(({ BrowserWindow, Menu }) => ({
        windows: BrowserWindow.getAllWindows().length,
        zoom: BrowserWindow.getAllWindows().map((window) => window.webContents.getZoomFactor()),
        tools: BrowserWindow.getAllWindows().some((window) => window.webContents.isDevToolsOpened()),
        menu: Menu.getApplicationMenu(),
      }));
      expect(state).toEqual({ windows: 3, zoom: [1, 1, 1], tools: false, menu: null });
    },
  );

  it.each([
    ['Tab', 'Tab'],
    ['Return', 'Enter'],
    ['Escape', 'Escape'],
    ['Down', 'ArrowDown'],
    ['8', '8'],
    ['F2', 'F2'],
    ['control+C', 'c'],
  ])('%s belongs to the page', async (chord, seen) => {
    const page = await shell.page('kiosk');
    await page.evaluate(countKeys);
    await pressKey(chord);
    await expect.poll(() => page.evaluate(keysSeen)).toHaveLength(1);
    expect((await page.evaluate(keysSeen))[0]?.toLowerCase()).toBe(seen.toLowerCase());
  });
});

/** Where the guard listens: Playwright's own keyboard comes in behind it. */
function pressKey(chord: string): Promise<void> {
  const parts = chord.split('+');
  const keyCode = parts.at(-1) ?? '';
  const modifiers = parts.slice(0, -1) as ('control' | 'shift' | 'alt' | 'meta')[];
  return shell.app.evaluate(
    ({ BrowserWindow }, pressed) => {
      const windows = BrowserWindow.getAllWindows().map((window) => window.webContents);
      const kiosk = windows.find((contents) => contents.getURL() === 'app://hall/kiosk/');
      kiosk?.sendInputEvent({ type: 'keyDown', ...pressed });
      kiosk?.sendInputEvent({ type: 'keyUp', ...pressed });
    },
    { keyCode, modifiers },
  );
}

/** In the page. */
function countKeys(): void {
  if (!Reflect.has(window, 'keysSeen')) {
    addEventListener(
      'keydown',
      (event) => (Reflect.get(window, 'keysSeen') as string[]).push(event.key),
      true,
    );
  }
  Reflect.set(window, 'keysSeen', []);
}

/** In the page. */
function keysSeen(): string[] {
  return Reflect.get(window, 'keysSeen') as string[];
}

describe('messages to the main process', () => {
  it('are answered for the page of a window', async () => {
    const page = await shell.page('kiosk');
    expect(await page.evaluate(() => (Reflect.get(window, 'shell') as PageShell).address())).toMatchObject({
      hall: /^http:/,
    });
  });

  it.each(['about:blank', 'data:text/html,<p>not ours</p>'])('are refused from %s', async (url) => {
    expect(await shell.app.evaluate(askFromAnotherPage, { url, preload: PRELOAD })).toMatch(
      /untrusted sender/,
    );
  });

  it('are refused from a frame inside our own page', async () => {
    expect(await shell.app.evaluate(askFromFrame, { preload: PRELOAD })).toMatch(/untrusted sender/);
  });
});

/** In the main process: another page, as if it had got hold of our preload script. */
async function askFromAnotherPage(
  { BrowserWindow }: typeof Electron,
  { url, preload }: { url: string; preload: string },
): Promise<unknown> {
  const window = new BrowserWindow({ show: false, webPreferences: { preload } });
  await window.loadURL(url);
  const answer: unknown = await window.webContents.executeJavaScript(
    `window.shell.address().then(() => 'answered', (error) => error.message)`,
  );
  window.destroy();
  return answer;
}

/** In the main process: a page at our address with a frame at our address, and the preload script in both. */
async function askFromFrame(
  { BrowserWindow, session }: typeof Electron,
  { preload }: { preload: string },
): Promise<unknown> {
  const ownSession = session.fromPartition('frames');
  ownSession.protocol.handle(
    'app',
    () =>
      new Response('<iframe src="app://hall/inner/"></iframe>', { headers: { 'Content-Type': 'text/html' } }),
  );
  const window = new BrowserWindow({
    show: false,
    webPreferences: { preload, session: ownSession, nodeIntegrationInSubFrames: true },
  });
  await window.loadURL('app://hall/outer/');
  const frame = window.webContents.mainFrame.frames[0];
  const answer: unknown = await frame?.executeJavaScript(
    `window.shell.address().then(() => 'answered', (error) => error.message)`,
  );
  window.destroy();
  return answer;
}
