/** What a display is told in its address, for example `#token=…&counter=3&diagonal=15.6&distance=3000`. */
export interface Screen {
  /** The window this screen hangs over; none: the display of the whole hall. */
  readonly counterId: string | null;
  readonly diagonalInch: number | null;
  readonly distanceMm: number | null;
  /** `voice=on`: the display of the hall speaks the calls through the browser. */
  readonly speaks: boolean;
}

const KEY = 'songting.screen';

/** Answers what the address says. Without a word in it, what was said before the page was loaded again. */
export function takeScreen(page: Pick<Window, 'location' | 'sessionStorage'>): Screen {
  const { hash } = page.location;
  if (hash.length > 1) page.sessionStorage.setItem(KEY, hash);
  return readScreen(page.sessionStorage.getItem(KEY) ?? '');
}

/** A measure that is no sensible number is not believed: the hall's own holds. */
export function readScreen(hash: string): Screen {
  const fields = new URLSearchParams(hash.replace(/^#/, ''));
  return {
    counterId: fields.get('counter'),
    diagonalInch: within(fields.get('diagonal'), 5, 120),
    distanceMm: within(fields.get('distance'), 300, 30_000),
    speaks: fields.get('voice') === 'on',
  };
}

function within(text: string | null, least: number, most: number): number | null {
  const value = Number(text ?? NaN);
  return value >= least && value <= most ? value : null;
}
