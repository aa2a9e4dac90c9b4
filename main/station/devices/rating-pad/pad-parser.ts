import { isChecked } from './pad-frame.ts';
import type { PadKey, PadProfile } from './pad-profile.ts';

export interface PadPress {
  readonly code: number;
  /** Undefined for a key that the profile does not name. */
  readonly key: PadKey | undefined;
  readonly address: number | undefined;
}

/**
 * Cuts a byte stream into the frames of one profile, however it arrives. What fails its check costs one byte only: the
 * search for the header goes on behind it. Holds no timers and less than one frame.
 */
export class PadParser {
  readonly #profile: PadProfile;
  #buffer: Buffer = Buffer.alloc(0);
  #discarded = 0;

  constructor(profile: PadProfile) {
    this.#profile = profile;
  }

  /** Bytes of a frame that is not complete. */
  get pending(): number {
    return this.#buffer.length;
  }

  /** Bytes that belonged to no frame, since the beginning. */
  get discarded(): number {
    return this.#discarded;
  }

  /** Whole, checked frames: also those with unknown keys, not those of other addresses. */
  feed(chunk: Uint8Array): PadPress[] {
    this.#buffer = Buffer.concat([this.#buffer, chunk]);
    const presses: PadPress[] = [];
    while (this.#seekHeader() && this.#buffer.length >= this.#profile.length) {
      const press = this.#takeFrame();
      if (press !== undefined) presses.push(press);
    }
    return presses;
  }

  /** The line has been silent for the profile's idle gap: what has begun will not be finished. */
  gapPassed(): void {
    this.#drop(this.#buffer.length);
  }

  /** Drops noise up to the next header, or to what may be the beginning of one. False when nothing is left. */
  #seekHeader(): boolean {
    const header = Buffer.from(this.#profile.header);
    for (let start = 0; start < this.#buffer.length; start += 1) {
      const length = Math.min(header.length, this.#buffer.length - start);
      if (this.#buffer.compare(header, 0, length, start, start + length) === 0) {
        this.#drop(start);
        return true;
      }
    }
    this.#drop(this.#buffer.length);
    return false;
  }

  #takeFrame(): PadPress | undefined {
    const { length, keyOffset, addressOffset, keys, checksum } = this.#profile;
    const frame = this.#buffer.subarray(0, length);
    const code = frame.readUInt8(keyOffset);
    const key = keys.get(code);
    // Without a check only a known key says that this was a frame at all.
    if (!isChecked(frame, this.#profile) || (checksum === 'none' && key === undefined)) {
      this.#drop(1);
      return undefined;
    }
    const address = addressOffset === undefined ? undefined : frame.readUInt8(addressOffset);
    this.#buffer = this.#buffer.subarray(length);
    const isOurs = this.#profile.address === undefined || address === this.#profile.address;
    return isOurs ? { code, key, address } : undefined;
  }

  #drop(count: number): void {
    this.#discarded += count;
    this.#buffer = this.#buffer.subarray(count);
  }
}
