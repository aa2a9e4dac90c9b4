import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { enrolCommand } from '../../../main/cli/enrol.ts';
import { accessFileIn, openAccessTokens, readAccessFile } from '../../../main/foundation/access/index.ts';
import { systemClock } from '../../../main/foundation/clock.ts';
import { hallFolder, stationFolder } from '../../../main/foundation/configuration/index.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'songting-enrol-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function run(...args: string[]): { code: number; text: string } {
  let text = '';
  const code = enrolCommand([...args, '--data', folder], (part) => {
    text += part;
  });
  return { code, text };
}

it('prints the token once and how to use it; the hall then knows it', () => {
  const { code, text } = run('--role', 'kiosk', '--name', 'K1');
  expect(code).toBe(0);
  const [token = ''] = text.split('\n');
  const access = openAccessTokens({ file: accessFileIn(hallFolder(folder)), clock: systemClock });
  expect(access.ok && access.value.identify(token)).toEqual({ role: 'kiosk', name: 'K1' });
  expect(text).toContain('hall-token');
  expect(text.split(token)).toHaveLength(2);
});

it('lists holders, never tokens, and takes one away', () => {
  const [token = ''] = run('--role', 'display', '--name', '大屏1').text.split('\n');
  expect(run('--list').text).toMatch(/^大屏1\tdisplay\t\d{4}-/);
  expect(run('--list').text).not.toContain(token);
  expect(run('--revoke', '大屏1').code).toBe(0);
  expect(run('--list').text).toContain('nobody yet');
  expect(run('--revoke', '大屏1').code).toBe(1);
});

it.each([
  [['--role', 'king', '--name', 'K1'], /allowed .*kiosk, counter, display, admin/],
  [['--name', 'K1'], /--role \(missing\)/],
  [['--role', 'kiosk'], /--name \(missing\)/],
  [['--role', 'kiosk', '--name', '../../etc'], /--name/],
  [['--rle', 'kiosk'], /unknown argument/],
  [['stray'], /unknown argument/],
])('says what is allowed after %j', (args, says) => {
  const { code, text } = run(...args);
  expect(code).toBe(2);
  expect(text).toMatch(says);
  expect(text).toContain('songting enrol --role');
});

it('says what to do about a name that is taken and a file that is damaged', () => {
  run('--role', 'kiosk', '--name', 'K1');
  expect(run('--role', 'kiosk', '--name', 'K1').text).toContain('--revoke K1');
  writeFileSync(accessFileIn(hallFolder(folder)), 'x');
  expect(run('--list')).toMatchObject({ code: 1 });
});

it('enrols a page at this PC’s station when told so, and then not at the hall', () => {
  expect(run('--role', 'kiosk', '--name', 'page', '--station').code).toBe(0);
  expect(run('--list', '--station').text).toContain('page');
  expect(run('--list').text).toContain('nobody yet');
  expect(readAccessFile(accessFileIn(stationFolder(folder))).ok).toBe(true);
});
