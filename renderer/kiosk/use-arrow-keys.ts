import { onScopeDispose } from 'vue';

const STEP: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

function moveFocus(step: number): void {
  const buttons = [...document.querySelectorAll<HTMLElement>('button:not(:disabled)')].filter(
    (button) => button.closest('[inert]') === null,
  );
  if (buttons.length === 0) return;
  const at = buttons.findIndex((button) => button === document.activeElement);
  const next =
    at === -1 ? (step > 0 ? 0 : buttons.length - 1) : (at + step + buttons.length) % buttons.length;
  buttons[next]?.focus();
}

/** Every screen works with a handful of verbs: arrows move, Enter selects (the browser's own), Escape goes back. */
export function useArrowKeys(goBack: () => void): void {
  const onKey = (event: KeyboardEvent): void => {
    const step = STEP[event.key];
    if (step !== undefined) {
      event.preventDefault();
      moveFocus(step);
    } else if (event.key === 'Escape') goBack();
  };
  window.addEventListener('keydown', onKey);
  onScopeDispose(() => window.removeEventListener('keydown', onKey));
}
