import type { PageShell } from '../../preload/contracts/page-shell.ts';

/** Where a page's services are, and with which token to speak to them. No token: the shell adds it on the way. */
export interface Address {
  readonly hall: string;
  readonly station: string;
  readonly token: string | null;
}

declare global {
  interface Window {
    readonly shell?: PageShell;
  }
}

const TOKEN_KEY = 'songting.token';
const COUNTER_KEY = 'songting.counter';

/** What a page reads from its address bar's fragment, for example `#token=abc&counter=3`. */
export interface Fragment {
  readonly token: string | null;
  readonly counter: string | null;
}

export function readFragment(hash: string): Fragment {
  const fields = new URLSearchParams(hash.replace(/^#/, ''));
  return { token: fields.get('token'), counter: fields.get('counter') };
}

/**
 * Moves the fragment into the session and cleans the address bar, so that a token is neither seen over a shoulder nor
 * kept in the browser's history. Survives a reload.
 */
export function takeFragment(page: Window): Fragment {
  const given = readFragment(page.location.hash);
  if (given.token !== null) page.sessionStorage.setItem(TOKEN_KEY, given.token);
  if (given.counter !== null) page.sessionStorage.setItem(COUNTER_KEY, given.counter);
  if (page.location.hash !== '')
    page.history.replaceState(null, '', page.location.pathname + page.location.search);
  return { token: page.sessionStorage.getItem(TOKEN_KEY), counter: page.sessionStorage.getItem(COUNTER_KEY) };
}

export function rememberCounter(page: Window, counterId: string): void {
  page.sessionStorage.setItem(COUNTER_KEY, counterId);
}

export function forgetCounter(page: Window): void {
  page.sessionStorage.removeItem(COUNTER_KEY);
}

/** In Electron the shell knows; in a plain browser the page came from its own service. */
export async function findAddress(page: Window, token: string | null): Promise<Address> {
  if (page.shell === undefined) return { hall: page.location.origin, station: page.location.origin, token };
  const { hall, station } = await page.shell.address();
  return { hall, station, token: null };
}
