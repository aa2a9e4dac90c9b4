import { figure, hexOf, littleEndian, type EscPosOp, type ReadOp } from './ops.ts';
import { levelOf } from './read-escape.ts';

/** Commands that carry data: GS V, GS v 0, GS ( k, GS k. `undefined`: the rest has not come yet. */
export function readGraphic(bytes: Uint8Array): ReadOp | 'unknown' | undefined {
  switch (bytes[1]) {
    case 0x28:
      return readSymbol(bytes);
    case 0x56:
      return readCut(bytes);
    case 0x6b:
      return readBarcode(bytes);
    case 0x76:
      return readRaster(bytes);
    default:
      return 'unknown';
  }
}

function readCut(bytes: Uint8Array): ReadOp | 'unknown' | undefined {
  const mode = bytes[2];
  if (mode === undefined) return undefined;
  if (mode !== 0x41 && mode !== 0x42) {
    return { op: ['cut', (mode & 1) === 1 ? 'partial' : 'full'], length: 3 };
  }
  const feed = bytes[3];
  return feed === undefined
    ? undefined
    : { op: ['cut', mode === 0x42 ? 'partial' : 'full', feed], length: 4 };
}

const RASTER_HEADER_BYTES = 8;

function readRaster(bytes: Uint8Array): ReadOp | 'unknown' | undefined {
  if (bytes.length < RASTER_HEADER_BYTES) return undefined;
  if (bytes[2] !== 0x30) return 'unknown';
  const bytesPerRow = littleEndian(bytes[4], bytes[5]);
  const height = littleEndian(bytes[6], bytes[7]);
  const length = RASTER_HEADER_BYTES + bytesPerRow * height;
  if (bytes.length < length) return undefined;
  const data = hexOf(bytes.subarray(RASTER_HEADER_BYTES, length));
  return { op: ['raster', figure(bytes[3] ?? 0), bytesPerRow * 8, height, data], length };
}

const SYMBOL_HEADER_BYTES = 5;
const QR_SYMBOL = 0x31;

/** GS ( k pL pH cn fn …: the length counts bytes, not characters. */
function readSymbol(bytes: Uint8Array): ReadOp | 'unknown' | undefined {
  if (bytes.length < SYMBOL_HEADER_BYTES) return undefined;
  if (bytes[2] !== 0x6b) return 'unknown';
  const length = SYMBOL_HEADER_BYTES + littleEndian(bytes[3], bytes[4]);
  if (bytes.length < length) return undefined;
  return { op: symbolOp(bytes.subarray(SYMBOL_HEADER_BYTES, length)), length };
}

function symbolOp(body: Uint8Array): EscPosOp {
  const [symbol = 0, command = 0, first = 0] = body;
  if (symbol !== QR_SYMBOL) return ['symbol', hexOf(body)];
  switch (command) {
    case 0x41:
      return ['qrModel', figure(first)];
    case 0x43:
      return ['qrSize', first];
    case 0x45:
      return ['qrLevel', levelOf(first)];
    case 0x50:
      return ['qrData', hexOf(body.subarray(3)), new TextDecoder().decode(body.subarray(3))];
    case 0x51:
      return ['qrPrint'];
    default:
      return ['symbol', hexOf(body)];
  }
}

const CODE_128 = 73;
const FIRST_COUNTED_BARCODE = 65;

function readBarcode(bytes: Uint8Array): ReadOp | undefined {
  const [, , kind, count] = bytes;
  if (kind === undefined || count === undefined) return undefined;
  if (kind < FIRST_COUNTED_BARCODE) return readTerminatedBarcode(bytes, kind);
  if (bytes.length < 4 + count) return undefined;
  const data = Buffer.from(bytes.subarray(4, 4 + count)).toString('latin1');
  const isCode128 = kind === CODE_128 && data.startsWith('{');
  const op: EscPosOp = isCode128 ? ['code128', data.slice(1, 2), data.slice(2)] : ['barcode', kind, data];
  return { op, length: 4 + count };
}

function readTerminatedBarcode(bytes: Uint8Array, kind: number): ReadOp | undefined {
  const end = bytes.indexOf(0, 3);
  if (end < 0) return undefined;
  const data = Buffer.from(bytes.subarray(3, end)).toString('latin1');
  return { op: ['barcode', kind, data], length: end + 1 };
}
