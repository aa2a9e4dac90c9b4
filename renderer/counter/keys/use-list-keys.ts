import { onScopeDispose } from 'vue';
import { useClerk } from '../stores/clerk-store.ts';
import { inField, isPlainStroke } from './fields.ts';

const WITHIN: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
const ACROSS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

function rowsOf(list: Element | undefined): readonly HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
}

/** The row that the arrows lead to from here; the first row of all when none has the focus yet. */
function rowAfter(key: string): HTMLElement | undefined {
  const lists = [...document.querySelectorAll('[data-list]')].filter((list) => rowsOf(list).length > 0);
  const from = document.activeElement;
  const at = lists.findIndex((list) => list.contains(from));
  const across = ACROSS[key];
  if (at === -1) return rowsOf(lists[0])[0];
  if (across !== undefined) return rowsOf(lists[(at + across + lists.length) % lists.length])[0];
  const rows = rowsOf(lists[at]);
  const row = rows.findIndex((one) => one.contains(from) || one.parentElement?.contains(from) === true);
  return rows[Math.max(0, Math.min(rows.length - 1, row + (WITHIN[key] ?? 0)))];
}

/** Up and down lead through the numbers of a list, left and right from list to list; Enter opens a number. */
export function useListKeys(): void {
  const clerk = useClerk();
  function onKey(event: KeyboardEvent): void {
    const isArrow = WITHIN[event.key] !== undefined || ACROSS[event.key] !== undefined;
    if (!isArrow || !isPlainStroke(event) || inField(event.target) || clerk.panel !== null) return;
    const row = rowAfter(event.key);
    if (row === undefined) return;
    event.preventDefault();
    row.focus();
    row.scrollIntoView({ block: 'nearest' });
  }
  window.addEventListener('keydown', onKey);
  onScopeDispose(() => window.removeEventListener('keydown', onKey));
}
