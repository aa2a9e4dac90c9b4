/** Cell sizes that every model takes; a 29 x 29 symbol of 8-dot cells is 29 mm wide on paper. */
const QR_CELL_MIN = 1;
const QR_CELL_MAX = 8;
const QR_LEVEL_M = 0x31;
/** Enough for any ticket; keeps the length's high byte at 0 or 1, away from what a printer takes as real-time. */
const QR_MAX_BYTES = 250;
const CODE_128_MAX_CHARACTERS = 30;

const symbol = (...body: number[]): Buffer => Buffer.from([0x1d, 0x28, 0x6b, body.length, 0, ...body]);
const withoutControls = (text: string): string => text.replace(/\p{Cc}/gu, '');

/**
 * QR code, model 2, level M. The length counts UTF-8 bytes. Throws a RangeError for text of more than 250 bytes: no
 * ticket has it.
 */
export function qrCommands(text: string, cellDots: number): Buffer {
  const data = Buffer.from(withoutControls(text), 'utf8');
  if (data.length > QR_MAX_BYTES) throw new RangeError(`QR text of ${data.length} bytes`);
  const cell = Math.min(QR_CELL_MAX, Math.max(QR_CELL_MIN, Math.round(cellDots)));
  return Buffer.concat([
    symbol(0x31, 0x41, 0x32, 0),
    symbol(0x31, 0x43, cell),
    symbol(0x31, 0x45, QR_LEVEL_M),
    symbol(0x31, 0x50, 0x30, ...data),
    symbol(0x31, 0x51, 0x30),
  ]);
}

/** Code 128 set B, figures below. Printable ASCII, at most 30 characters; throws a RangeError otherwise. */
export function code128Commands(text: string): Buffer {
  if (!/^[\x20-\x7e]+$/.test(text) || text.length > CODE_128_MAX_CHARACTERS) {
    throw new RangeError('Code 128 takes up to 30 printable ASCII characters');
  }
  const data = Buffer.from(`{B${text.replaceAll('{', '{{')}`, 'ascii');
  const setup = [0x1d, 0x48, 2, 0x1d, 0x77, 2, 0x1d, 0x68, 80];
  return Buffer.concat([Buffer.from(setup), Buffer.from([0x1d, 0x6b, 0x49, data.length]), data]);
}
