import { stat } from 'node:fs/promises';
import type { HeadphoneJack } from './jack.ts';

/** The virtual twin: headphones are in while this file is there. */
export function fileJack(path: string): HeadphoneJack {
  return {
    plugged: () =>
      stat(path).then(
        () => true,
        () => false,
      ),
  };
}
