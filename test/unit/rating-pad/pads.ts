import { loadPadProfile, parsePadProfile } from '../../../main/station/devices/rating-pad/load-profile.ts';
import type { PadProfile } from '../../../main/station/devices/rating-pad/pad-profile.ts';

function certainly(loaded: ReturnType<typeof loadPadProfile>): PadProfile {
  if (!loaded.ok) throw new Error(loaded.error.detail);
  return loaded.value;
}

export const DEMO_PAD = certainly(loadPadProfile('demo-pad'));

export const profileOf = (yaml: string): PadProfile => certainly(parsePadProfile(yaml, 'test'));

/** Shapes met in practice: each as a hall would write it. */
export const SHAPES: Readonly<Record<string, PadProfile>> = {
  'one byte a key': profileOf(`
origin: one byte
baudRate: 9600
length: 1
keyOffset: 0
keys: { '31': { rating: 1 }, '35': { rating: 5 }, '4e': { call: next } }`),
  'STX address key ETX BCC': profileOf(`
origin: stx
baudRate: 4800
header: '02'
length: 5
addressOffset: 1
keyOffset: 2
checksum: xor
checksumFrom: 1
keys: { '31': { rating: 1 }, '35': { rating: 5 }, '4e': { call: next } }`),
  'AA 55 with sum': DEMO_PAD,
  'registers with CRC': profileOf(`
origin: registers
baudRate: 9600
length: 7
addressOffset: 0
address: 3
keyOffset: 4
checksum: crc16
keys: { '01': { rating: 1 }, '05': { rating: 5 }, '10': { call: next } }`),
};
