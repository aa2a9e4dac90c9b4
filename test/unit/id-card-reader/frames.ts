/** Composes frames by hand, apart from the product's own encoder, so that one cannot hide the other's mistake. */
export type Piece = readonly [offset: number, text: string];

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

export function frame(bodyHex: string): string {
  const body = Buffer.from(bodyHex, 'hex');
  const length = Buffer.from([(body.length + 1) >> 8, (body.length + 1) & 0xff]);
  const check = [...length, ...body].reduce((sum, byte) => sum ^ byte, 0);
  return hex(Buffer.concat([Buffer.from('aaaaaa9669', 'hex'), length, body, Buffer.from([check])]));
}

export function textBlock(pieces: readonly Piece[]): Buffer {
  const block = Buffer.alloc(256);
  for (let offset = 0; offset < 256; offset += 2) block.writeUInt16LE(0x20, offset);
  for (const [offset, text] of pieces) block.write(text, offset, 'utf16le');
  return block;
}

export function readFrame(
  pieces: readonly Piece[],
  photo: Uint8Array = Buffer.alloc(1024, 0x5a),
  fingerprint?: Uint8Array,
): string {
  const lengths = '01000400' + (fingerprint ? fingerprint.length.toString(16).padStart(4, '0') : '');
  return frame(
    '000090' + lengths + hex(textBlock(pieces)) + hex(photo) + hex(fingerprint ?? new Uint8Array()),
  );
}

export const CITIZEN: readonly Piece[] = [
  [0, '测试乙'],
  [30, '2'],
  [32, '01'],
  [36, '19560615'],
  [52, '北京市测试区样例路1号'],
  [122, '110199195606159020'],
  [158, '北京市公安局测试分局'],
  [188, '20160615'],
  [204, '20360615'],
];

export const FIND_REPLY = frame('00009f00000000');
export const SELECT_REPLY = frame('0000900000000000000000');
export const NO_CARD_REPLY = frame('000080');
export const FIND = 'aaaaaa96690003200122';
export const SELECT = 'aaaaaa96690003200221';
export const READ = 'aaaaaa96690003300132';
