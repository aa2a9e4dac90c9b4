import { alignmentOf, figure, type EscPosOp } from './ops.ts';

/** Commands of fixed length: how many bytes follow the two of the name, and what they mean. */
interface FixedCommand {
  readonly parameters: number;
  readonly op: (first: number, second: number) => EscPosOp;
}

const on = (byte: number): boolean => (byte & 1) !== 0;
const LEVELS = 'LMQH';

/** ESC (1B). */
export const ESC_COMMANDS: Readonly<Record<number, FixedCommand>> = {
  0x21: { parameters: 1, op: (mode) => ['printMode', mode] },
  0x2d: { parameters: 1, op: (dots) => ['underline', figure(dots)] },
  0x32: { parameters: 0, op: () => ['lineSpacing', 'default'] },
  0x33: { parameters: 1, op: (dots) => ['lineSpacing', dots] },
  0x40: { parameters: 0, op: () => ['init'] },
  0x42: { parameters: 2, op: (times, length) => ['beep', times, length] },
  0x45: { parameters: 1, op: (byte) => ['bold', on(byte)] },
  0x4a: { parameters: 1, op: (dots) => ['feedDots', dots] },
  0x4d: { parameters: 1, op: (font) => ['font', figure(font)] },
  0x52: { parameters: 1, op: (set) => ['internationalSet', set] },
  0x61: { parameters: 1, op: (byte) => ['align', alignmentOf(byte)] },
  0x64: { parameters: 1, op: (lines) => ['feedLines', lines] },
  0x74: { parameters: 1, op: (page) => ['codePage', page] },
  0x7b: { parameters: 1, op: (byte) => ['upsideDown', on(byte)] },
};

/** FS (1C). */
export const FS_COMMANDS: Readonly<Record<number, FixedCommand>> = {
  0x0e: { parameters: 0, op: () => ['chineseDoubleWidth', true] },
  0x14: { parameters: 0, op: () => ['chineseDoubleWidth', false] },
  0x21: { parameters: 1, op: (mode) => ['chineseMode', mode] },
  0x26: { parameters: 0, op: () => ['chinese', true] },
  0x2e: { parameters: 0, op: () => ['chinese', false] },
};

/** GS (1D), those of fixed length. */
export const GS_COMMANDS: Readonly<Record<number, FixedCommand>> = {
  0x21: { parameters: 1, op: (byte) => ['size', ((byte >> 4) & 7) + 1, (byte & 7) + 1] },
  0x42: { parameters: 1, op: (byte) => ['invert', on(byte)] },
  0x48: { parameters: 1, op: (position) => ['hri', figure(position)] },
  0x61: { parameters: 1, op: (byte) => ['automaticStatus', byte] },
  0x66: { parameters: 1, op: (font) => ['hriFont', figure(font)] },
  0x68: { parameters: 1, op: (dots) => ['barHeight', dots] },
  0x72: { parameters: 1, op: (query) => ['statusRequest', figure(query)] },
  0x77: { parameters: 1, op: (dots) => ['barWidth', dots] },
};

/** DLE (10): carried out at once, wherever they stand. */
export const DLE_COMMANDS: Readonly<Record<number, FixedCommand>> = {
  0x04: { parameters: 1, op: (query) => ['dleEot', query] },
  0x05: { parameters: 1, op: (request) => ['dleEnq', request] },
};

export const levelOf = (byte: number): string => LEVELS[figure(byte)] ?? '?';
