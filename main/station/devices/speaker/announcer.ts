import type { CallView } from '../../../../preload/contracts/hall-operations.ts';
import type { Clock } from '../../../foundation/clock.ts';
import type { LocalTime } from '../../../foundation/local-time.ts';
import type { Log } from '../../../foundation/log/index.ts';
import type { SpeechEngine } from './engines/engine.ts';
import type { Player } from '../sound/players/player.ts';
import type { Speaker, SpeakerStatus, SpeakerTrouble } from './port.ts';
import { volumeAt, type SpeakerSettings } from './settings.ts';
import { atVolume, join, silence, type Sound } from '../sound/sound.ts';
import { spokenCall } from './spoken-call.ts';
import { sayWith, type PassedOver } from './voice.ts';

export interface AnnouncerOptions {
  /** Best first. */
  readonly engines: readonly SpeechEngine[];
  readonly player: Player;
  /** The chime at a rate; a hall may have its own. */
  readonly bell: (sampleRate: number) => Promise<Sound>;
  readonly settings: SpeakerSettings;
  readonly clock: Clock;
  readonly localTime: LocalTime;
  readonly log: Log;
}

interface Turn {
  readonly call: CallView;
  /** Nobody is being called to that window any more. */
  over: boolean;
}

const AFTER_BELL_MS = 200;
/** Between the sentence and its repeat, so that they are heard as two. */
const BEFORE_REPEAT_MS = 600;
/** When no engine has a voice the bell still makes people look at the display. */
const BELL_RATE = 22_050;
/** What is not well is looked at again, also while nobody is called. */
const LOOK_AGAIN_MS = 30_000;
/** Says whether there is a voice at all, without anybody hearing it. */
const SAMPLE = { number: 'A012', counterId: '3', priority: false };

/**
 * Speaks calls one after the other: bell, sentence, and the sentence again slower. In the order of the calls and never
 * two at a time.
 *
 * Every call is spoken once, also when its person has come before its turn: who hears A012 and then A014 takes A013
 * for lost. Its repeat is left out when nobody is called to the window any more, when too many calls wait behind it, and
 * when the first time could not be heard. Whoever calls never waits for any of this.
 */
export class Announcer implements Speaker {
  readonly announces = 'speaker';
  readonly #options: AnnouncerOptions;
  readonly #listeners = new Set<() => void>();
  readonly #announcedListeners = new Set<(call: CallView) => void>();
  readonly #stopping = new AbortController();
  #queue: Turn[] = [];
  #turn: Turn | undefined;
  #working: Promise<void> = Promise.resolve();
  #trouble: SpeakerTrouble | undefined;
  #looked = false;
  #passedOver = '';
  #looking: NodeJS.Timeout | undefined;

  constructor(options: AnnouncerOptions) {
    this.#options = options;
  }

  get simulated(): boolean {
    return this.#options.player.simulated;
  }

