import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { err, ok, type Result } from '../../../preload/contracts/index.ts';

/** 256 bits: guessing is hopeless, so a plain hash is enough at rest. The prefix lets secret scanners find a leak. */
const TOKEN_BYTES = 32;
const TOKEN = /^st_[A-Za-z0-9_-]{43}$/;

/** A new bearer token. It exists in clear only here and at its holder. */
export function mintToken(): string {
  return `st_${randomBytes(TOKEN_BYTES).toString('base64url')}`;
}

/** What the service keeps: SHA-256 of the token, hexadecimal. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex');
}

/** Could this be a token at all? Says nothing about whether it is known. */
export function looksLikeToken(text: string): boolean {
  return TOKEN.test(text);
}

/** Compares two hexadecimal hashes in a time that does not depend on where they differ. */
export function sameHash(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one, 'hex'), Buffer.from(other, 'hex')];
  return a.length === 32 && b.length === 32 && timingSafeEqual(a, b);
}

export type TokenFileProblem = 'missing' | 'unreadable' | 'not-a-token';

/** The token that an administrator put on this PC (`hall-token` of the data folder, or `station.hallTokenFile`). */
export function readTokenFile(file: string): Result<string, TokenFileProblem> {
  try {
    const token = readFileSync(file, 'utf8').trim();
    return looksLikeToken(token) ? ok(token) : err('not-a-token');
  } catch (fault) {
    const missing = fault instanceof Error && 'code' in fault && fault.code === 'ENOENT';
    return err(missing ? 'missing' : 'unreadable');
  }
}
