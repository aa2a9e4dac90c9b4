/** One thing that is read aloud at a time, and where it stands on the screen. */
export interface SpokenPart {
  readonly text: string;
  /** Heard through headphones only (EN 301 549, 5.1.3.9). */
  readonly isPrivate: boolean;
  readonly element: Element;
}

/** What is added to what is written: which key chooses a button, and that it is chosen. */
export interface SpokenWords {
  readonly withKey: (key: string, text: string) => string;
  readonly chosen: (text: string) => string;
}

/** What carries a sentence of its own. Whatever text stands outside of these is found all the same. */
const CARRIERS = 'h1, h2, h3, p, li, button, label, dt, dd';
/** Keys of a keyboard: each is heard when the focus comes to it, nobody wants to hear the alphabet. */
const READ_WHEN_REACHED = '[data-read-when-reached]';
const NOT_READ = '[aria-hidden="true"], svg, style, script, .simulated, [data-strip]';

/**
 * Everything that a screen says, in the order in which it stands there: that is the order of reading. Nothing is
 * listed by hand, so that no screen, value or error can be forgotten.
 */
export function spokenParts(roots: readonly Element[], words: SpokenWords): readonly SpokenPart[] {
  return roots.flatMap((root) => partsWithin(root, words));
}

/** One element alone: what the arrow keys have come to. */
export function spokenPart(element: Element, words: SpokenWords): SpokenPart | undefined {
  const text = withState(element, plainText(element), words);
  const isPrivate =
    element.closest('[data-private]') !== null || element.querySelector('[data-private]') !== null;
  return text === '' ? undefined : { text, isPrivate, element };
}

function partsWithin(element: Element, words: SpokenWords): SpokenPart[] {
  if (element.matches(`${NOT_READ}, ${READ_WHEN_REACHED}`) || isHidden(element)) return [];
  if (!isOnePart(element)) return [...element.children].flatMap((child) => partsWithin(child, words));
  const part = spokenPart(element, words);
  return part === undefined ? [] : [part];
}

/** A carrier, or loose text; but not what holds further carriers, or something private beside what is not. */
function isOnePart(element: Element): boolean {
  const holdsMore =
    element.querySelector(CARRIERS) !== null ||
    (element.querySelector('[data-private]') !== null && element.closest('[data-private]') === null);
  if (holdsMore && !element.matches('button')) return false;
  return element.matches(CARRIERS) || ownText(element) !== '' || element.children.length === 0;
}

/** Texts of one element side by side are heard with a rest between them, not as one word. */
function plainText(element: Element): string {
  const pieces: string[] = [];
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = (node.textContent ?? '').replace(/\s+/g, ' ').trim();
    if (text !== '' && node.parentElement?.closest(NOT_READ) === null) pieces.push(text);
  }
  return pieces.join('，').replace(/([，。！？：、；,.!?:;])，/g, '$1');
}

function withState(element: Element, text: string, words: SpokenWords): string {
  if (text === '' || !(element instanceof HTMLButtonElement)) return text;
  const chosen = element.getAttribute('aria-pressed') === 'true' ? words.chosen(text) : text;
  const key = keyOf(element);
  return key === undefined ? chosen : words.withKey(key, chosen);
}

/** The digit that chooses it: its place among the choices that can be seen, or the one its button always has. */
export function keyOf(button: HTMLElement): string | undefined {
  if (button.dataset['key'] !== undefined) return button.dataset['key'];
  if (!('choice' in button.dataset)) return undefined;
  const choices = [...document.querySelectorAll<HTMLElement>('[data-choice]:not(:disabled)')];
  const at = choices.filter((choice) => choice.getClientRects().length > 0).indexOf(button);
  return at >= 0 && at < 5 ? String(at + 1) : undefined;
}

function ownText(element: Element): string {
  return [...element.childNodes]
    .filter((node) => node.nodeType === Node.TEXT_NODE)
    .map((node) => node.textContent ?? '')
    .join('')
    .trim();
}

/** Not displayed, or not to be used now: what cannot be chosen is not offered by ear. */
function isHidden(element: Element): boolean {
  return element.getClientRects().length === 0 || (element instanceof HTMLButtonElement && element.disabled);
}
