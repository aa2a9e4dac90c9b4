import { onScopeDispose } from 'vue';
import { SAME_TOUCH_MS } from '../../shared/same-touch.ts';
import { useStaff } from '../../shared/sign-in/staff-store.ts';
import { useClerk } from '../stores/clerk-store.ts';
import { actionForKey, NEXT_ACTION_KEY, OWN_KEYS } from './actions.ts';
import { inControl, inField, isPlainStroke } from './fields.ts';

/** Keys of the counter that a field of text needs for itself. */
const EDITING_KEYS: ReadonlySet<string> = new Set([
  'Insert',
  'Delete',
  'Home',
  'End',
  'Backspace',
  '+',
  '*',
  '-',
]);

/** Function keys and the space bar do what is written on the buttons, wherever the focus is. Escape goes back. */
export function useKeys(): void {
  const clerk = useClerk();
  const staff = useStaff();
  let lastMs = Number.NEGATIVE_INFINITY;

  function isOthers({ key, target }: KeyboardEvent): boolean {
    // The space bar is the focused button's own key, and chooses nothing unseen behind a panel.
    if (key === NEXT_ACTION_KEY) return inControl(target) || clerk.panel !== null;
    return EDITING_KEYS.has(key) && inField(target);
  }

  function onKey(event: KeyboardEvent): void {
    if (!isPlainStroke(event) || clerk.standing === null || !staff.signedIn) return;
    if (event.key === 'Escape') clerk.panel = null;
    if (isOthers(event)) return;
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
