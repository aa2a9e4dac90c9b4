import { LANGUAGES, type Language } from '../../../../preload/contracts/configuration-kiosk.ts';
import type { Log } from '../../../foundation/log/index.ts';
import { espeakLanguages } from '../sound/espeak.ts';
import { VOICES } from './text/segments.ts';
import { findVoices, type VoicePack } from './voices/voice-pack.ts';

/** What can be spoken on this PC: languages that espeak-ng has a voice for, and the voices that the hall dropped in. */
export class VoiceChoice {
  readonly #folder: string | undefined;
  readonly #log: Log;
  readonly #program: string | undefined;
  #languages: readonly Language[] | undefined;
  #packs: readonly VoicePack[] = [];
  #broken = '';

  constructor({
    folder,
    log,
    program,
  }: {
    readonly folder: string | undefined;
    readonly log: Log;
    readonly program?: string | undefined;
  }) {
    this.#folder = folder;
    this.#log = log;
    this.#program = program;
  }

  get packs(): readonly VoicePack[] {
    return this.#packs;
  }

  /** Empty until somebody has looked, and while there is no espeak-ng. */
  get languages(): readonly Language[] {
    return this.#languages ?? [];
  }

  /** What is not known yet is tried. */
  mayServe(language: Language): boolean {
    return VOICES[language] !== undefined && (this.#languages?.includes(language) ?? true);
  }

  packOf(id: string | undefined, language: Language): VoicePack | undefined {
    return this.#packs.find((pack) => pack.id === id && pack.language === language);
  }

  /** True when something can be spoken. */
  async look(signal: AbortSignal): Promise<boolean> {
    const { packs, broken } = await findVoices(this.#folder);
    this.#packs = packs;
    this.#nameBroken(broken);
    const listed = await espeakLanguages({ signal, program: this.#program });
    if (!listed.ok) this.#languages = undefined;
    else this.#languages = LANGUAGES.filter((language) => hasVoice(listed.value, VOICES[language]));
    return this.#languages !== undefined && this.#languages.length > 0;
  }

  /** Once for each change. */
  #nameBroken(broken: Awaited<ReturnType<typeof findVoices>>['broken']): void {
    const now = JSON.stringify(broken);
    if (now === this.#broken) return;
    this.#broken = now;
    for (const { id, fault } of broken) {
      this.#log.warn('a drop-in voice cannot be used and is left out', {
        device: 'readAloud',
        code: id,
        fault,
      });
    }
  }
}

/** `en` is one of en-gb, en-us and others. */
const hasVoice = (listed: readonly string[], voice: string | undefined): boolean =>
  voice !== undefined && listed.some((name) => name === voice || name.startsWith(`${voice}-`));
