/** A place where one types: it needs most keys for itself. */
export function inField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input') !== null;
}

/** Anything that has a use of its own for the space bar. */
export function inControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, select, a, input') !== null;
}

/** A stroke that is part of a shortcut, or that only composes a character, is not for the page. */
export function isPlainStroke(event: KeyboardEvent): boolean {
  return !event.ctrlKey && !event.altKey && !event.metaKey && !event.isComposing;
}
