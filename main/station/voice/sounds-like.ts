import { syllablesOfHanzi } from '../devices/read-aloud/text/mandarin.ts';

/**
 * Hanzi as they sound to somebody who does not hear tones, nor what many people do not tell apart: zh and z, ch and c,
 * sh and s, n and l before, n and ng behind. A recogniser that writes another character of the same sound is understood.
 */
export function soundsOf(hanzi: string): readonly string[] {
  return syllablesOfHanzi(hanzi).map((syllable) =>
    syllable
      .replace(/\d$/, '')
      .replace(/^([zcs])h/, '$1')
      .replace(/^l/, 'n')
      .replace(/ng$/, 'n'),
  );
}

/** Do the sounds of `word` stand in `heard`, one after the other? */
export function soundsIn(word: readonly string[], heard: readonly string[]): boolean {
  if (word.length === 0) return false;
  return heard.some((_, at) => word.every((sound, index) => heard[at + index] === sound));
}
