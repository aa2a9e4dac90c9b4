import { crc16 } from '../crc16.ts';
import { contentEnd, type PadProfile } from './pad-profile.ts';

/** The check of a frame, as it stands behind its content. */
function checkOf(content: Uint8Array, { checksum, checksumFrom }: PadProfile): number[] {
  const checked = content.subarray(checksumFrom);
  switch (checksum) {
    case 'none':
      return [];
    case 'sum':
      return [checked.reduce((sum, byte) => (sum + byte) & 0xff, 0)];
    case 'xor':
      return [checked.reduce((sum, byte) => sum ^ byte, 0)];
    case 'crc16': {
      const crc = crc16(checked, 0xffff);
      return [crc & 0xff, crc >> 8];
    }
  }
}

/** What a pad of this profile sends when a key is pressed. Bytes that the profile says nothing about are 0. */
export function encodePress(profile: PadProfile, code: number, address = profile.address ?? 1): Uint8Array {
  const content = new Uint8Array(contentEnd(profile));
  content.set(profile.header);
  if (profile.addressOffset !== undefined) content[profile.addressOffset] = address;
  content[profile.keyOffset] = code;
  return Uint8Array.from([...content, ...checkOf(content, profile)]);
}

/** Whether bytes of the right length are checked as the profile says. */
export function isChecked(frame: Uint8Array, profile: PadProfile): boolean {
  const end = contentEnd(profile);
  const check = checkOf(frame.subarray(0, end), profile);
  return check.every((byte, index) => frame[end + index] === byte);
}
