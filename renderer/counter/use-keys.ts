import { onScopeDispose } from 'vue';
import { SAME_TOUCH_MS } from '../shared/same-touch.ts';
import { useStaff } from '../shared/sign-in/staff-store.ts';
import { actionForKey, NEXT_ACTION_KEY, OWN_KEYS } from './actions.ts';
import { useClerk } from './clerk-store.ts';

/** Keys of the counter that a field of text needs for itself. */
const EDITING_KEYS: ReadonlySet<string> = new Set(['Insert', 'End']);

function inControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, select, a, input') !== null;
}

function inField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input') !== null;
}

/** Function keys and the space bar do what is written on the buttons, wherever the focus is. */
export function useKeys(): void {
  const clerk = useClerk();
  const staff = useStaff();
  let lastMs = Number.NEGATIVE_INFINITY;

  function onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey || clerk.standing === null || !staff.signedIn) return;
    if (event.key === 'Escape' && !event.isComposing) clerk.panel = null;
    if (event.key === NEXT_ACTION_KEY && (inControl(event.target) || clerk.panel !== null)) return; // the focused button's own key
    if (EDITING_KEYS.has(event.key) && inField(event.target)) return;
    if (OWN_KEYS.has(event.key) || event.key === NEXT_ACTION_KEY) event.preventDefault();
    const action = actionForKey(event.key, clerk.standing);
    const now = performance.now();
    // A key held down, or hit twice by a hurried hand, is one step: the second would already mean the next thing.
    if (action === null || event.repeat || now - lastMs < SAME_TOUCH_MS) return;
    lastMs = now;
    void clerk.act(action);
  }
  window.addEventListener('keydown', onKey);
  onScopeDispose(() => window.removeEventListener('keydown', onKey));
}
