import type { ApiError } from '../../../preload/contracts/errors.ts';
import { err, type Result } from '../../../preload/contracts/result.ts';
import type { Clock } from '../../foundation/clock.ts';
import { classifyDatabaseError } from '../../foundation/sqlite/classify-error.ts';
import type { OpenDatabaseError } from '../../foundation/sqlite/open-database.ts';
import { closeQuietly, type HallCore } from '../hall-core.ts';
import type { Ballast } from './ballast.ts';
import { isTailWhole, journalEnd, type TailPlace } from './journal-tail.ts';
import { troubleOf, troubleOfOpening, type StorageTrouble } from './storage-trouble.ts';

/** A disk that is gone is not asked by every request: each attempt to open costs more than an answer. */
const OPEN_AGAIN_AFTER_MS = 500;

export interface CoreKeeperOptions {
  readonly open: (again: boolean) => Result<HallCore, OpenDatabaseError>;
  readonly ballast: Ballast;
  readonly clock: Pick<Clock, 'monotonicMs'>;
  readonly onTrouble: (trouble: StorageTrouble, code: string) => void;
}

type Answer<Value> = Result<Value, ApiError>;

/**
 * Keeps the hall going on a disk that does not. A full disk gets the ballast's room, and the same handle goes on. After
 * an input-output fault the handle is never used again (the kernel may have dropped what it could not write): the file
 * is opened anew and the journal's end verified. Whether the record under way was written nobody knows by then; the
 * same request id, asked again, finds out. A damaged file is left as it is and nothing more is written to it.
 */
export class CoreKeeper {
  readonly #options: CoreKeeperOptions;
  #core: HallCore | undefined;
  #trouble: StorageTrouble | undefined;
  #lastOpenMs = 0;
  /** The last end of the journal that the lost core could still name. */
  #known: TailPlace | undefined;

  constructor(options: CoreKeeperOptions) {
    this.#options = options;
  }

  /** The first opening. */
  start(): Result<HallCore, OpenDatabaseError> {
    const opened = this.#open(false);
    if (!opened.ok) return opened;
    this.#core = opened.value;
    if (this.#trouble === undefined) this.#options.ballast.grow();
    return opened;
  }

  get trouble(): StorageTrouble | undefined {
    return this.#trouble;
  }

  noteTrouble(trouble: StorageTrouble, code: string): void {
    this.#trouble = trouble;
    this.#options.onTrouble(trouble, code);
  }

  /** A commit that reached the disk ends every trouble but a full disk without room: there the ballast is being used up. */
  noteCommit(): void {
    if (this.#trouble === undefined) return;
    if (this.#trouble === 'full' && !this.#options.ballast.hasRoom()) return;
    this.#trouble = undefined;
    this.#options.ballast.grow();
  }

  /** Reads. Works on a damaged file as long as SQLite can. */
  read<Value>(work: (core: HallCore) => Answer<Value>): Answer<Value> {
    const core = this.#usable();
    return core === undefined ? this.#refusal() : this.#attempt(core, work);
  }

  write<Value>(work: (core: HallCore) => Answer<Value>): Answer<Value> {
    const core = this.#usable();
    if (core === undefined || this.#trouble === 'corrupt') return this.#refusal();
    const answer = this.#attempt(core, work);
    const isFull = !answer.ok && answer.error.kind === 'storage' && answer.error.trouble === 'full';
    return isFull && this.#options.ballast.free() ? this.#attempt(core, work) : answer;
  }

  close(): void {
    this.#options.ballast.stop();
    this.#core?.database.close();
    this.#core = undefined;
  }

  #attempt<Value>(core: HallCore, work: (core: HallCore) => Answer<Value>): Answer<Value> {
    const answer = this.#guarded(core, work);
    if (!answer.ok && answer.error.kind === 'storage' && answer.error.trouble === 'failing') {
      this.#giveUp(core);
      this.#openAgain();
    }
    return answer;
  }

  #guarded<Value>(core: HallCore, work: (core: HallCore) => Answer<Value>): Answer<Value> {
    try {
      return work(core);
    } catch (failure) {
      const fault = classifyDatabaseError(failure);
      if (fault === undefined) throw failure;
      this.noteTrouble(troubleOf(fault.kind), fault.code);
      return err({ kind: 'storage', trouble: troubleOf(fault.kind) });
    }
  }

  #refusal(): Answer<never> {
    return err({ kind: 'storage', trouble: this.#trouble ?? 'failing' });
  }

  #usable(): HallCore | undefined {
    const sinceMs = this.#options.clock.monotonicMs() - this.#lastOpenMs;
    if (this.#core === undefined && this.#trouble !== 'corrupt' && sinceMs >= OPEN_AGAIN_AFTER_MS)
      this.#openAgain();
    return this.#core;
  }

  #giveUp({ database }: HallCore): void {
    this.#core = undefined;
    try {
      this.#known = journalEnd(database) ?? this.#known;
    } catch {
      // What the failing disk no longer reads cannot be compared later; the chain itself still is.
    }
    closeQuietly(database);
  }

  /** A full disk is tried once more with the ballast's room. */
  #open(again: boolean): Result<HallCore, OpenDatabaseError> {
    const { open, ballast } = this.#options;
    const opened = open(again);
    if (opened.ok || !this.#lacksRoom(opened.error) || !ballast.free()) return opened;
    this.noteTrouble('full', opened.error.kind);
    return open(again);
  }

  /** SQLite calls it an input-output fault when the disk has no room for its shared memory (SQLITE_IOERR_SHMSIZE). */
  #lacksRoom({ kind }: OpenDatabaseError): boolean {
    return kind === 'disk-full' || (kind === 'input-output' && !this.#options.ballast.hasRoom());
  }

  #openAgain(): void {
    this.#lastOpenMs = this.#options.clock.monotonicMs();
    const opened = this.#open(true);
    if (!opened.ok) {
      this.noteTrouble(troubleOfOpening(opened.error), opened.error.kind);
      return;
    }
    const { database } = opened.value;
    const whole = this.#isWhole(opened.value);
    if (whole) this.#core = opened.value;
    else closeQuietly(database);
  }

  #isWhole({ database }: HallCore): boolean {
    try {
      if (isTailWhole(database, this.#known)) return true;
      this.noteTrouble('corrupt', 'journal-end');
    } catch (failure) {
      const fault = classifyDatabaseError(failure);
      if (fault === undefined) throw failure;
      this.noteTrouble(troubleOf(fault.kind), fault.code);
    }
    return false;
  }
}
