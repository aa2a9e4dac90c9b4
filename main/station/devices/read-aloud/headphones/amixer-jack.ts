import { runProgram } from '../../run-program.ts';
import type { HeadphoneJack } from './jack.ts';

/** A few milliseconds; whoever waits for a private sentence waits for this. */
const DEADLINE_MS = 1_000;
/** A card with many controls writes some tens of kilobytes. */
const MOST_BYTES = 1_000_000;
const PROGRAM = 'amixer';
/** Without the program it is looked for again only now and then. */
const LOOKS_LEFT_OUT = 60;

export interface AmixerOptions {
  /** The card with the jack, by number or name; without it ALSA's default card. */
  readonly card?: string | undefined;
  readonly program?: string;
}

/**
 * Asks ALSA's mixer: drivers of built-in sound report a jack as a switch named "Headphone Jack" or "Front Headphone Jack".
 * A USB sound stick mostly has none.
 */
export function amixerJack({ card, program = PROGRAM }: AmixerOptions = {}): HeadphoneJack {
  let leftOut = 0;
  return {
    async plugged(signal) {
      if (leftOut > 0) {
        leftOut -= 1;
        return false;
      }
      const said = await runProgram({
        program,
        args: [...(card === undefined ? [] : ['-c', card]), 'contents'],
        deadlineMs: DEADLINE_MS,
        mostOutputBytes: MOST_BYTES,
        env: { ...process.env, LC_ALL: 'C' },
        signal,
      });
      if (said.ok) return isPlugged(said.value.toString('utf8'));
      if (said.error.kind === 'program-missing') leftOut = LOOKS_LEFT_OUT;
      return false;
    },
  };
}

/** One control: `numid=20,iface=CARD,name='Headphone Jack'`, its type, then `: values=on`. */
const CONTROL =
  /^numid=\d+,iface=CARD,name='[^']*Headphone[^']*Jack[^']*'[^\n]*\n(?:[ \t]+;[^\n]*\n)*[ \t]+: values=(on|off)/gm;

/** True when any headphone jack of the card is in use. A "Phantom" jack is one that cannot tell, and always says yes. */
export function isPlugged(contents: string): boolean {
  return [...contents.matchAll(CONTROL)].some(
    ([control, value]) => value === 'on' && !control.includes('Phantom'),
  );
}

/** `plughw:1,0`, `hw:CARD=PCH,DEV=0`, `sysdefault:CARD=PCH`: the card of an output that ALSA names so. */
export const cardOf = (output: string | undefined): string | undefined =>
  output === undefined ? undefined : /^(?:plug)?\w+:(?:CARD=)?(\w+)/.exec(output)?.[1];
