import { describe, expect, test } from 'vitest';
import { formatRatingCode, parseRatingCode } from '../../../main/hall/domain/rating/rating-code.ts';
import { visitorOf } from '../../../main/hall/rating-page/visitor-address.ts';

const proof = 'k3J_AbCdEfGhIjKlMn-pQr';

describe('a code', () => {
  test('is the number and the proof', () => {
    expect(formatRatingCode({ number: 'A012', proof })).toBe(`A012.${proof}`);
    expect(parseRatingCode(`A012.${proof}`)).toEqual({ number: 'A012', proof });
  });
  test.each([
    '',
    'A012',
    proof,
    `.${proof}`,
    `a012.${proof}`,
    `A012.${proof}x`,
    `A012.${proof.slice(1)}`,
    `A012.${proof.slice(1)}=`,
    `A012.${proof}\n`,
    ` A012.${proof}`,
    `A012..${proof}`,
    "A012.' or 1=1 --aaaaaaaa",
  ])('is not %j', (text) => {
    expect(parseRatingCode(text)).toBeUndefined();
  });
});

describe('a limit is counted for', () => {
  test.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::9', '2001:db8:1:2'],
    ['2001:db8::9', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
  ])('%s as %s', (address, visitor) => {
    expect(visitorOf(address)).toBe(visitor);
  });
  test('nobody when the line is gone already', () => {
    expect(visitorOf(undefined)).toBe('');
  });
});
