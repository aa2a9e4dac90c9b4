import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOwnPage } from '../../../main/shell/own-page.ts';
import { isInside, servedFile } from '../../../main/shell/served-file.ts';

const FOLDER = path.resolve('/srv/pages');

describe('a page address stands for a file', () => {
  it.each([
    ['app://hall/kiosk/', 'kiosk/index.html'],
    ['app://hall/kiosk/index.html', 'kiosk/index.html'],
    ['app://hall/assets/a%20b.css?v=1#x', 'assets/a b.css'],
    ['app://hall/%E6%9D%BE.svg', '松.svg'],
    ['app://hall/../kiosk/', 'kiosk/index.html'], // the URL parser has already resolved it inside the folder
  ])('%s', (url, file) => expect(servedFile(FOLDER, url)).toBe(path.join(FOLDER, file)));

  it.each([
    'app://hall/..%2f..%2fetc/passwd',
    'app://hall/a/..%2F..%2F..%2Fetc/passwd',
    'app://hall/..%5c..%5cetc',
    'app://hall/C:/Windows/win.ini',
    'app://hall/kiosk/index.html%00.png',
    'app://hall/%',
    'app://hall/%c0%ae%c0%ae/',
    'app://other/kiosk/',
    'app://user@hall/kiosk/',
    'app://hall:80/kiosk/',
    'file:///etc/passwd',
    'https://hall/kiosk/',
    'not an address',
  ])('%s stands for none', (url) => expect(servedFile(FOLDER, url)).toBeUndefined());

  it('whatever the address, the file is inside the folder', () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '%2e%2e',
      '%2f',
      '/',
      '%5c',
      '\\',
      'a',
      '%00',
      '%25',
      '%252e',
      'C:',
      '//',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const file = servedFile(FOLDER, `app://hall/${pieces.join('')}`);
        expect(file === undefined || isInside(FOLDER, file)).toBe(true);
      }),
    );
  });
});

it.each(['app://hall/', 'app://hall/kiosk/#a'])('%s is our own page', (url) =>
  expect(isOwnPage(url)).toBe(true),
);
it.each([
  'app://hall.example/',
  'app://hallx/',
  'apps://hall/',
  'http://hall/',
  'about:blank',
  '',
  'app:hall',
  'blob:app://hall/1',
])('%s is not our own page', (url) => expect(isOwnPage(url)).toBe(false));
