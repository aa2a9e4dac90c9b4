import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok, type Result } from '../../../../../preload/contracts/result.ts';
import type { Clock } from '../../../../foundation/clock.ts';
import { restOr } from '../../rest-or.ts';
import { durationMs } from '../sound.ts';
import { encodeWav } from '../wav.ts';
import type { Announcement, Player, PlayFault } from './player.ts';

/** Sounds a virtual loudspeaker keeps: training may run for weeks. */
const KEPT_SOUNDS = 100;
const LIST = 'spoken.txt';

export interface Heard {
  readonly caption: string;
  /** In `folder`. */
  readonly file: string;
  /** On the monotonic clock. */
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * The virtual twin: every sound becomes a WAV file that somebody can listen to, and a line in `spoken.txt`. It takes as
 * long as the sound, so calls wait for each other as they do in a hall. Fails on cue.
 */
export class VirtualPlayer implements Player {
  readonly simulated = true;
  readonly folder: string;
  readonly #clock: Clock;
  readonly #mark: string;
  readonly #heard: Heard[] = [];
  #trouble: Exclude<PlayFault, 'stopped'> | undefined;
  #count = 0;

  /** `mark` stands at the end of its files' names, where several share a folder. */
  constructor(options: { readonly folder: string; readonly clock: Clock; readonly mark?: string }) {
    const { folder, clock, mark = '' } = options;
    this.folder = folder;
    this.#mark = mark;
    this.#clock = clock;
  }

  /** Everything that was heard to its end, oldest first. */
  get heard(): readonly Heard[] {
    return this.#heard;
  }

  breakNow(trouble: Exclude<PlayFault, 'stopped'>): void {
    this.#trouble = trouble;
  }

  repair(): void {
    this.#trouble = undefined;
  }

  async play({ sound, caption }: Announcement, signal: AbortSignal): Promise<Result<void, PlayFault>> {
    if (this.#trouble !== undefined) return err(this.#trouble);
    const fromMs = this.#clock.monotonicMs();
    const file = await this.#keep(encodeWav(sound), caption);
    if (file === undefined) return err('player-failed');
    const whole = await restOr(this.#clock.sleep(durationMs(sound)), signal);
    if (!whole) return err('stopped');
    this.#heard.push({ caption, file, fromMs, toMs: this.#clock.monotonicMs() });
    if (this.#heard.length > KEPT_SOUNDS) this.#heard.shift();
    return ok(undefined);
  }

  check(): Promise<Result<void, PlayFault>> {
    return Promise.resolve(this.#trouble === undefined ? ok(undefined) : err(this.#trouble));
  }

  /** The file's name, or `undefined` when the disk does not take it. */
  async #keep(wav: Buffer, caption: string): Promise<string | undefined> {
    this.#count += 1;
    const time = new Date(this.#clock.nowMs()).toISOString().replaceAll(':', '-');
    const file = `${time}-${String(this.#count).padStart(4, '0')}${this.#mark}.wav`;
    try {
      await mkdir(this.folder, { recursive: true, mode: 0o700 });
      await writeFile(join(this.folder, file), wav);
      await this.#list(`${file}\t${caption}`);
      return file;
    } catch {
      return undefined;
    }
  }

  /** The newest sounds and their words; older ones go. */
  async #list(line: string): Promise<void> {
    const list = join(this.folder, LIST);
    const before = await readFile(list, 'utf8').catch(() => '');
    const lines = [...before.split('\n').filter((one) => one !== ''), line].slice(-KEPT_SOUNDS);
    await writeFile(list, `${lines.join('\n')}\n`);
    const files = (await readdir(this.folder)).filter((name) => name.endsWith('.wav')).sort();
    for (const old of files.slice(0, -KEPT_SOUNDS)) await rm(join(this.folder, old), { force: true });
  }
}
