import { argon2Sync } from 'node:crypto';
import { expect, test } from 'vitest';
import { hashPin, verifyPin, PIN_COST } from '../../../main/hall/staff/pin-hash.ts';
import { newPin } from '../../../main/hall/staff/new-pin.ts';
import { weakness } from '../../../main/hall/staff/pin-rules.ts';

const KEY = Buffer.alloc(32, 7);
const base64 = (text: string): Buffer => Buffer.from(text, 'base64');

test('a PIN is kept as Argon2id of 19 MiB and two passes, as Node’s own Argon2 computes it', async () => {
  const kept = await hashPin('739182', KEY);
  const [, name, version, cost, salt = '', hash = ''] = kept.split('$');
  expect([name, version, cost]).toEqual(['argon2id', 'v=19', 'm=19456,t=2,p=1']);
  const own = argon2Sync('argon2id', {
    ...{ message: '739182', nonce: base64(salt), secret: KEY, parallelism: 1, tagLength: 32 },
    ...{ memory: PIN_COST.memoryKiB, passes: PIN_COST.passes },
  });
  expect(own.equals(base64(hash))).toBe(true);
});

test('the right PIN with the right key, and nothing else', async () => {
  const kept = await hashPin('739182', KEY);
  expect(await verifyPin('739182', KEY, kept)).toBe(true);
  expect(await verifyPin('739183', KEY, kept)).toBe(false);
  expect(await verifyPin('739182', Buffer.alloc(32, 8), kept)).toBe(false);
  expect(await hashPin('739182', KEY)).not.toBe(kept);
});

test.each([
  ['111111', 'one-digit-repeated'],
  ['123456', 'digits-in-order'],
  ['890123', 'digits-in-order'],
  ['987654', 'digits-in-order'],
  ['210987', 'digits-in-order'],
  ['100199', 'own-number'],
  ['001001', 'own-number'],
  ['739182', undefined],
  ['112233', undefined],
])('%s is weak for 1001: %s', (pin, why) => {
  expect(weakness(pin, '1001')).toBe(why);
});

test('a first PIN is six digits and never a weak one', () => {
  for (let n = 0; n < 500; n += 1) {
    const pin = newPin('1001');
    expect(pin).toMatch(/^\d{6}$/);
    expect(weakness(pin, '1001')).toBeUndefined();
  }
});
