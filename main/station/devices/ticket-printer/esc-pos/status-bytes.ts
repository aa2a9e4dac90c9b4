import { err, ok, type Result } from '../../../../../preload/contracts/result.ts';

/** The real-time questions DLE EOT n: 1 printer, 2 why offline, 3 error, 4 roll sensor. */
export type StatusQuery = 1 | 2 | 3 | 4;

export interface StatusFlags {
  1: { readonly online: boolean; readonly drawerPinHigh: boolean };
  2: {
    readonly coverOpen: boolean;
    readonly feedButton: boolean;
    readonly paperStop: boolean;
    readonly error: boolean;
  };
  3: {
    readonly mechanical: boolean;
    readonly cutter: boolean;
    readonly unrecoverable: boolean;
    readonly autoRecoverable: boolean;
  };
  4: { readonly nearEnd: boolean; readonly paperOut: boolean };
}

export interface NotAStatusByte {
  readonly kind: 'not-a-status-byte';
  readonly byte: number;
}

const DLE = 0x10;
const EOT = 0x04;

export function statusQuestion(query: StatusQuery): Uint8Array {
  return Uint8Array.of(DLE, EOT, query);
}

/** Fixed bits of a DLE EOT answer (Epson, Bixolon): bit 1 and 4 set, bit 0 and 7 clear. XON, XOFF and ASB fail this. */
export function isStatusByte(byte: number): boolean {
  return (byte & 0x93) === 0x12;
}

/** Do not share with ASB: bit 5 of answer 1 is "waiting for recovery" here, "cover open" there. */
const DECODERS: { readonly [Query in StatusQuery]: (byte: number) => StatusFlags[Query] } = {
  1: (byte) => ({ online: (byte & 0x08) === 0, drawerPinHigh: (byte & 0x04) !== 0 }),
  2: (byte) => ({
    coverOpen: (byte & 0x04) !== 0,
    feedButton: (byte & 0x08) !== 0,
    paperStop: (byte & 0x20) !== 0,
    error: (byte & 0x40) !== 0,
  }),
  3: (byte) => ({
    mechanical: (byte & 0x04) !== 0,
    cutter: (byte & 0x08) !== 0,
    unrecoverable: (byte & 0x20) !== 0,
    autoRecoverable: (byte & 0x40) !== 0,
  }),
  4: (byte) => ({ nearEnd: (byte & 0x0c) !== 0, paperOut: (byte & 0x60) !== 0 }),
};

/** What one answer byte says. */
export function decodeStatusByte<Query extends StatusQuery>(
  query: Query,
  byte: number,
): Result<StatusFlags[Query], NotAStatusByte> {
  return isStatusByte(byte) ? ok(DECODERS[query](byte)) : err({ kind: 'not-a-status-byte', byte });
}
