import Database from 'better-sqlite3';
import { runAsProcess } from '../../../main/foundation/run-as-process.ts';
import type { FromServiceProcess } from '../../../main/foundation/process-messages.ts';
import { startHallService, type HallServiceOptions } from '../../../main/hall/start-hall.ts';
import { ASK_LAST_COMMIT, type CommittedAt } from './messages.ts';
import { monotonicMs } from './monotonic.ts';

/**
 * The hall service as it runs, in a process of its own; only the database driver is watched: when the last transaction
 * was on the disk. Told when asked, so that telling it is no part of what is measured.
 */
let last: CommittedAt = { committedAtMs: 0 };

type AnyFunction = (...parameters: unknown[]) => unknown;
type Transaction = AnyFunction & { readonly immediate: AnyFunction };

const driver = Database.prototype as unknown as { transaction: (work: AnyFunction) => Transaction };
const { transaction } = driver;
driver.transaction = function watched(this: unknown, work: AnyFunction): Transaction {
  const made = transaction.call(this, work);
  const immediate: AnyFunction = (...parameters) => {
    const answer = made.immediate(...parameters);
    last = { committedAtMs: monotonicMs() };
    return answer;
  };
  return Object.assign((...parameters: unknown[]) => made(...parameters), { immediate });
};

process.on('message', (message: unknown) => {
  if (message !== ASK_LAST_COMMIT) return;
  process.send?.({ type: 'told', message: last } satisfies FromServiceProcess);
});
runAsProcess<HallServiceOptions>((options) => startHallService(options));
