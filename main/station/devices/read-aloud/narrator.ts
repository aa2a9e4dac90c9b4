import { randomUUID } from 'node:crypto';
import { err, ok, type Result } from '../../../../preload/contracts/result.ts';
import type { Log } from '../../../foundation/log/index.ts';
import { attentionChime } from '../sound/bell.ts';
import { atVolume, type Sound } from '../sound/sound.ts';
import { Outlet, type OutletParts, type OutletTimings } from './outlet.ts';
import { PACE, percentOf, type ReadAloudSettings } from './settings.ts';
import type {
  ReadAloud,
  ReadAloudStatus,
  ReadAloudTrouble,
  ReadingRequest,
  ReadingState,
  Sentence,
} from './port.ts';
import type { Speech } from './speech.ts';
import type { VoiceChoice } from './voice-choice.ts';

export interface NarratorOptions {
  readonly speech: Speech;
  readonly voices: VoiceChoice;
  readonly outlet: OutletParts;
  readonly settings: Pick<ReadAloudSettings, 'volume'>;
  readonly log: Log;
  readonly timings?: Partial<NarratorTimings>;
}

export interface NarratorTimings extends OutletTimings {
  /** What is not well is looked at again, also while nobody asks for anything. */
  readonly lookAgainMs: number;
}
const LOOK_AGAIN_MS = 30_000;

interface Reading {
  readonly request: ReadingRequest;
  readonly stopping: AbortController;
  next: number;
}

type Outcome = 'heard' | 'passed-over' | 'stopped' | ReadAloudTrouble;

const CHIME_RATE = 22_050;
const CHIME_CAPTION = '提示音';

/**
 * Reads sentences one after the other, and never two at a time. What is private is heard only through headphones, and only
 * as long as they are in: without them it is passed over (EN 301 549, 5.1.3.8 and 5.1.3.9). That is decided here, where the
 * jack is, and not by a page. No text is kept once it is no longer read, and none is logged.
 */
export class Narrator implements ReadAloud {
  readonly #options: NarratorOptions;
  readonly #outlet: Outlet;
  readonly #listeners = new Set<() => void>();
  readonly #ending = new AbortController();
  #lookingAgain: NodeJS.Timeout | undefined;
  #looking: AbortController | undefined;
  #reading: Reading | undefined;
  #chimes = false;
  #looks = false;
  #working: Promise<void> | undefined;
  #looked = false;
  #trouble: ReadAloudTrouble | undefined;
  #last: Pick<ReadingState, 'readingId' | 'position' | 'finished'> = NOTHING_READ;

  constructor(options: NarratorOptions) {
    this.#options = options;
    const { outlet, timings } = options;
    this.#outlet = new Outlet(outlet, { onPlugged: () => this.#tell(), timings });
  }

  get simulated(): boolean {
    return this.#outlet.simulated;
  }

  start(): void {
    this.#lookingAgain = setInterval(() => {
      if (this.#trouble !== undefined) this.#wantLook();
    }, this.#options.timings?.lookAgainMs ?? LOOK_AGAIN_MS);
    this.#outlet.start();
    this.#wantLook();
  }

