import type { ThermalPrinter } from 'node-thermal-printer';
import { unreachable } from '../../../../../preload/contracts/result.ts';
import type { PaperBlock, PaperDocument } from '../paper-document.ts';
import type { PaperSettings } from '../ticket-paper.ts';
import { encodeLine } from '../text/charset.ts';
import { CELL_WIDTH_DOTS, type GlyphPainter } from '../text/glyphs.ts';
import { blankBitmap, copyInto, type Bitmap } from '../text/scan-convert.ts';
import { bytesOf, createBuilder } from './builder.ts';
import type { Align } from './ops.ts';
import { rasterCommands } from './raster.ts';
import { code128Commands, qrCommands } from './symbols.ts';

const FS_CHINESE_MODE = Buffer.from([0x1c, 0x26]);
/** GS V 66 0: feed to the cutter, partial cut. The library's own cut() resets every mode behind it. */
const CUT = Buffer.from([0x1d, 0x56, 0x42, 0x00]);
const feedDots = (dots: number): Buffer => Buffer.from([0x1b, 0x4a, Math.min(255, dots)]);
/** GS ! n: width in the high half. The library has the two the other way round. */
const size = (width: number, height: number): Buffer =>
  Buffer.from([0x1d, 0x21, ((width - 1) << 4) | (height - 1)]);

const QR_CELL_DOTS_NARROW = 5;
const QR_CELL_DOTS_WIDE = 6;
const NARROW_COLUMNS = 32;

type Line = Extract<PaperBlock, { kind: 'line' }>;

/**
 * The bytes of a paper: ESC @, Chinese mode, the blocks. A line with a character outside the declared set goes out
 * whole as a picture, so that text and rare characters stay in order.
 */
export function encodeDocument(
  document: PaperDocument,
  settings: PaperSettings,
  painter: GlyphPainter,
): Uint8Array {
  const builder = createBuilder(settings.columns);
  builder.add(Buffer.from([0x1b, 0x40]));
  builder.add(FS_CHINESE_MODE); // some models leave Chinese mode at ESC @
  for (const block of document) encodeBlock(builder, block, settings, painter);
  return bytesOf(builder);
}

function encodeBlock(
  builder: ThermalPrinter,
  block: PaperBlock,
  settings: PaperSettings,
  painter: GlyphPainter,
): void {
  switch (block.kind) {
    case 'line':
      return encodeTextLine(builder, block, settings, painter);
    case 'gap':
      return builder.add(feedDots(block.dots));
    case 'rule':
      align(builder, 'left');
      builder.add(size(1, 1));
      return builder.drawLine('-');
    case 'picture':
      return encodePicture(builder, block.bitmap, settings);
    case 'qr':
      align(builder, 'center');
      builder.add(qrCommands(block.text, qrCell(settings)));
      return builder.newLine();
    case 'barcode':
      align(builder, 'center');
      builder.add(code128Commands(block.text));
      return builder.newLine();
    case 'cut':
      return builder.add(CUT);
    default:
      return unreachable(block);
  }
}

function encodeTextLine(
  builder: ThermalPrinter,
  line: Line,
  settings: PaperSettings,
  painter: GlyphPainter,
): void {
  const text = encodeLine(line.text, settings.charset);
  if (text === undefined) {
    align(builder, 'left');
    addRaster(builder, painter.paintLine(line.text, line, settings.columns, line.align));
    return;
  }
  align(builder, line.align);
  builder.bold(line.bold);
  builder.add(size(line.width, line.height));
  builder.add(text);
  builder.newLine();
}

/** As wide as the paper: not every printer heeds the alignment of a raster picture. */
function encodePicture(builder: ThermalPrinter, bitmap: Bitmap, { columns }: PaperSettings): void {
  const paper = blankBitmap(columns * CELL_WIDTH_DOTS, bitmap.height);
  copyInto(paper, bitmap, Math.max(0, Math.floor((paper.width - bitmap.width) / 2)));
  align(builder, 'left');
  addRaster(builder, paper);
}

function addRaster(builder: ThermalPrinter, bitmap: Bitmap): void {
  rasterCommands(bitmap).forEach((strip) => builder.add(Buffer.from(strip)));
}

function align(builder: ThermalPrinter, side: Align): void {
  if (side === 'center') builder.alignCenter();
  else if (side === 'right') builder.alignRight();
  else builder.alignLeft();
}

const qrCell = ({ columns }: PaperSettings): number =>
  columns === NARROW_COLUMNS ? QR_CELL_DOTS_NARROW : QR_CELL_DOTS_WIDE;
