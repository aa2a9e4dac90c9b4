import type { ApiError } from '../../../preload/contracts/errors.ts';
import type { HallOperations } from '../../../preload/contracts/hall-operations.ts';
import type { Client } from '../../../preload/contracts/operation.ts';
import type { Clock } from '../../foundation/clock.ts';
import type { Log } from '../../foundation/log/index.ts';
import type { Difficulty, HelpFile } from './help-file.ts';

const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 8_000;

export interface DifficultyReportsOptions {
  readonly hall: Pick<Client<HallOperations>, 'reportDifficulty'>;
  readonly file: HelpFile | undefined;
  readonly clock: Pick<Clock, 'sleep'>;
  readonly log: Log;
}

/** No other try can end otherwise. Whatever else a hall answers (a token to be put right, a clock to be set) passes. */
const FOR_GOOD: readonly ApiError['kind'][] = ['bad-input', 'not-allowed', 'request-id-reused'];

/**
 * Tells the hall what was too hard for somebody, the same minute. What a hall that is away does not take is kept in this
 * PC's file and sent when it is back, with the request id of the touch itself: once, whatever was lost on the way.
 */
export class DifficultyReports {
  readonly #options: DifficultyReportsOptions;
  readonly #waiting: Difficulty[];
  #sending = false;
  #stopped = false;

  constructor(options: DifficultyReportsOptions) {
    this.#options = options;
    this.#waiting = [...(options.file?.difficulties() ?? [])];
  }

  /** Tells what the last run of this station could not. */
  start(): void {
    if (!this.#sending) void this.#sendAll();
  }

  report(difficulty: Difficulty): void {
    this.#options.file?.keep(difficulty);
    this.#waiting.push(difficulty);
    this.start();
  }

  stop(): void {
    this.#stopped = true;
  }

  async #sendAll(): Promise<void> {
    const { hall, file, clock, log } = this.#options;
    this.#sending = true;
    let retryMs = FIRST_RETRY_MS;
    for (let [next] = this.#waiting; next !== undefined && !this.#stopped; [next] = this.#waiting) {
      const answer = await hall.reportDifficulty(next);
      // The file is closed by now; the next run asks once more, and the hall knows the request.
      if (this.#stopped) break;
      if (!answer.ok && !FOR_GOOD.includes(answer.error.kind)) {
        await clock.sleep(retryMs);
        retryMs = Math.min(LONGEST_RETRY_MS, retryMs * 2);
        continue;
      }
      retryMs = FIRST_RETRY_MS;
      this.#waiting.shift();
      file?.forget(next.requestId);
      if (!answer.ok) log.warn('the hall does not take a difficulty', { kind: answer.error.kind });
    }
    this.#sending = false;
  }
}
