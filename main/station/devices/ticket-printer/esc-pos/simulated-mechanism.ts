import { EscPosDecoder, type EscPosOp } from './decoder.ts';
import { PaperView, type PaperMark } from './paper-view.ts';

export interface MechanismState {
  paper: 'full' | 'near-end' | 'out';
  cover: 'closed' | 'open';
  error: boolean;
}

export interface SimulatedPaper {
  /** Commands up to and with the cut; without one when the paper is still in the printer. */
  readonly ops: readonly EscPosOp[];
  readonly marks: readonly PaperMark[];
}

const bits = (...on: (number | false)[]): number => on.reduce<number>((sum, bit) => sum | Number(bit), 0x12);

/**
 * The part of a printer behind its receive buffer: takes one command after another while it has paper, stops where it
 * runs out, and goes on from there when paper is back. Like many models it leaves Chinese mode at ESC @.
 */
export class SimulatedMechanism {
  readonly state: MechanismState = { paper: 'full', cover: 'closed', error: false };
  readonly papers: SimulatedPaper[] = [];
  readonly #answer: (byte: number) => void;
  #decoder = new EscPosDecoder({ initDropsChinese: true, chineseAtPowerOn: false });
  #ops: EscPosOp[] = [];
  #bufferedBytes = 0;
  #linesLeft = Number.POSITIVE_INFINITY;

  constructor(answer: (byte: number) => void) {
    this.#answer = answer;
  }

  get halted(): boolean {
    return this.state.paper === 'out' || this.state.cover === 'open' || this.state.error;
  }

  get bufferedBytes(): number {
    return this.#bufferedBytes;
  }

  /** What stands on the paper that is still in the printer. */
  get unfinished(): SimulatedPaper {
    return paperOf(this.#ops);
  }

  /** Paper ends after so many more line feeds or pictures. */
  runOutAfterLines(lines: number): void {
    this.#linesLeft = lines;
  }

  take(bytes: Uint8Array): void {
    this.#bufferedBytes += bytes.length;
    this.#decoder.feed(bytes);
    this.work();
  }

  work(): void {
    while (!this.halted) {
      const op = this.#decoder.next();
      if (op === undefined) break;
      this.#carryOut(op);
    }
    if (!this.halted) this.#bufferedBytes = 0;
  }

  /** DLE ENQ 2: forgets what it holds; the paper so far stays in the printer. */
  clearBuffer(): void {
    this.#decoder = new EscPosDecoder({ initDropsChinese: true, chineseAtPowerOn: false });
    this.#bufferedBytes = 0;
  }

  /** The byte that answers DLE EOT n now. */
  statusByte(query: number): number {
    const { paper, cover, error } = this.state;
    if (query === 1) return bits(this.halted && 0x08);
    if (query === 2) return bits(cover === 'open' && 0x04, paper === 'out' && 0x20, error && 0x40);
    if (query === 3) return bits(error && 0x20);
    return bits(paper !== 'full' && 0x0c, paper === 'out' && 0x60);
  }

  #carryOut(op: EscPosOp): void {
    if (op[0] === 'statusRequest') return this.#answer(this.state.paper === 'near-end' ? 0x03 : 0x00);
    this.#ops.push(op);
    if (op[0] === 'cut') this.papers.push(paperOf(this.#ops.splice(0)));
    if ((op[0] === 'lf' || op[0] === 'raster') && (this.#linesLeft -= 1) === 0) this.state.paper = 'out';
  }
}

function paperOf(ops: readonly EscPosOp[]): SimulatedPaper {
  const view = new PaperView();
  for (const op of ops) view.apply(op);
  return { ops: [...ops], marks: [...view.marks] };
}
