import { expect, test } from 'vitest';
import { canonicalJson } from '../../../main/hall/journal/canonical-json.ts';
import { encodeEnvelope, NO_PREDECESSOR, sealEvent } from '../../../main/hall/journal/seal.ts';
import { uuidBytes, uuidText, uuidV7 } from '../../../main/hall/journal/uuid.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');

const event = {
  epoch: 1n,
  seq: 2n,
  uid: Buffer.from('0195551e2c0070008000000000000001', 'hex'),
  kind: bytes('day.opened'),
  v: 1n,
  dayId: bytes('0195551e-2c00-7000-8000-000000000001'),
  atWall: 1_772_411_400_000n,
  bootId: bytes('boot-1'),
  atMono: 60_000n,
  skewMs: -250n,
  body: bytes('{"date":"2026-03-02"}'),
};

/** Computed by hand from the layout (struct.pack and hashlib of Python), not by this program. */
const ENVELOPE = [
  '0101', // format, algorithm
  '0000000000000001', // epoch
  '0000000000000002', // seq
  '0000000000000001', // v
  '0000019cabf3af40', // at_wall
  '000000000000ea60', // at_mono
  '01', // skew known
  'ffffffffffffff06', // skew_ms
  '000000100195551e2c0070008000000000000001', // uid
  '0000000a6461792e6f70656e6564', // kind
  '0000002430313935353531652d326330302d373030302d383030302d303030303030303030303031', // day_id
  '00000006626f6f742d31', // boot_id
  '00000015', // body length
].join('');
const SEAL = '2f38df373e69a4d69f7b1d0f9747770a4727f6c4123aae0d10d945a72b9c91e8';

test('the envelope of an event is the same bytes for ever', () => {
  expect(encodeEnvelope(event).toString('hex')).toBe(ENVELOPE);
});

test('the seal of an event is the same hash for ever', () => {
  expect(sealEvent(NO_PREDECESSOR, event).toString('hex')).toBe(SEAL);
});

test('a skew of zero and a skew never measured are different statements', () => {
  const measured = encodeEnvelope({ ...event, skewMs: 0n });
  expect(measured.equals(encodeEnvelope({ ...event, skewMs: null }))).toBe(false);
});

test('no two neighbouring fields can trade bytes under one seal', () => {
  const left = encodeEnvelope({ ...event, kind: bytes('ab'), dayId: bytes('c') });
  const right = encodeEnvelope({ ...event, kind: bytes('a'), dayId: bytes('bc') });
  expect(left.equals(right)).toBe(false);
});

test('canonical JSON sorts keys, leaves out what is undefined and writes one form only', () => {
  const value = { b: [1, 'x', null, true], a: { d: undefined, c: '𠮷"\n' }, '€': 1e21 };
  expect(canonicalJson(value)).toBe('{"a":{"c":"𠮷\\"\\n"},"b":[1,"x",null,true],"€":1e+21}');
  expect(() => canonicalJson({ a: Number.NaN })).toThrow('no JSON form');
});

test('a version 7 identifier carries its time and survives text and back', () => {
  // The example of RFC 9562, appendix A.6.
  const random = () => Buffer.from('0cc398c4dc0c0c07398f', 'hex');
  const uid = uuidV7(0x017f22e279b0, random);
  expect(uuidText(uid)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
  expect(uuidBytes(uuidText(uid))).toEqual(uid);
  expect(uuidBytes('not-a-uuid')).toBeUndefined();
});