  start(): void {
    this.#looking = setInterval(() => {
      if (this.#trouble !== undefined) this.look();
    }, LOOK_AGAIN_MS);
    this.look();
  }

  async stop(): Promise<void> {
    clearInterval(this.#looking);
    this.#queue = [];
    this.#stopping.abort();
    await this.#working;
  }

  status(): SpeakerStatus {
    if (this.#trouble !== undefined) return { state: 'unavailable', reason: this.#trouble };
    if (this.#turn !== undefined) return { state: 'busy' };
    return { state: this.#looked ? 'ready' : 'connecting' };
  }

  onStatus(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  onAnnounced(listener: (call: CallView) => void): () => void {
    this.#announcedListeners.add(listener);
    return () => void this.#announcedListeners.delete(listener);
  }

  called(call: CallView, ageMs: number): void {
    if (this.#stopping.signal.aborted || ageMs > this.#options.settings.lateSeconds * 1000) return;
    // A number that is called again is repeated by that.
    for (const turn of this.#turns()) if (turn.call.ticketId === call.ticketId) turn.over = true;
    this.#queue.push({ call, over: false });
    this.#work(() => this.#takeTurn());
  }

  ended({ callSequence }: CallView): void {
    for (const turn of this.#turns()) if (turn.call.callSequence === callSequence) turn.over = true;
  }

  #turns(): Turn[] {
    return this.#turn === undefined ? this.#queue : [this.#turn, ...this.#queue];
  }

  /** Looks whether it could speak now, when the calls that wait have been spoken. Nobody hears anything of it. */
  look(): void {
    this.#work(async () => {
      const { engines, player, settings } = this.#options;
      const { signal } = this.#stopping;
      const said = await sayWith(engines, spokenCall(SAMPLE, settings), { pace: settings.pace, signal });
      const played = await player.check(signal);
      this.#note(said.passedOver);
      this.#found(played.ok ? (said.sound === undefined ? 'no-voice' : undefined) : played.error);
    });
  }

  /** One piece of work after the other; a mistake in one is logged and the next is done. */
  #work(piece: () => Promise<void>): void {
    this.#working = this.#working.then(async () => {
      if (this.#stopping.signal.aborted) return;
      try {
        await piece();
      } catch (fault) {
        this.#options.log.bug('a call cannot be spoken', fault);
      }
    });
  }

  async #takeTurn(): Promise<void> {
    this.#turn = this.#queue.shift();
    if (this.#turn === undefined) return;
    this.#tell();
    try {
      await this.#announce(this.#turn);
    } finally {
      this.#turn = undefined;
      this.#tell();
    }
  }

  async #announce(turn: Turn): Promise<void> {
    const { clock, localTime, log, settings } = this.#options;
    const volume = volumeAt(settings, localTime.instant(clock.nowMs()).slice(11, 16));
    const { callSequence, number, counterId, recall } = turn.call;
    if (volume === 0) return;
    for (let time = 1; time <= settings.times; time += 1) {
      if (time > 1 && (turn.over || this.#queue.length > settings.repeatWhileWaiting)) return;
      const pace = time > 1 || recall ? settings.repeatPace : settings.pace;
      const trouble = await this.#speak(turn.call, { pace, volume, first: time === 1 });
      if (trouble === 'stopped') return;
      this.#found(trouble);
      if (trouble !== undefined) {
        log.warn('a call was not heard', { number, counterId, sequence: callSequence, reason: trouble });
        return;
      }
      if (time === 1) for (const listener of this.#announcedListeners) listener(turn.call);
    }
  }

  async #speak(
    call: CallView,
    { pace, volume, first }: { readonly pace: number; readonly volume: number; readonly first: boolean },
  ): Promise<SpeakerTrouble | 'stopped' | undefined> {
    const { engines, player, settings } = this.#options;
    const { signal } = this.#stopping;
    const utterance = spokenCall(call, settings);
    const { sound, passedOver } = await sayWith(engines, utterance, { pace, signal });
    if (signal.aborted) return 'stopped';
    this.#note(passedOver);
    const heard = first ? await this.#afterBell(sound) : sound && afterRest(sound);
    if (heard === undefined) return 'no-voice';
    const { caption } = utterance;
    const played = await player.play({ sound: atVolume(heard, volume), caption }, signal);
    if (!played.ok) return played.error;
    return sound === undefined ? 'no-voice' : undefined;
  }

  /** Without a voice the bell alone. */
  async #afterBell(sound: Sound | undefined): Promise<Sound | undefined> {
    if (!this.#options.settings.bell) return sound;
    const chime = await this.#options.bell(sound?.sampleRate ?? BELL_RATE);
    return sound === undefined ? chime : join([chime, silence(AFTER_BELL_MS, sound.sampleRate), sound]);
  }

  #found(trouble: SpeakerTrouble | 'stopped' | undefined): void {
    const news = !this.#looked || trouble !== this.#trouble;
    if (!news || trouble === 'stopped') return;
    this.#looked = true;
    this.#trouble = trouble;
    const { log } = this.#options;
    if (trouble === undefined) log.info('the loudspeaker works');
    else log.warn('the loudspeaker cannot be used', { device: 'speaker', reason: trouble });
    this.#tell();
  }

  /** Once for each change, not for each call. */
  #note(passedOver: readonly PassedOver[]): void {
    const now = JSON.stringify(passedOver);
    if (now === this.#passedOver || this.#stopping.signal.aborted) return;
    this.#passedOver = now;
    for (const { engine, failure } of passedOver) {
      this.#options.log.warn('a voice has no usable sound for a call', {
        driver: engine,
        kind: failure.kind,
        ...('clip' in failure && { code: `clip-${failure.clip}` }),
        ...('fault' in failure && { fault: failure.fault }),
      });
    }
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

const afterRest = (sound: Sound): Sound => join([silence(BEFORE_REPEAT_MS, sound.sampleRate), sound]);
