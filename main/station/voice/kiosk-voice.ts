import type { ServiceView } from '../../../preload/contracts/hall-operations.ts';
import type { ReadingView } from '../../../preload/contracts/station/reading-view.ts';
import type { ApiError } from '../../../preload/contracts/errors.ts';
import type { Input, Output } from '../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import type { StationOperations } from '../../../preload/contracts/station-operations.ts';
import type { ReadAloud } from '../devices/read-aloud/index.ts';
import type { Recogniser } from '../devices/voice-help/index.ts';
import { matchServices, type SaidWords } from './match-services.ts';

export interface KioskVoiceOptions {
  readonly readAloud: ReadAloud | undefined;
  readonly recogniser: Recogniser | undefined;
  /** What the hall offers now. */
  readonly services: () => readonly ServiceView[];
  readonly saidWords: SaidWords;
  /** How it stands has changed. */
  readonly onChange: () => void;
}

type Listened = Result<Output<StationOperations, 'listen'>, ApiError>;

/** A kiosk without a voice. */
const NO_VOICE = {
  state: 'unavailable',
  readingId: null,
  position: null,
  finished: false,
  reason: 'none',
  headphones: false,
  voices: [],
  languages: [],
} as const satisfies Partial<ReadingView>;

/**
 * What the person before the kiosk hears, and is heard saying. With them goes everything about it: what was read, what was
 * said, and what is being said at that moment.
 */
export class KioskVoice {
  readonly #options: KioskVoiceOptions;
  #visitId: string | undefined;
  #listening: AbortController | undefined;
  #isRecording = false;
  /** Asked again under the same id, it answers the same; it holds a person's words, so it is gone with the visit. */
  #answer: { readonly requestId: string; readonly listened: Promise<Listened> } | undefined;

  constructor(options: KioskVoiceOptions) {
    this.#options = options;
  }

  view(): ReadingView {
    const { readAloud, recogniser } = this.#options;
    return {
      ...(readAloud?.state() ?? { ...NO_VOICE, voices: [], languages: [] }),
      canListen: recogniser !== undefined,
      listening: this.#isRecording,
      listenSeconds: recogniser?.seconds ?? 0,
    };
  }

  /** Who stands before the kiosk now; nobody else hears what was for the one before. */
  visitIs(visitId: string | undefined): void {
    const isOver = this.#visitId !== undefined && this.#visitId !== visitId;
    this.#visitId = visitId;
    if (isOver) this.forget();
  }

  forget(): void {
    this.#listening?.abort();
    this.#answer = undefined;
    this.#options.readAloud?.forget();
  }

  read({
    language,
    voice,
    sentences,
    from,
    pace,
    volume,
  }: Input<StationOperations, 'readAloud'>): Result<Output<StationOperations, 'readAloud'>, ApiError> {
    const { readAloud } = this.#options;
    if (readAloud === undefined) return err({ kind: 'cannot-read-aloud', reason: 'none' });
    // It would hear itself.
    this.#listening?.abort();
    const begun = readAloud.read({ language, voice: voice ?? undefined, sentences, from, pace, volume });
    if (!begun.ok) return err({ kind: 'cannot-read-aloud', reason: begun.error });
    return ok({ readingId: begun.value });
  }

  stopReading(): Result<Record<string, never>, ApiError> {
    this.#options.readAloud?.silence();
    return ok({});
  }

  attention(): Result<Record<string, never>, ApiError> {
    const { readAloud } = this.#options;
    if (readAloud === undefined) return err({ kind: 'cannot-read-aloud', reason: 'none' });
    readAloud.attention();
    return ok({});
  }

  listen(requestId: string): Promise<Listened> {
    if (this.#answer?.requestId === requestId) return this.#answer.listened;
    const { recogniser } = this.#options;
    const refuse = (reason: 'none' | 'busy') =>
      Promise.resolve(err({ kind: 'cannot-listen', reason } as const));
    if (recogniser === undefined) return refuse('none');
    if (this.#listening !== undefined) return refuse('busy');
    this.#options.readAloud?.silence();
    const answer = { requestId, listened: this.#hear(recogniser) };
    this.#answer = answer;
    // A refusal is not kept: the same id may succeed once the reason is gone.
    void answer.listened.then(({ ok: isHeard }) => {
      if (!isHeard && this.#answer === answer) this.#answer = undefined;
    });
    return answer.listened;
  }

  async #hear(recogniser: Recogniser): Promise<Listened> {
    const listening = new AbortController();
    this.#listening = listening;
    const heard = await recogniser.listen({
      signal: listening.signal,
      onRecording: (isRecording) => {
        this.#isRecording = isRecording;
        this.#options.onChange();
      },
    });
    this.#listening = undefined;
    if (listening.signal.aborted) return err({ kind: 'cannot-listen', reason: 'stopped' });
    if (!heard.ok) return err({ kind: 'cannot-listen', reason: heard.error });
    const { services, saidWords } = this.#options;
    const found = heard.value === null ? [] : matchServices(heard.value, services(), saidWords);
    return ok({ heard: heard.value, services: [...found] });
  }
}
