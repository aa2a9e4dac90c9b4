import type { WebContents } from 'electron';
import { isBlockedKey } from './blocked-keys.ts';

/** Keys and gestures that belong to a browser do nothing in our pages. */
export function guardKeyboard(contents: WebContents): void {
  contents.on('before-input-event', (event, input) => {
    if (isBlockedKey(input)) event.preventDefault();
  });
  contents.on('zoom-changed', () => contents.setZoomFactor(1)); // control and mouse wheel
  contents.on('did-finish-load', () => {
    contents.setVisualZoomLevelLimits(1, 1).catch(() => undefined); // the page may be gone again
  });
}
