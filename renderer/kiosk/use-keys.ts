import { onScopeDispose } from 'vue';

/** The verbs of the kiosk: a tactile pad, a keyboard or a switch is only another mapping onto them. */
export interface KeyVerbs {
  readonly back: () => void;
  readonly help?: () => void;
  readonly looks: () => void;
  readonly sound?: () => void;
  readonly again?: () => void;
  readonly slower?: () => void;
  readonly louder?: () => void;
  readonly pause?: () => void;
}

const STEP: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** What is read from right to left goes on to the left. */
function stepOf(key: string): number | undefined {
  const onward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  if (key === 'ArrowLeft' || key === 'ArrowRight') return key === onward ? 1 : -1;
  return STEP[key];
}

/**
 * The numeric pad by touch alone: 1 to 5 are the choices in their order, 0 leads back, 9 calls somebody. The 5 has the
 * dot that fingers find (EN 301 549, 5.5.2).
 */
const VERB_OF_KEY: Readonly<Record<string, keyof KeyVerbs>> = {
  Escape: 'back',
  Backspace: 'back',
  '0': 'back',
  '9': 'help',
  '7': 'looks',
  '8': 'sound',
  '*': 'again',
  '-': 'slower',
  '+': 'louder',
  '.': 'pause',
};

function reachable(selector: string): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(selector)].filter(
    (element) => element.closest('[inert]') === null && element.getClientRects().length > 0,
  );
}

function moveFocus(step: number): void {
  const buttons = reachable('button:not(:disabled):not([data-small])');
  if (buttons.length === 0) return;
  const at = buttons.findIndex((button) => button === document.activeElement);
  const next =
    at === -1 ? (step > 0 ? 0 : buttons.length - 1) : (at + step + buttons.length) % buttons.length;
  buttons[next]?.focus();
}

/** Choices as they stand on the screen; a screen that takes digits itself (a number is typed) keeps them. */
function choose(digit: number): void {
  reachable('[data-choice]:not(:disabled)')[digit - 1]?.click();
}

/** A screen on which letters are typed takes the last one back itself. */
const takesLetters = (): boolean => reachable('[data-takes-letters]').length > 0;
const takesDigits = (): boolean => reachable('[data-takes-digits]').length > 0;

/** Every screen works with a handful of keys: arrows move, Enter selects (the browser's own), digits choose. */
export function useKeys(verbs: KeyVerbs): void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    const step = stepOf(event.key);
    if (step !== undefined) {
      event.preventDefault();
      return moveFocus(step);
    }
    if (takesDigits() && (/^[\dXx]$/.test(event.key) || event.key === 'Backspace')) return;
    if (takesLetters() && event.key === 'Backspace') return;
    if (/^[1-5]$/.test(event.key)) return choose(Number(event.key));
    const verb = VERB_OF_KEY[event.key];
    if (verb !== undefined) verbs[verb]?.();
  };
  window.addEventListener('keydown', onKey);
  onScopeDispose(() => window.removeEventListener('keydown', onKey));
}
