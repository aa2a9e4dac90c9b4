import { err, ok, type Result } from '../../../../../preload/contracts/result.ts';

/** Automatic status back (GS a): four bytes that a printer sends by itself on every change. */
export interface AutomaticStatus {
  readonly offline: boolean;
  readonly coverOpen: boolean;
  readonly drawerPinHigh: boolean;
  readonly feedButton: boolean;
  readonly mechanical: boolean;
  readonly cutter: boolean;
  readonly unrecoverable: boolean;
  readonly autoRecoverable: boolean;
  readonly nearEnd: boolean;
  readonly paperOut: boolean;
}

export const ASB_LENGTH_BYTES = 4;

export function isAsbFirstByte(byte: number): boolean {
  return (byte & 0x93) === 0x10;
}

/** Bytes 2 to 4 have bit 4 and bit 7 clear; a DLE EOT answer, XON and XOFF have bit 4 set and may stand in between. */
export function isAsbNextByte(byte: number): boolean {
  return (byte & 0x90) === 0;
}

export function decodeAutomaticStatus(
  packet: Uint8Array,
): Result<AutomaticStatus, { readonly kind: 'not-an-asb-packet' }> {
  const [first = 0, second = 0, third = 0, fourth = 0] = packet;
  const wellFormed = isAsbFirstByte(first) && [second, third, fourth].every(isAsbNextByte);
  if (packet.length !== ASB_LENGTH_BYTES || !wellFormed) return err({ kind: 'not-an-asb-packet' });
  return ok({
    offline: (first & 0x08) !== 0,
    coverOpen: (first & 0x20) !== 0,
    drawerPinHigh: (first & 0x04) !== 0,
    feedButton: (first & 0x40) !== 0,
    mechanical: (second & 0x04) !== 0,
    cutter: (second & 0x08) !== 0,
    unrecoverable: (second & 0x20) !== 0,
    autoRecoverable: (second & 0x40) !== 0,
    nearEnd: (third & 0x03) !== 0,
    paperOut: (third & 0x0c) !== 0,
  });
}
