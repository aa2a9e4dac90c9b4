import { isOwnPage } from '../own-page.ts';

/** Only the page of a window itself speaks to us: no frame inside it, no other address, no frame that is gone. */
export function isTrustedFrame(frame: { readonly url: string; readonly parent: unknown } | null): boolean {
  return frame !== null && frame.parent === null && isOwnPage(frame.url);
}
