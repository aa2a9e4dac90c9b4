import type { CallView } from '../../../preload/contracts/hall-operations.ts';
import { sentenceOf } from './sentence.ts';

/** What makes sound. Neither method rejects, and either may never answer: the queue does not wait for good. */
export interface Voice {
  /** False when there is no voice, or when nothing was heard. */
  say(sentence: string, rate: number): Promise<boolean>;
  ring(): Promise<void>;
  /** Whatever is still under way is given up. */
  hush(): void;
}

export interface VoiceQueueOptions {
  readonly voice: Voice;
  readonly sleep: (ms: number) => Promise<void>;
  /** The words of a call were spoken to their end, the first time. */
  readonly onSpoken: (call: CallView) => void;
  /** Whether calls can be heard: told when it changes. */
  readonly onHeard: (isHeard: boolean) => void;
}

/** The repeat is slower: whoever hears badly gets a second chance. */
export const FIRST_RATE = 1;
export const REPEAT_RATE = 0.8;
/** A call takes five seconds, the bell one and a half. Browsers are known to forget to say that an utterance is over. */
export const LONGEST_SAYING_MS = 15_000;
const LONGEST_BELL_MS = 3_000;

/** Speaks calls one after the other, in the order in which they came: a bell, the sentence, and once more slower. */
export class VoiceQueue {
  readonly #options: VoiceQueueOptions;
  #working: Promise<void> = Promise.resolve();
  #waiting = 0;
  #isHeard = true;

  constructor(options: VoiceQueueOptions) {
    this.#options = options;
  }

  /** Returns at once. */
  speak(call: CallView): void {
    this.#waiting += 1;
    this.#working = this.#working.then(() => this.#announce(call));
  }

  async #announce(call: CallView): Promise<void> {
    const { voice, onSpoken } = this.#options;
    this.#waiting -= 1;
    await this.#within(LONGEST_BELL_MS, voice.ring());
    const isHeard = await this.#say(call, FIRST_RATE);
    this.#note(isHeard);
    if (!isHeard) return;
    onSpoken(call);
    // While others wait, their first time goes before anybody's second.
    if (this.#waiting === 0) this.#note(await this.#say(call, REPEAT_RATE));
  }

  async #say(call: CallView, rate: number): Promise<boolean> {
    const { voice } = this.#options;
    const said = await this.#within(LONGEST_SAYING_MS, voice.say(sentenceOf(call), rate));
    if (said === undefined) voice.hush();
    return said === true;
  }

  /** Undefined: not over in time. */
  #within<Answer>(ms: number, answer: Promise<Answer>): Promise<Answer | undefined> {
    return Promise.race([answer, this.#options.sleep(ms).then(() => undefined)]);
  }

  #note(isHeard: boolean): void {
    if (isHeard === this.#isHeard) return;
    this.#isHeard = isHeard;
    this.#options.onHeard(isHeard);
  }
}
