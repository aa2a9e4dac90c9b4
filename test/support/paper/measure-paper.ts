import { decodeEscPos, type EscPosOp } from '../../../main/station/devices/ticket-printer/esc-pos/decoder.ts';
import { viewPaper } from '../../../main/station/devices/ticket-printer/esc-pos/paper-view.ts';

const DOTS_PER_MM = 8;
const POINTS_PER_DOT = 72 / 203;
const CELL_DOTS = 24;
/** A sixth of an inch: how far a line feed goes when nothing higher stands on the line. */
const LINE_SPACING_DOTS = 34;
/** Bytes that a QR code of level M holds, by version from 1 (ISO/IEC 18004, table 7). */
const QR_BYTES = [14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251];

export interface MeasuredLine {
  readonly text: string;
  /** The smaller of height and width, in points at 203 dpi. */
  readonly points: number;
}

/** Every line of words on the paper with its size, from a printer's bytes. Rules are no words. */
export function measuredLines(bytes: Uint8Array): MeasuredLine[] {
  return viewPaper(decodeEscPos(bytes)).flatMap((mark) => {
    if (mark.kind !== 'line' || /^-*$/.test(mark.text.trim())) return [];
    return [{ text: mark.text, points: Math.min(mark.width, mark.height) * CELL_DOTS * POINTS_PER_DOT }];
  });
}

/** How long the paper is from its first to its last dot, without the way to the cutter, which every model has of its own. */
export function millimetresOf(bytes: Uint8Array): number {
  let dots = 0;
  const state = { height: 1, isWritten: false, cell: 1, qrBytes: 0 };
  for (const op of decodeEscPos(bytes)) dots += dotsOf(op, state);
  return dots / DOTS_PER_MM;
}

interface Running {
  height: number;
  isWritten: boolean;
  cell: number;
  qrBytes: number;
}

function dotsOf(op: EscPosOp, state: Running): number {
  const [name] = op;
  if (name === 'size') state.height = Number(op[2]);
  if (name === 'text') state.isWritten = true;
  if (name === 'qrSize') state.cell = Number(op[1]);
  if (name === 'qrData') state.qrBytes = String(op[1]).length / 2;
  if (name === 'feedDots') return Number(op[1]);
  if (name === 'raster') return Number(op[3]);
  if (name === 'qrPrint') return qrModules(state.qrBytes) * state.cell;
  if (name !== 'lf') return 0;
  const height = state.isWritten ? state.height * CELL_DOTS : 0;
  state.isWritten = false;
  return Math.max(LINE_SPACING_DOTS, height);
}

const qrModules = (bytes: number): number => 21 + 4 * QR_BYTES.findIndex((most) => bytes <= most);
