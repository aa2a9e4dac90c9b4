import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendRequest } from '../../support/send-request.ts';
import { startDemo, type DemoService } from './demo-service.ts';

const root = mkdtempSync(join(tmpdir(), 'songting-pages-'));
const folder = join(root, 'renderer');
let demo: DemoService;

beforeAll(async () => {
  for (const name of ['kiosk', 'admin', 'assets', '.git']) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(root, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'kiosk', 'index.html'), '<!doctype html><p>取号');
  writeFileSync(join(folder, 'kiosk', '.hidden'), 'secret');
  writeFileSync(join(folder, 'admin', 'index.html'), 'secret');
  writeFileSync(join(folder, '.git', 'config'), 'secret');
  writeFileSync(join(folder, 'assets', 'kiosk-AbCd_123.js'), 'export {};');
  writeFileSync(join(folder, 'assets', 'kiosk-AbCd_123.js.map'), 'secret');
  demo = await startDemo({ pages: { folder, mounts: ['kiosk', 'counter'], home: { page: 'kiosk' } } });
});
afterAll(async () => {
  await demo.close();
  rmSync(root, { recursive: true, force: true });
});

const get = (path: string, method = 'GET') => sendRequest(demo.address, { path, method });

describe('a page', () => {
  it('comes with the policy that lets it load its own files and speak to its own service', async () => {
    const { status, headers, text } = await get('/kiosk/');
    expect([status, text]).toEqual([200, '<!doctype html><p>取号']);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
        `connect-src 'self' ${demo.address.replace('http', 'ws')}; frame-src 'none'; base-uri 'none'; form-action 'none'`,
    );
    expect(headers['x-frame-options']).toBe('DENY');
  });

  it('brings its files, which never change under their name', async () => {
    const { status, headers } = await get('/assets/kiosk-AbCd_123.js?x=1');
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(/javascript/);
    expect(headers['cache-control']).toContain('immutable');
  });

  it('is found from the front door and without the last slash', async () => {
    expect((await get('/')).headers['location']).toBe('/kiosk/');
    expect((await get('/kiosk')).headers['location']).toBe('/kiosk/');
  });

  it('that was not built says what to do', async () => {
    const { status, text } = await get('/counter/');
    expect(status).toBe(503);
    expect(text).toContain('npm run build');
  });
});

describe('nothing else of the disk comes out', () => {
  it.each([
    '/secret.txt',
    '/admin/',
    '/admin/index.html',
    '/.git/config',
    '/kiosk/.hidden',
    '/assets/kiosk-AbCd_123.js.map',
    '/kiosk/../secret.txt',
    '/kiosk/../../secret.txt',
    '/kiosk/..%2fsecret.txt',
    '/kiosk/%2e%2e/secret.txt',
    '/kiosk/%2e%2e%2fsecret.txt',
    '/kiosk/..%5csecret.txt',
    '/kiosk/..\\secret.txt',
    '/kiosk/%5c..%5c..%5csecret.txt',
    '/kiosk//etc/passwd',
    '/kiosk/%2fetc%2fpasswd',
    '/kiosk/index.html%00.js',
    '/kiosk/%c0%ae%c0%ae/secret.txt',
    '/kiosk/%252e%252e/secret.txt',
    '//etc/passwd',
    '/assets/',
    '/assets',
    '/kiosk/index.html/',
    '/kiosk/C:/secret.txt',
    '/kiosk/file.txt::$DATA',
    '/kiosk/%EF%BC%8E%EF%BC%8E/secret.txt',
  ])('%s', async (path) => {
    const { status, text } = await get(path);
    expect(text).not.toContain('secret');
    expect(text).not.toContain('root:');
    expect([400, 404]).toContain(status);
  });

  it.each(['POST', 'PUT', 'DELETE'])('%s is not a way to ask for a page', async (method) => {
    expect((await get('/kiosk/', method)).status).toBe(404);
  });
});

it('the demo’s front door lists the pages, as text and links only', async () => {
  const links = [{ href: '/kiosk/#token=x&y', label: '<取号>' }];
  const listing = await startDemo({ pages: { folder, mounts: ['kiosk'], home: { links } } });
  const { text } = await sendRequest(listing.address, { path: '/' });
  await listing.close();
  expect(text).toContain('<li><a href="/kiosk/#token=x&amp;y">&lt;取号&gt;</a></li>');
});
