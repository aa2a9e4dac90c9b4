import { alignmentOf, type Align, type EscPosOp } from './ops.ts';

/** What a person would see on the paper, from top to bottom. */
export type PaperMark =
  | {
      readonly kind: 'line';
      readonly text: string;
      /** The largest size on the line, as multiples of the 12 x 24 cell. */
      readonly width: number;
      readonly height: number;
      readonly bold: boolean;
      readonly align: Align;
    }
  | { readonly kind: 'picture'; readonly width: number; readonly height: number; readonly dots: string }
  | { readonly kind: 'qr'; readonly text: string }
  | { readonly kind: 'barcode'; readonly text: string }
  | { readonly kind: 'cut' };

interface Pen {
  width: number;
  height: number;
  bold: boolean;
  align: Align;
}

const freshPen = (): Pen => ({ width: 1, height: 1, bold: false, align: 'left' });

/** Follows a printer's commands and keeps what they leave on paper. */
export class PaperView {
  readonly #marks: PaperMark[] = [];
  #pen = freshPen();
  #line: { text: string; width: number; height: number; bold: boolean } | undefined;
  #qr = '';

  /** Everything so far; the line in the print buffer is not on paper yet. */
  get marks(): readonly PaperMark[] {
    return this.#marks;
  }

  apply(op: EscPosOp): void {
    const [name, first] = op;
    switch (name) {
      case 'text':
        return this.#write(String(first));
      case 'lf':
      case 'feedLines':
      case 'feedDots':
        return this.#endLine(name === 'lf');
      case 'raster':
        return this.#mark({
          kind: 'picture',
          width: Number(op[2]),
          height: Number(op[3]),
          dots: String(op[4]),
        });
      case 'qrData':
        this.#qr = String(op[2]);
        return;
      case 'qrPrint':
        return this.#mark({ kind: 'qr', text: this.#qr });
      case 'code128':
        return this.#mark({ kind: 'barcode', text: String(op[2]) });
      case 'barcode':
        return this.#mark({ kind: 'barcode', text: String(op[2]) });
      case 'cut':
        return this.#mark({ kind: 'cut' });
      default:
        return this.#setPen(name, op);
    }
  }

  #setPen(name: string, op: EscPosOp): void {
    if (name === 'init') {
      this.#pen = freshPen();
      this.#line = undefined; // ESC @ clears the print buffer
    }
    if (name === 'size') Object.assign(this.#pen, { width: Number(op[1]), height: Number(op[2]) });
    if (name === 'bold') this.#pen.bold = op[1] === true;
    if (name === 'align') this.#pen.align = op[1] === 'center' || op[1] === 'right' ? op[1] : alignmentOf(0);
  }

  #write(text: string): void {
    const { width, height, bold } = this.#pen;
    const before = this.#line ?? { text: '', width, height, bold };
    this.#line = {
      text: before.text + text,
      width: Math.max(before.width, width),
      height: Math.max(before.height, height),
      bold: before.bold || bold,
    };
  }

  #endLine(blankLineCounts: boolean): void {
    const { width, height, bold, align } = this.#pen;
    const line = this.#line ?? (blankLineCounts ? { text: '', width, height, bold } : undefined);
    this.#line = undefined;
    if (line !== undefined) this.#marks.push({ kind: 'line', ...line, align });
  }

  #mark(mark: PaperMark): void {
    this.#endLine(false);
    this.#marks.push(mark);
  }
}

export function viewPaper(ops: readonly EscPosOp[]): readonly PaperMark[] {
  const view = new PaperView();
  for (const op of ops) view.apply(op);
  return view.marks;
}

/** The paper in plain text: one mark a line. */
export function describeMark(mark: PaperMark): string {
  switch (mark.kind) {
    case 'line':
      return mark.text;
    case 'picture':
      return `[picture ${mark.width}x${mark.height}]`;
    case 'qr':
      return `[QR ${mark.text}]`;
    case 'barcode':
      return `[barcode ${mark.text}]`;
    case 'cut':
      return '[cut]';
  }
}
