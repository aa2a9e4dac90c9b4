import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageShell } from '../../preload/contracts/page-shell.ts';
import { launchShell, type LaunchedShell } from '../support/electron.ts';

const DIST = path.join(import.meta.dirname, '..', '..', 'dist');

/** Names of vocabularies, and where Vue says an error is explained: texts in libraries, never fetched. */
const NAMES_NOT_ADDRESSES =
  /^(http:\/\/www\.w3\.org\/|https?:\/\/json-schema\.org\/|https:\/\/vuejs\.org\/error-reference\/|http:\/\/127\.0\.0\.1:7300$)/;

describe('the built application', () => {
  let shell: LaunchedShell;
  beforeAll(async () => void (shell = await launchShell()));
  afterAll(() => shell?.close());

  it.each(['kiosk', 'counter', 'display'])(
    'shows the page of the %s, which finds the hall and the station',
    async (role) => {
      const page = await shell.page(role);
      const problems: string[] = [];
      page.on('pageerror', (error) => problems.push(error.message));
      page.on('console', (message) => void (message.type() === 'error' && problems.push(message.text())));
      await page.reload();
      await page.getByText('福田区民政服务大厅').first().waitFor(); // comes with the first snapshot of the feed
      const address = await page.evaluate(() => (Reflect.get(window, 'shell') as PageShell).address());
      for (const base of [address.hall, address.station]) {
        const status = await page.evaluate(
          (url) => fetch(`${url}/api/openapi.json`).then((answer) => answer.status),
          base,
        );
        expect(status).toBeLessThan(500);
      }
      expect(problems).toEqual([]);
    },
  );
});

describe('the built pages', () => {
  const read = async (): Promise<{ file: string; text: string }[]> => {
    const names = await readdir(path.join(DIST, 'renderer'), { recursive: true });
    const files = names.filter((name) => /\.(js|css|html)$/.test(name));
    return Promise.all(
      files.map(async (file) => ({ file, text: await readFile(path.join(DIST, 'renderer', file), 'utf8') })),
    );
  };

  it('name no host on the network', async () => {
    for (const { file, text } of await read()) {
      const hosts = [...text.matchAll(/https?:\/\/[a-z0-9.-]+[^\s"'`)\\]*/gi)].map(([url]) => url);
      expect([file, ...hosts.filter((url) => !NAMES_NOT_ADDRESSES.test(url))]).toEqual([file]);
    }
  });

  it('hold no inline script and no style attribute, and only relative addresses', async () => {
    const pages = (await read()).filter(({ file }) => file.endsWith('.html'));
    expect(pages.map(({ file }) => path.dirname(file)).sort()).toEqual([
      'admin',
      'counter',
      'display',
      'guide',
      'kiosk',
      'out-of-service',
      'rating',
    ]);
    for (const { text } of pages) {
      expect(text).not.toMatch(/<script(?![^>]*\ssrc=)|\sstyle=|\son[a-z]+=|javascript:/i);
      const links = [...text.matchAll(/\s(?:src|href)="([^"]*)"/g)].map((match) => match[1] ?? '');
      // A picture may stand in the page itself: the policy allows data: for pictures only.
      expect(links.filter((link) => !/^(\.{1,2}\/|data:image\/)/.test(link))).toEqual([]);
      expect(links.length).toBeGreaterThan(0);
    }
  });

  it('evaluate no text as code', async () => {
    for (const { file, text } of await read()) {
      if (file.endsWith('.js')) expect([file, /\beval\(/.test(text)]).toEqual([file, false]);
    }
  });
});
