import { onScopeDispose } from 'vue';
import { inField, isPlainStroke } from './fields.ts';

/** Ten choices have ten keys; the tenth is 0, as on a telephone. */
export const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const;

/** While the caller stands, a digit that is typed outside a field goes to `choose`, counted from 0. A held key is one stroke. */
export function useDigits(choose: (index: number) => void): void {
  function onKey(event: KeyboardEvent): void {
    if (!isPlainStroke(event) || event.repeat || inField(event.target)) return;
    const index = DIGITS.indexOf(event.key as (typeof DIGITS)[number]);
    if (index === -1) return;
    // What is chosen may put the focus into a field: the digit is not for that.
    event.preventDefault();
    choose(index);
  }
  window.addEventListener('keydown', onKey);
  onScopeDispose(() => window.removeEventListener('keydown', onKey));
}
