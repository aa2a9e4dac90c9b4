export interface RealTimeCommand {
  readonly kind: 'status' | 'recover';
  readonly parameter: number;
}

export interface SplitStream {
  readonly commands: readonly RealTimeCommand[];
  /** The bytes that go into the receive buffer. */
  readonly rest: Uint8Array;
}

const DLE = 0x10;
const KINDS: Readonly<Record<number, RealTimeCommand['kind']>> = { 0x04: 'status', 0x05: 'recover' };

/**
 * Picks DLE EOT n and DLE ENQ n out of what arrives, as a printer's interface does: at once, wherever they stand,
 * also in the middle of a picture. A command that is cut in two between chunks waits for its rest.
 */
export class RealTimeFilter {
  #held: number[] = [];

  split(chunk: Uint8Array): SplitStream {
    const commands: RealTimeCommand[] = [];
    const rest: number[] = [];
    for (const byte of chunk) {
      this.#held.push(byte);
      const [first, second, parameter] = this.#held;
      const kind = KINDS[second ?? -1];
      if (first === DLE && second === undefined) continue;
      if (first === DLE && kind !== undefined && parameter === undefined) continue;
      if (
        first === DLE &&
        kind !== undefined &&
        parameter !== undefined &&
        parameter >= 1 &&
        parameter <= 4
      ) {
        commands.push({ kind, parameter });
      } else {
        rest.push(...this.#held);
      }
      this.#held = [];
    }
    return { commands, rest: Uint8Array.from(rest) };
  }
}
