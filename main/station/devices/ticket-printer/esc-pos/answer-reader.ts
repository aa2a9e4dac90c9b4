import {
  ASB_LENGTH_BYTES,
  decodeAutomaticStatus,
  isAsbFirstByte,
  isAsbNextByte,
} from './automatic-status.ts';
import type { AutomaticStatus } from './automatic-status.ts';
import { isStatusByte } from './status-bytes.ts';

export type PrinterAnswer =
  | { readonly kind: 'status'; readonly byte: number }
  /** Answer to GS r 1: everything before it was taken out of the receive buffer. */
  | { readonly kind: 'fence'; readonly byte: number }
  | { readonly kind: 'automatic'; readonly status: AutomaticStatus };

const XON = 0x11;
const XOFF = 0x13;

/** Tab, line feed and return: what a program that is no printer would say, never a pair of paper sensors. */
const TEXT_CONTROLS = new Set([0x09, 0x0a, 0x0d]);

/** An answer to GS r 1: bits 0 and 1 near end, bits 2 and 3 paper out, the others clear. */
const isFenceByte = (byte: number): boolean => (byte & 0xf0) === 0 && !TEXT_CONTROLS.has(byte);

/**
 * Tells the bytes that come back from a printer apart, however they are cut into chunks. A packet of automatic status
 * is taken whole, for its last three bytes look like the answer to GS r. Flow control and noise fall away.
 */
export class AnswerReader {
  #packet: number[] = [];

  read(chunk: Uint8Array): PrinterAnswer[] {
    return Array.from(chunk).flatMap((byte) => this.#readByte(byte));
  }

  #readByte(byte: number): PrinterAnswer[] {
    if (byte === XON || byte === XOFF) return [];
    if (isStatusByte(byte)) return [{ kind: 'status', byte }];
    if (isAsbFirstByte(byte)) {
      this.#packet = [byte];
      return [];
    }
    if (this.#packet.length > 0 && isAsbNextByte(byte)) return this.#continuePacket(byte);
    return isFenceByte(byte) ? [{ kind: 'fence', byte }] : [];
  }

  #continuePacket(byte: number): PrinterAnswer[] {
    this.#packet.push(byte);
    if (this.#packet.length < ASB_LENGTH_BYTES) return [];
    const status = decodeAutomaticStatus(Uint8Array.from(this.#packet));
    this.#packet = [];
    return status.ok ? [{ kind: 'automatic', status: status.value }] : [];
  }
}
