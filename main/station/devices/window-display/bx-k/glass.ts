import { clustersOf, columnsOf, columnsOfCluster } from '../../ticket-printer/text/columns.ts';
import { COLUMN_PIXELS, ROW_PIXELS, type DisplaySize } from '../call-text.ts';
import type { BoardArea } from './area.ts';
import { decodeText } from './styled-text.ts';

export interface ShownArea extends BoardArea {
  /** Page by page, row by row: what a person before the panel reads. What is too wide is cut off, as on glass. */
  readonly pages: readonly (readonly string[])[];
}

/** What a panel of the 16-dot font shows of the areas it was given. Other fonts are read, and shown in the same size. */
export class Glass {
  readonly #size: DisplaySize;
  readonly #areas = new Map<number, ShownArea>();

  constructor(size: DisplaySize) {
    this.#size = size;
  }

  get areas(): readonly ShownArea[] {
    return [...this.#areas.values()].sort((a, b) => a.location - b.location);
  }

  /** Everything that can be read, in the order of the areas; pages one below the other. */
  get text(): string {
    return this.areas.flatMap(({ pages }) => pages.flat()).join('\n');
  }

  put(area: BoardArea): void {
    const width = Math.min(area.width, this.#size.width - area.x);
    const height = Math.min(area.height, this.#size.height - area.y);
    const rows = Math.floor(height / ROW_PIXELS);
    const columns = Math.floor(width / COLUMN_PIXELS);
    const lines = decodeText(area.text).text.split('\n');
    const cut = lines.map((line) => cutTo(line, columns));
    const pages = rows < 1 ? [] : chunksOf(cut, rows);
    this.#areas.set(area.location, { ...area, pages });
  }

  deleteAreas(locations: 'all' | readonly number[]): void {
    if (locations === 'all') this.#areas.clear();
    else for (const location of locations) this.#areas.delete(location);
  }
}

function cutTo(line: string, columns: number): string {
  if (columnsOf(line) <= columns) return line;
  let width = 0;
  const seen = clustersOf(line).filter((cluster) => (width += columnsOfCluster(cluster)) <= columns);
  return seen.join('');
}

function chunksOf(rows: readonly string[], size: number): string[][] {
  const pages: string[][] = [];
  for (let at = 0; at < rows.length; at += size) pages.push(rows.slice(at, at + size));
  return pages;
}
