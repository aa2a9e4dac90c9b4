const DLE = 0x10;
/** EOT, ENQ and DC4: after DLE a printer carries them out in real time wherever they stand, also inside a picture. */
const REAL_TIME_SECOND_BYTES = new Set([0x04, 0x05, 0x14]);
const NEIGHBOUR_DOT = 0x08;

/**
 * Keeps a picture free of bytes that a printer would take for a question, a recovery or a pulse: one white dot beside
 * a black one turns black. Nobody sees it; a ticket that powers the printer off would be seen.
 */
export function withoutRealTimeCommands(picture: Uint8Array): Uint8Array {
  return picture.map((byte, at) =>
    picture[at - 1] === DLE && REAL_TIME_SECOND_BYTES.has(byte) ? byte | NEIGHBOUR_DOT : byte,
  );
}
