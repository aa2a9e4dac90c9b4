/** One command as it stands in the stream: its name, then what it says. */
export type EscPosOp = readonly [name: string, ...details: (string | number | boolean)[]];

/** What the reader must remember from one command to the next. */
export interface ReaderState {
  /** Two bytes from 81 hex make a hanzi. Chinese-market printers power up so; FS & and FS . switch it. */
  readonly chinese: boolean;
}

export interface ReadOp {
  readonly op: EscPosOp;
  readonly length: number;
}

export type Align = 'left' | 'center' | 'right';

const ALIGNMENTS: readonly Align[] = ['left', 'center', 'right'];
/** Parameters may be the number or its ASCII figure (Epson). */
export const figure = (byte: number): number => (byte >= 0x30 && byte <= 0x39 ? byte - 0x30 : byte);
export const alignmentOf = (byte: number): Align => ALIGNMENTS[figure(byte)] ?? 'left';
export const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
export const littleEndian = (low = 0, high = 0): number => low + high * 256;
