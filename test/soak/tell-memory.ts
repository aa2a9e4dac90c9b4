import { createWriteStream } from 'node:fs';
import type { FromServiceProcess } from '../../main/foundation/process-messages.ts';

/** The question that a service under observation answers with its memory, after everything unused was let go. */
export const ASK_MEMORY = 'memory';

export interface Memory {
  readonly rss: number;
  readonly heapUsed: number;
}

/** Answers its parent what this process holds. Needs Node’s `--expose-gc`. */
export function answerForMemory(): void {
  process.on('message', (message: unknown) => {
    if (message !== ASK_MEMORY) return;
    for (let time = 0; time < 2; time += 1) void globalThis.gc?.();
    const { rss, heapUsed } = process.memoryUsage();
    const told: Memory = { rss, heapUsed };
    process.send?.({ type: 'told', message: told } satisfies FromServiceProcess);
  });
}

/** Where a service's log goes when nobody watches. */
export function logInto(file: string): { write(line: string): void } {
  const stream = createWriteStream(file, { flags: 'a' });
  return { write: (line) => void stream.write(line) };
}
