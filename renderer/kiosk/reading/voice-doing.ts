import type { ReadingVolume } from '../../../preload/contracts/station/reading-rows.ts';
import type { Reader, What } from './reader.ts';
import type { SpokenPart } from './spoken-parts.ts';

/** How the person here wants to hear. */
export interface OwnVoice {
  on: boolean;
  slow: boolean;
  volume: ReadingVolume;
  paused: boolean;
  /** A drop-in voice that they want to hear; `null` = the usual one. */
  dialect: string | null;
}

export const usualVoice = (): OwnVoice => ({
  on: false,
  slow: false,
  volume: 'middle',
  paused: false,
  dialect: null,
});

/** What a touch, a key or the page itself asks of the voice; `can`: it is on, and there is one for this language. */
export function createVoiceDoing(own: OwnVoice, reader: Reader, can: () => boolean) {
  const { parts, speaking, holdsTime, position, hush } = reader;

  async function read(next: readonly SpokenPart[], kind: What = 'screen', from = 0): Promise<void> {
    if (!can() || next.length === 0) return;
    own.paused = false;
    await reader.read(next, kind, from);
  }
  /** What comes up by itself is heard first; then what was being read goes on. */
  async function mention(news: readonly SpokenPart[]): Promise<void> {
    const rest = holdsTime.value ? parts.value.slice(position.value) : [];
    await read([...news, ...rest], rest.length > 0 ? 'screen' : 'notice');
  }
  /** Who chooses a dialect wants to hear it: the screen below is read in it. */
  function speakAs(dialect: string | null): void {
    own.dialect = dialect;
    if (dialect !== null) own.on = true;
  }
  function turnOff(): void {
    own.on = false;
    void hush();
  }
  function pauseOrGoOn(): void {
    if (!speaking.value) return void read(parts.value, 'screen', own.paused ? position.value : 0);
    own.paused = true;
    void hush();
  }

  return { read, mention, speakAs, turnOff, pauseOrGoOn };
}
