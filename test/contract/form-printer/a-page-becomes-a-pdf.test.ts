import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { ChromiumRenderer } from '../../../main/station/devices/form-printer/chromium-renderer.ts';
import { formPage } from '../../../main/station/devices/form-printer/index.ts';
import { pagesOfPdf, textOfPdf } from '../../support/paper/read-pdf.ts';
import { folderForTest } from '../../support/services/service-under-test.ts';
import { waitFor } from '../../support/wait-for.ts';

const NEVER = new AbortController().signal;
const RENDER_MS = 60_000;

const left = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder) : []);

/** A program that writes what Chromium would write and then hangs, with a child that hangs too. */
function hangingProgram(folder: string): string {
  const file = join(folder, 'hangs');
  const script = [
    '#!/bin/sh',
    `echo "$$ $HOME" > ${folder}/told`,
    'mkdir "$HOME/profile"',
    'sleep 600 &',
    'wait',
  ];
  writeFileSync(file, script.join('\n'));
  chmodSync(file, 0o755);
  return file;
}

function isAlive(group: number): boolean {
  try {
    process.kill(-group, 0);
    return true;
  } catch {
    return false;
  }
}

it(
  'Chinese text and rare characters of names stand on A4 pages, and nothing is left',
  async () => {
    const folder = join(folderForTest(), 'work');
    const renderer = new ChromiumRenderer({ folder });
    const body =
      '<p>授权委托书</p><p>姓名：张㛃䶮</p><p><b>䶮</b></p><p style="break-before: page">第二页</p>';
    const pages = await renderer.render(formPage({ title: '表', body }), NEVER);
    if (!pages.ok) throw new Error(pages.error);
    const text = textOfPdf(pages.value);
    expect(text).toContain('授权委托书');
    expect(text).toContain('姓名：张㛃䶮');
    expect(text).toContain('第二页');
    expect(pagesOfPdf(pages.value)).toEqual(['595 x 842', '595 x 842']);
    expect(left(folder)).toEqual([]);
  },
  RENDER_MS,
);

it(
  'a page can neither run a script nor fetch anything, not even from this PC',
  async () => {
    let asked = 0;
    const server = createServer((_request, answer) => {
      asked += 1;
      answer.end();
    }).listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once('listening', resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const body = `<p>before</p><script>document.body.append('scripted')</script><img src="${address}/a.png">
      <link rel="stylesheet" href="${address}/a.css"><iframe src="${address}"></iframe>`;
    const renderer = new ChromiumRenderer({ folder: folderForTest() });
    const pages = await renderer.render(formPage({ title: '表', body }), NEVER);
    if (!pages.ok) throw new Error(pages.error);
    expect(textOfPdf(pages.value)).toContain('before');
    expect(textOfPdf(pages.value)).not.toContain('scripted');
    expect(asked).toBe(0);
  },
  RENDER_MS,
);

it('a Chromium that hangs is killed with all it started, and its files are gone', async () => {
  const place = folderForTest();
  const folder = join(place, 'work');
  const renderer = new ChromiumRenderer({ folder, program: hangingProgram(place), deadlineMs: 1_500 });
  const rendering = renderer.render(formPage({ title: '表', body: '<p>张㛃䶮</p>' }), NEVER);
  const told = await waitFor(() => {
    const file = join(place, 'told');
    return existsSync(file) && readFileSync(file, 'utf8').endsWith('\n')
      ? readFileSync(file, 'utf8')
      : undefined;
  });
  const [group, home] = told.trim().split(' ');
  expect(readFileSync(join(home ?? '', 'form.html'), 'utf8')).toContain('张㛃䶮');
  expect(await rendering).toEqual({ ok: false, error: 'render-failed' });
  await waitFor(() => !isAlive(Number(group)) || undefined);
  expect(left(folder)).toEqual([]);
});

it('a station that ends does not wait for a page', async () => {
  const place = folderForTest();
  const folder = join(place, 'work');
  const renderer = new ChromiumRenderer({ folder, program: hangingProgram(place) });
  const end = new AbortController();
  const rendering = renderer.render(formPage({ title: '表', body: '' }), end.signal);
  await waitFor(() => existsSync(join(place, 'told')) || undefined);
  end.abort();
  expect(await rendering).toEqual({ ok: false, error: 'stopped' });
  expect(left(folder)).toEqual([]);
});

it('a PC without Chromium says so; one whose disk takes nothing fails and does not throw', async () => {
  const place = folderForTest();
  const absent = new ChromiumRenderer({
    folder: join(place, 'work'),
    program: join(place, 'no-such-program'),
  });
  expect(await absent.render('<p></p>', NEVER)).toEqual({ ok: false, error: 'no-renderer' });
  writeFileSync(join(place, 'file'), '');
  const full = new ChromiumRenderer({ folder: join(place, 'file', 'work'), program: hangingProgram(place) });
  expect(await full.render('<p></p>', NEVER)).toEqual({ ok: false, error: 'render-failed' });
});

it('what a run that was cut off left is swept away', async () => {
  const folder = join(folderForTest(), 'work');
  mkdirSync(join(folder, 'page-old'), { recursive: true });
  writeFileSync(join(folder, 'page-old', 'form.html'), '张㛃䶮');
  await new ChromiumRenderer({ folder }).sweep();
  expect(existsSync(folder)).toBe(false);
});
