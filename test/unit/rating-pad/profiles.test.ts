import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  loadPadProfile,
  parsePadProfile,
  shippedProfiles,
} from '../../../main/station/devices/rating-pad/load-profile.ts';
import { CALL_ACTIONS } from '../../../main/station/devices/rating-pad/pad-profile.ts';
import { PadParser } from '../../../main/station/devices/rating-pad/pad-parser.ts';
import { DEMO_PAD } from './pads.ts';

const folder = mkdtempSync(join(tmpdir(), 'songting-pads-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function saved(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

describe('the profile that ships with the product', () => {
  it('is one, and says that it is ours and no maker’s', () => {
    expect(shippedProfiles()).toEqual(['demo-pad']);
    expect(DEMO_PAD.origin).toBe('songting');
  });

  it('has five ratings and every call key, and a start frame of its own form', () => {
    const keys = [...DEMO_PAD.keys.values()];
    expect(keys.flatMap((key) => (key.kind === 'rating' ? [key.score] : [])).sort()).toEqual([1, 2, 3, 4, 5]);
    expect(keys.flatMap((key) => (key.kind === 'call' ? [key.action] : []))).toEqual([...CALL_ACTIONS]);
    // The pad’s own frame, with a code that is no key.
    const parser = new PadParser(DEMO_PAD);
    expect(parser.feed(DEMO_PAD.start ?? new Uint8Array())).toMatchObject([{ code: 0xe0, key: undefined }]);
  });
});

describe('a hall’s own profile', () => {
  const JSON_PROFILE =
    '{"origin":"ours","baudRate":9600,"length":1,"keyOffset":0,"keys":{"31":{"rating":1}}}';

  it('is a file given by its full path, YAML or JSON', () => {
    const loaded = loadPadProfile(saved('pad.json', JSON_PROFILE));
    expect(loaded).toMatchObject({ ok: true, value: { origin: 'ours', idleGapMs: 50, checksum: 'none' } });
  });

  it.each(['nowhere', '../catalogue/catalogue', 'demo-pad.yaml', 'DEMO-PAD', 'pads/demo-pad', ''])(
    'no profile is called %j: what there is is said',
    (name) => {
      expect(loadPadProfile(name)).toMatchObject({
        ok: false,
        error: {
          kind: 'unknown-profile',
          profile: name,
          detail: expect.stringContaining('demo-pad') as string,
        },
      });
    },
  );

  it.each([
    ['a file that is not there', '/nowhere/pad.yaml', /no such file/],
    ['a folder', folder, /a folder/],
    ['no YAML', saved('broken.yaml', 'keys: ['), /./],
    ['an alias', saved('alias.yaml', 'origin: &a x\nbaudRate: *a'), /[Aa]lias/],
    ['nothing', saved('empty.yaml', ''), /expected object/],
  ])('%s is a problem, not an exception', (_what, file, says) => {
    const loaded = loadPadProfile(file);
    expect(loaded.ok ? '' : loaded.error.detail).toMatch(says);
    expect(loaded.ok ? '' : loaded.error.kind).toBe('bad-profile');
  });

  const good = {
    origin: 'x',
    baudRate: 9600,
    header: 'aa 55',
    length: 5,
    addressOffset: 2,
    keyOffset: 3,
    checksum: 'sum',
    keys: { '01': { rating: 1 } } as object,
  };

  it.each([
    ['a key inside the header', { keyOffset: 1 }, /2 to 3/],
    ['a key inside the check', { keyOffset: 4 }, /2 to 3/],
    ['a number outside the frame', { addressOffset: 9 }, /2 to 3/],
    ['key and number in one byte', { addressOffset: 3 }, /another byte/],
    ['a number that is nowhere', { addressOffset: undefined, address: 1 }, /needed with address/],
    ['a check of nothing', { checksumFrom: 4 }, /0 to 3/],
    ['a header as long as the frame', { header: 'aa 55 01 02' }, /shorter/],
    ['a header that is none', { header: 'aa 5' }, /pairs of hex digits/],
    ['several bytes and nothing to find their beginning', { header: '', checksum: 'none' }, /needed/],
    ['no keys', { keys: {} }, /at least one/],
    ['a key that is no byte', { keys: { '1': { rating: 1 } } }, /two hex digits/],
    ['six stars', { keys: { '01': { rating: 6 } } }, /keys/],
    ['a speed that is none', { baudRate: 9601 }, /baudRate/],
    ['a key of the file that nobody knows', { colour: 'red' }, /colour/],
    ['nobody’s form', { origin: '' }, /origin/],
  ])('%s is refused with what is allowed', (_what, change, says) => {
    const parsed = parsePadProfile(JSON.stringify({ ...good, ...change }), 'x');
    expect(parsePadProfile(JSON.stringify(good), 'x').ok).toBe(true);
    expect(parsed.ok ? '' : parsed.error.detail).toMatch(says);
  });
});
