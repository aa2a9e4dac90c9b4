import type { Handlers } from '../../../preload/contracts/operation.ts';
import { err } from '../../../preload/contracts/result.ts';
import type { readingRows } from '../../../preload/contracts/station/reading-rows.ts';

/** The kiosk reads aloud, and listens. */
export function createReadingHandlers(): Handlers<typeof readingRows> {
  return {
    readAloud: () => err({ kind: 'cannot-read-aloud', reason: 'none' }),
    stopReading: () => err({ kind: 'cannot-read-aloud', reason: 'none' }),
    attention: () => err({ kind: 'cannot-read-aloud', reason: 'none' }),
    listen: () => err({ kind: 'cannot-listen', reason: 'none' }),
  };
}
