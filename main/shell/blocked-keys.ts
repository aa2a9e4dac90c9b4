/** What Electron tells about a key before the page sees it; `key` as in KeyboardEvent.key. */
export interface KeyInput {
  readonly type: string;
  readonly key: string;
  readonly control: boolean;
  readonly alt: boolean;
  readonly meta: boolean;
  readonly shift: boolean;
}

/** Editing a field: copy, paste, cut, select all, undo. */
const EDITING = new Set(['c', 'v', 'x', 'a', 'z']);
/** F2 to F4 and F6 to F10 stay free: clerks work with them. F1 help, F5 reload, F7 caret, F11 full screen, F12 tools. */
const BROWSER_FUNCTION_KEYS = new Set(['F1', 'F5', 'F7', 'F11', 'F12']);
const SYSTEM_KEYS = new Set(['ContextMenu', 'PrintScreen', 'Print', 'Help']);
const MODIFIERS = new Set(['Control', 'Alt', 'Shift', 'Meta', 'AltGraph']);

/**
 * Keys that would drive the browser instead of the page: reload, close, zoom, print, save, find, developer tools,
 * leaving full screen, going back. A page needs none of them; a modifier by itself does nothing and passes.
 */
export function isBlockedKey(input: KeyInput): boolean {
  if (input.type !== 'keyDown' && input.type !== 'rawKeyDown') return false;
  if (MODIFIERS.has(input.key)) return false;
  const { key } = input;
  if (BROWSER_FUNCTION_KEYS.has(key) || SYSTEM_KEYS.has(key)) return true;
  if (/^(Browser|Launch|Zoom)/.test(key)) return true;
  if (input.alt || input.meta) return !isTypedWithAltGraph(input);
  return input.control && (input.shift || !EDITING.has(key.toLowerCase()));
}

/** Some keyboards write @ or € with AltGr, which arrives as Control and Alt together. */
function isTypedWithAltGraph({ control, alt, key }: KeyInput): boolean {
  return control && alt && key.length === 1 && !/[a-z0-9 ]/i.test(key);
}
