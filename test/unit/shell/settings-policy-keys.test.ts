import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAccessToken } from '../../../main/shell/access-tokens.ts';
import { isBlockedKey } from '../../../main/shell/blocked-keys.ts';
import { configuredRoles } from '../../../main/shell/configured-roles.ts';
import { contentSecurityPolicy } from '../../../main/shell/content-security-policy.ts';
import { isTrustedFrame } from '../../../main/shell/ipc/trusted-frame.ts';
import { isServiceRequest } from '../../../main/shell/service-addresses.ts';
import { forbiddenSwitch, readSettings } from '../../../main/shell/settings.ts';

describe('arguments of the shell', () => {
  it('without any, the configuration decides, and without one the demo hall shows every role', () => {
    expect(readSettings([], true)).toMatchObject({ roles: undefined, kioskMode: false });
    expect(configuredRoles(undefined)).toEqual(['kiosk', 'counter', 'display']);
  });
  it('a file says what the PC is', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'songting-roles-'));
    const file = path.join(folder, 'hall.yaml');
    await writeFile(file, 'station: { role: display }');
    expect(configuredRoles(file)).toEqual(['display']);
    await writeFile(file, 'station: { role: juggler }');
    expect(configuredRoles(file)).toEqual(['kiosk']); // one window, to say that it is out of service
    await rm(folder, { recursive: true });
  });
  it('some roles, in the order of the house', () => {
    expect(readSettings(['--role=display,kiosk'], false).roles).toEqual(['kiosk', 'display']);
  });

  it('one role, in kiosk mode, on given ports', () => {
    const settings = readSettings(
      ['--role', 'kiosk', '--kiosk-mode', '--hall-port=0', '--station-port=7411'],
      true,
    );
    expect(settings).toMatchObject({ roles: ['kiosk'], kioskMode: true, hallPort: 0, stationPort: 7411 });
  });
  it('a packaged program takes no pages and services from elsewhere', () => {
    const given = ['--pages=/elsewhere', '--services=/elsewhere'];
    expect(readSettings(given, true)).toMatchObject({ pagesFolder: undefined, servicesFolder: undefined });
    expect(readSettings(given, false)).not.toMatchObject({ pagesFolder: undefined });
  });
  it.each([
    '--role=admin',
    '--role=kiosk,admin',
    '--hall-port=abc',
    '--hall-port=65536',
    '--station-port=-1',
  ])('%s is refused', (argument) => {
    expect(() => readSettings([argument], true)).toThrow();
  });
});

describe('switches that a packaged program refuses', () => {
  it.each([
    '--remote-debugging-port=9222',
    '--remote-debugging-pipe',
    '--inspect',
    '--inspect-brk=0',
    '--no-sandbox',
  ])('%s', (given) => expect(forbiddenSwitch(['--role=kiosk', given])).toBe(given));
  it('but not our own', () => expect(forbiddenSwitch(['--role=kiosk', '--kiosk-mode'])).toBeUndefined());
});

describe('what pages may reach', () => {
  const addresses = { hall: 'http://127.0.0.1:7300', station: 'http://127.0.0.1:7310' };
  it('names both services in the policy, by HTTP and WebSocket', () => {
    expect(contentSecurityPolicy(addresses)).toContain(
      "connect-src 'self' http://127.0.0.1:7300 ws://127.0.0.1:7300 http://127.0.0.1:7310 ws://127.0.0.1:7310;",
    );
    expect(contentSecurityPolicy({ ...addresses, hall: 'https://hall.example:8443' })).toContain(
      'wss://hall.example:8443',
    );
  });
  it('nothing but own files before the services are known', () => {
    expect(contentSecurityPolicy(undefined)).toContain("connect-src 'self';");
  });
  it.each([
    ['http://127.0.0.1:7300/api/x', true],
    ['ws://127.0.0.1:7310/api/feed', true],
    ['http://127.0.0.1:73000/', false],
    ['http://127.0.0.1:7300@example.org/', false],
    ['https://127.0.0.1:7300/', false],
    ['http://localhost:7300/', false],
  ])('%s: %s', (url, expected) => expect(isServiceRequest(addresses, url)).toBe(expected));
});

describe('who may speak to the main process', () => {
  it.each([
    [{ url: 'app://hall/kiosk/', parent: null }, true],
    [{ url: 'app://hall/kiosk/', parent: {} }, false],
    [{ url: 'app://other/kiosk/', parent: null }, false],
    [{ url: 'about:blank', parent: null }, false],
    [null, false],
  ])('%j: %s', (frame, expected) => expect(isTrustedFrame(frame)).toBe(expected));
});

describe('keys', () => {
  const press = (key: string, held: Partial<Record<'control' | 'alt' | 'meta' | 'shift', boolean>> = {}) =>
    isBlockedKey({ type: 'keyDown', key, control: false, alt: false, meta: false, shift: false, ...held });
  it('editing a field and every plain letter stay with the page', () => {
    expect(['c', 'V', 'x', 'a', 'z'].map((key) => press(key, { control: true }))).not.toContain(true);
    expect(['r', 'Enter', 'Escape', 'F2', '松'].map((key) => press(key))).not.toContain(true);
    expect(press('@', { control: true, alt: true })).toBe(false); // AltGr
  });
  it('what drives the browser does not', () => {
    expect(['r', 'p', 'w', '+', 'Tab'].map((key) => press(key, { control: true }))).not.toContain(false);
    expect(
      ['F5', 'F11', 'F12', 'BrowserBack', 'LaunchMail', 'ZoomIn'].map((key) => press(key)),
    ).not.toContain(false);
    expect(press('c', { control: true, shift: true })).toBe(true); // opens developer tools
    expect(press('F4', { alt: true })).toBe(true);
  });
  it('a release is never held back', () => {
    const released = { type: 'keyUp', key: 'r', control: true, alt: false, meta: false, shift: false };
    expect(isBlockedKey(released)).toBe(false);
  });
});

it('a service learns the hash of a token, and no two tokens are alike', () => {
  const tokens = [createAccessToken('kiosk', 'a'), createAccessToken('kiosk', 'b')];
  expect(new Set(tokens.map((token) => token.clear)).size).toBe(2);
  for (const { clear, accepted } of tokens) {
    expect(accepted.sha256).toBe(createHash('sha256').update(clear).digest('hex'));
    expect(JSON.stringify(accepted)).not.toContain(clear);
  }
});
