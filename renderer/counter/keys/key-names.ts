/** Keys whose names are too long for a button, as most keyboards print them. */
const SHORT: Readonly<Record<string, string>> = {
  Insert: 'Ins',
  Delete: 'Del',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  Escape: 'Esc',
};

/** What stands on a button for a `KeyboardEvent.key`. */
export function keyName(key: string): string {
  return SHORT[key] ?? key;
}
