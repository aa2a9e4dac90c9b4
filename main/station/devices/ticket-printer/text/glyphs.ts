import { join } from 'node:path';
import * as fontkit from 'fontkit';
import type { Font } from 'fontkit';
import { resourcesFolder } from '../../../../foundation/resources.ts';
import { clustersOf, columnsOfCluster } from './columns.ts';
import { contoursOf } from './outlines.ts';
import { blankBitmap, copyInto, fillContours, setDot, type Bitmap, type Contour } from './scan-convert.ts';

/** Dots of a printer's half-width cell at size 1: font A is 12 x 24, hanzi are 24 x 24. */
export const CELL_WIDTH_DOTS = 12;
export const CELL_HEIGHT_DOTS = 24;

/** Where the glyph's square sits on the base line, as shares of the em: the ideographic em box. */
const EM_BOTTOM = 0.12;

export interface GlyphSize {
  /** Multiples of the cell, as GS ! has them: 1 to 8. */
  readonly width: number;
  readonly height: number;
}

export interface GlyphPainter {
  /** One line as a picture of `columns` columns, every character in the cell where text would have it. */
  paintLine(line: string, size: GlyphSize, columns: number, align: 'left' | 'center' | 'right'): Bitmap;
}

const ticketFontFile = (): string => join(resourcesFolder(), 'fonts', 'NotoSansSC-Regular.woff2');

const CACHED_GLYPHS = 512;

/** The font (8 MB) is opened when the first rare character comes: most days never need it. Throws if it is missing. */
export function createGlyphPainter(fontFile: string = ticketFontFile()): GlyphPainter {
  let font: Font | undefined;
  const cache = new Map<string, Bitmap>();
  const glyph = (cluster: string, size: GlyphSize): Bitmap => {
    const key = `${size.width}x${size.height} ${cluster}`;
    const cached = cache.get(key);
    if (cached !== undefined) return cached;
    font ??= openFont(fontFile);
    const painted = paintCluster(font, cluster, size);
    if (cache.size >= CACHED_GLYPHS) cache.clear();
    cache.set(key, painted);
    return painted;
  };

  return {
    paintLine(line, size, columns, align) {
      const cell = CELL_WIDTH_DOTS * size.width;
      const picture = blankBitmap(columns * CELL_WIDTH_DOTS, CELL_HEIGHT_DOTS * size.height);
      const clusters = clustersOf(line);
      const used = clusters.reduce((sum, cluster) => sum + columnsOfCluster(cluster), 0) * cell;
      const spare = Math.max(0, picture.width - used);
      let x = align === 'left' ? 0 : align === 'right' ? spare : Math.floor(spare / 2);
      for (const cluster of clusters) {
        copyInto(picture, glyph(cluster, size), x);
        x += columnsOfCluster(cluster) * cell;
      }
      return picture;
    },
  };
}

function openFont(fontFile: string): Font {
  const opened = fontkit.openSync(fontFile);
  if (!('glyphForCodePoint' in opened)) throw new Error(`${fontFile} holds several fonts`);
  return opened;
}

function paintCluster(font: Font, cluster: string, size: GlyphSize): Bitmap {
  const width = columnsOfCluster(cluster) * CELL_WIDTH_DOTS * size.width;
  const height = CELL_HEIGHT_DOTS * size.height;
  const points = Array.from(cluster, (character) => character.codePointAt(0) ?? 0);
  if (points.some((point) => !font.hasGlyphForCodePoint(point))) return emptyBox(width, height);
  const contours = points.flatMap((point) => placedContours(font, point, size, width));
  return fillContours(contours, width, height);
}

/** Narrower glyphs (é, ǹ) are centred in their cell; scaled like the printer's own font, width and height apart. */
function placedContours(font: Font, codePoint: number, size: GlyphSize, width: number): Contour[] {
  const glyph = font.glyphForCodePoint(codePoint);
  const em = font.unitsPerEm;
  const height = CELL_HEIGHT_DOTS * size.height;
  const scaleY = height / em;
  const scaleX = Math.min((CELL_HEIGHT_DOTS * size.width) / em, width / Math.max(1, glyph.advanceWidth));
  const left = (width - glyph.advanceWidth * scaleX) / 2;
  return contoursOf(glyph.path.commands, (x, y) => ({
    x: left + x * scaleX,
    y: height - (y + EM_BOTTOM * em) * scaleY,
  }));
}

/** What the reader of the ticket sees for a character that the font does not have: clearly a gap, never a wrong word. */
function emptyBox(width: number, height: number): Bitmap {
  const box = blankBitmap(width, height);
  for (let x = 2; x < width - 2; x += 1) [2, height - 3].forEach((y) => setDot(box, x, y));
  for (let y = 2; y < height - 2; y += 1) [2, width - 3].forEach((x) => setDot(box, x, y));
  return box;
}