  async stop(): Promise<void> {
    clearInterval(this.#lookingAgain);
    this.#ending.abort();
    this.#outlet.stop();
    this.#end();
    await this.#working;
  }

  status(): ReadAloudStatus {
    if (this.#reading !== undefined) return { state: 'busy' };
    if (this.#trouble !== undefined) return { state: 'unavailable', reason: this.#trouble };
    return { state: this.#looked ? 'ready' : 'connecting' };
  }

  state(): ReadingState {
    const { voices } = this.#options;
    const isOut = this.#reading === undefined && this.#trouble !== undefined;
    return {
      ...this.#last,
      state: this.#reading !== undefined ? 'reading' : isOut ? 'unavailable' : 'silent',
      reason: isOut ? (this.#trouble ?? null) : null,
      headphones: this.#outlet.plugged,
      voices: voices.packs.map(({ id, name, language }) => ({ id, name, language })),
      languages: [...voices.languages],
    };
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  read(request: ReadingRequest): Result<string, 'language'> {
    this.#end();
    // Whoever wants to hear something does not wait until the loudspeaker has been tried.
    this.#looking?.abort();
    if (!this.#options.voices.mayServe(request.language)) {
      this.#tell();
      return err('language');
    }
    const readingId = randomUUID();
    this.#last = { readingId, position: null, finished: false };
    if (!this.#ending.signal.aborted) {
      this.#reading = { request, stopping: new AbortController(), next: request.from };
    }
    this.#tell();
    this.#work();
    return ok(readingId);
  }

  silence(): void {
    this.#end();
    this.#tell();
  }

  attention(): void {
    this.#chimes = true;
    this.#work();
  }

  forget(): void {
    this.#end();
    this.#last = NOTHING_READ;
    this.#tell();
  }

  /** The text goes with it. */
  #end(): void {
    this.#reading?.stopping.abort();
    this.#reading = undefined;
  }

  #wantLook(): void {
    this.#looks = true;
    this.#work();
  }

  /** One piece of work after the other; a mistake in one is logged and the next is done. */
  #work(): void {
    this.#working ??= this.#doAll().finally(() => {
      this.#working = undefined;
      // Something may have come between the last look for work and this line.
      if (this.#pieceOfWork() !== undefined) this.#work();
    });
  }

  async #doAll(): Promise<void> {
    for (let piece = this.#pieceOfWork(); piece !== undefined; piece = this.#pieceOfWork()) {
      try {
        await piece();
      } catch (fault) {
        this.#options.log.bug('something cannot be read aloud', fault);
        this.#end();
        this.#tell();
      }
    }
  }

  #pieceOfWork(): (() => Promise<void>) | undefined {
    if (this.#ending.signal.aborted) return undefined;
    if (this.#chimes) return () => this.#chime();
    const reading = this.#reading;
    if (reading !== undefined) return () => this.#goOn(reading);
    return this.#looks ? () => this.#look() : undefined;
  }

  /** The next sentence, or the end. */
  async #goOn(reading: Reading): Promise<void> {
    const { sentences } = reading.request;
    const sentence = sentences[reading.next];
    if (sentence === undefined) return this.#finish();
    const outcome = await this.#say(sentence, reading);
    if (reading !== this.#reading || outcome === 'stopped') return;
    reading.next += 1;
    if (outcome === 'passed-over') return;
    this.#found(outcome === 'heard' ? undefined : outcome);
    if (outcome === 'heard') return;
    this.#end();
    this.#tell();
  }

  #finish(): void {
    this.#last = { ...this.#last, finished: true };
    this.silence();
  }

  async #say(sentence: Sentence, reading: Reading): Promise<Outcome> {
    const { speech, voices, settings } = this.#options;
    const { language, voice, pace, volume } = reading.request;
    const { signal } = reading.stopping;
    // Not even made into sound: nothing of it is anywhere but here.
    if (sentence.private && !(await this.#outlet.look())) return 'passed-over';
    const manner = { language, pack: voices.packOf(voice, language), pace: PACE[pace], signal };
    const spoken = await speech(sentence.text, manner);
    if (signal.aborted) return 'stopped';
    if (!spoken.ok) {
      this.#options.log.warn('a sentence has no usable sound', {
        device: 'readAloud',
        kind: spoken.error.kind,
      });
      return 'no-voice';
    }
    if (spoken.value === undefined) return 'passed-over';
    return this.#play(atVolume(spoken.value, percentOf(volume, settings)), sentence, reading);
  }

  async #play(sound: Sound, sentence: Sentence, reading: Reading): Promise<Outcome> {
    const { signal } = reading.stopping;
    const announcement = { sound, caption: sentence.text.replace(/\s+/g, ' ') };
    const onStart = (): void => {
      this.#last = { ...this.#last, position: reading.next };
      this.#tell();
    };
    if (!sentence.private) onStart();
    const played = sentence.private
      ? await this.#outlet.playPrivately(announcement, signal, onStart)
      : await this.#outlet.play(announcement, signal);
    if (played.ok) return 'heard';
    return played.error === 'no-headphones' ? 'passed-over' : played.error;
  }

  async #chime(): Promise<void> {
    this.#chimes = false;
    const sound = atVolume(attentionChime(CHIME_RATE), percentOf('high', this.#options.settings));
    const played = await this.#outlet.play({ sound, caption: CHIME_CAPTION }, this.#ending.signal);
    this.#found(played.ok ? undefined : played.error);
  }

  /** Nobody hears anything of it. */
  async #look(): Promise<void> {
    this.#looks = false;
    this.#looking = new AbortController();
    const { signal } = this.#ending;
    const canSpeak = await this.#options.voices.look(signal);
    this.#tell();
    const played = await this.#outlet.check(AbortSignal.any([signal, this.#looking.signal]));
    this.#found(played.ok ? (canSpeak ? undefined : 'no-voice') : played.error);
  }

  #found(trouble: ReadAloudTrouble | 'stopped' | undefined): void {
    if (trouble === 'stopped' || (this.#looked && trouble === this.#trouble)) return;
    this.#looked = true;
    this.#trouble = trouble;
    const { log } = this.#options;
    if (trouble === undefined) log.info('reading aloud works');
    else log.warn('nothing can be read aloud', { device: 'readAloud', reason: trouble });
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

const NOTHING_READ = { readingId: null, position: null, finished: false } as const;
