/** A number of a rule, between two dates, both included. */
export interface DatedFigure {
  readonly id: string;
  readonly value: number;
  /** YYYY-MM-DD. */
  readonly from: string;
  /** Missing: until another rule comes. */
  readonly until?: string | undefined;
  /** Where the rule stands. */
  readonly source: string;
}

/** What is wrong with a table of figures, at which of its lines (from 1). */
export interface FigureFault {
  readonly line: number;
  readonly id: string;
  readonly fault:
    | { readonly kind: 'unknown-figure'; readonly known: readonly string[] }
    | { readonly kind: 'ends-before-it-begins' }
    /** On these days two lines would count. */
    | { readonly kind: 'overlaps'; readonly withLine: number };
}

/** Everything that keeps a table from being used; empty when nothing does. */
export function figureFaults(figures: readonly DatedFigure[], known: readonly string[]): FigureFault[] {
  return figures.flatMap(({ id, from, until }, at): FigureFault[] => {
    const line = at + 1;
    if (!known.includes(id)) return [{ line, id, fault: { kind: 'unknown-figure', known } }];
    if (until !== undefined && until < from) return [{ line, id, fault: { kind: 'ends-before-it-begins' } }];
    const other = figures.findIndex((earlier, place) => place < at && overlap(earlier, { id, from, until }));
    return other < 0 ? [] : [{ line, id, fault: { kind: 'overlaps', withLine: other + 1 } }];
  });
}

const FOREVER = '9999-12-31';

function overlap(
  one: Pick<DatedFigure, 'id' | 'from' | 'until'>,
  other: Pick<DatedFigure, 'id' | 'from' | 'until'>,
): boolean {
  return one.id === other.id && one.from <= (other.until ?? FOREVER) && other.from <= (one.until ?? FOREVER);
}

/** The figure in force on a date, the first one that is found; undefined where no rule says anything for that day. */
export function figureOn(figures: readonly DatedFigure[], id: string, on: string): DatedFigure | undefined {
  return figures.find((one) => one.id === id && one.from <= on && on <= (one.until ?? FOREVER));
}
