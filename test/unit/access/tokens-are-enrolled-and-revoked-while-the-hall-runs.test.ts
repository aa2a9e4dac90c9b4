import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  accessFileIn,
  enrol,
  hashToken,
  mintToken,
  openAccessTokens,
  readTokenFile,
  revoke,
  type Access,
  type AccessFileProblem,
} from '../../../main/foundation/access/index.ts';
import { ManualClock } from '../../../main/foundation/clock.ts';

let folder: string;
let file: string;
let clock: ManualClock;
const problems: AccessFileProblem[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'songting-access-'));
  file = accessFileIn(folder);
  clock = new ManualClock('2026-03-02T01:00:00Z');
  problems.length = 0;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function open(): Access {
  const access = openAccessTokens({ file, clock, onProblem: (problem) => problems.push(problem) });
  if (!access.ok) throw new Error(access.error.kind);
  return access.value;
}

function enrolled(role: 'kiosk' | 'admin', name: string): string {
  const token = enrol(file, { role, name }, clock);
  if (!token.ok) throw new Error(token.error.kind);
  return token.value;
}

describe('a token', () => {
  it('has 256 random bits and never comes twice', () => {
    const tokens = new Set(Array.from({ length: 200 }, mintToken));
    expect(tokens.size).toBe(200);
    for (const token of tokens) expect(token).toMatch(/^st_[A-Za-z0-9_-]{43}$/);
  });

  it('is kept as its hash only, in a file of the service alone', () => {
    const token = enrolled('kiosk', 'K1');
    const text = readFileSync(file, 'utf8');
    expect(text).not.toContain(token.slice(3));
    expect(text).toContain(hashToken(token));
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});

describe('a running hall', () => {
  it('knows a token that was enrolled after it started', () => {
    const access = open();
    const token = enrolled('kiosk', 'K1');
    expect(access.identify(token)).toEqual({ role: 'kiosk', name: 'K1' });
  });

  it('forgets a revoked token within a second', () => {
    const token = enrolled('kiosk', 'K1');
    const access = open();
    expect(access.identify(token)?.name).toBe('K1');
    expect(revoke(file, 'K1', clock).ok).toBe(true);
    clock.advance(1_000);
    expect(access.identify(token)).toBeUndefined();
  });

  it('knows the tokens it was started with, without any file', () => {
    const token = mintToken();
    const given = [{ role: 'admin' as const, name: 'shell', sha256: hashToken(token) }];
    const access = openAccessTokens({ given, clock });
    expect(access.ok && access.value.identify(token)).toEqual({ role: 'admin', name: 'shell' });
  });

  it.each(['', 'st_', 'x'.repeat(100_000), `st_${'A'.repeat(43)}`, '登记', 'st_\0'])(
    'does not know %j',
    (text) => {
      enrolled('kiosk', 'K1');
      expect(open().identify(text)).toBeUndefined();
    },
  );

  it('keeps its tokens when the file is damaged later, and says so', () => {
    const token = enrolled('kiosk', 'K1');
    const access = open();
    writeFileSync(file, '{"version":1,"tokens":[{');
    clock.advance(1_000);
    expect(access.identify(token)?.name).toBe('K1');
    expect(problems).toContainEqual({ kind: 'not-such-a-file' });
  });

  it('does not start with a damaged file: nobody could tell who may do what', () => {
    writeFileSync(file, 'not json');
    expect(openAccessTokens({ file, clock })).toEqual({ ok: false, error: { kind: 'not-such-a-file' } });
  });
});

describe('enrolment', () => {
  it('gives a name once', () => {
    enrolled('kiosk', 'K1');
    const again = enrol(file, { role: 'admin', name: 'K1' }, clock);
    expect(again).toEqual({ ok: false, error: { kind: 'name-taken', role: 'kiosk' } });
  });

  it('waits for another enrolment, and takes over from one that died', () => {
    writeFileSync(`${file}.new`, '');
    utimesSync(`${file}.new`, clock.nowMs() / 1000, clock.nowMs() / 1000);
    expect(enrol(file, { role: 'kiosk', name: 'K1' }, clock)).toEqual({ ok: false, error: { kind: 'busy' } });
    clock.advance(11_000);
    expect(enrol(file, { role: 'kiosk', name: 'K1' }, clock).ok).toBe(true);
  });
});

it('a PC reads the token it was given, with or without a line end', () => {
  const token = mintToken();
  writeFileSync(join(folder, 'hall-token'), `${token}\n`);
  expect(readTokenFile(join(folder, 'hall-token'))).toEqual({ ok: true, value: token });
  expect(readTokenFile(join(folder, 'nothing'))).toEqual({ ok: false, error: 'missing' });
  expect(readTokenFile(folder)).toEqual({ ok: false, error: 'unreadable' });
});
