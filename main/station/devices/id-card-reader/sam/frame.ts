/** Starts every frame of the SAM module, in both directions. */
export const PREAMBLE: Uint8Array = Uint8Array.of(0xaa, 0xaa, 0xaa, 0x96, 0x69);

/** Preamble and the two length bytes. */
export const HEADER_BYTES = PREAMBLE.length + 2;

/** Smallest answer: three status bytes and the checksum. */
export const SMALLEST_ANSWER_LENGTH = 0x0004;
/** Largest answer: text, photo and 1024 fingerprint bytes. Any length above it is noise. */
export const LARGEST_ANSWER_LENGTH = 0x090a;
/** Smallest request: command, parameter and the checksum. */
export const SMALLEST_REQUEST_LENGTH = 0x0003;

/** XOR over the bytes: the length field and the body go in, the preamble does not. */
export function checksumOf(bytes: Uint8Array): number {
  let sum = 0;
  for (const byte of bytes) sum ^= byte;
  return sum;
}

/** A whole frame around a body (command or status bytes with their data). LEN counts body and checksum. */
export function encodeFrame(body: Uint8Array): Uint8Array {
  const length = body.length + 1;
  const frame = new Uint8Array(HEADER_BYTES + length);
  frame.set(PREAMBLE);
  frame.set([length >> 8, length & 0xff], PREAMBLE.length);
  frame.set(body, HEADER_BYTES);
  frame[frame.length - 1] = checksumOf(frame.subarray(PREAMBLE.length, -1));
  return frame;
}
