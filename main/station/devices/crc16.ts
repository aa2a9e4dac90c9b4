/** CRC-16 with the polynomial 8005, reflected, no final xor. Begun with 0 it is called ARC, with FFFF Modbus. */
export function crc16(bytes: Uint8Array, begin: 0 | 0xffff): number {
  let crc: number = begin;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 1) === 1 ? (crc >> 1) ^ 0xa001 : crc >> 1;
  }
  return crc;
}
