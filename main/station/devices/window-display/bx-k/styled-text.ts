import iconv from 'iconv-lite';
import { encodeCharacter } from '../../ticket-printer/text/charset.ts';
import { clustersOf } from '../../ticket-printer/text/columns.ts';

/** In-text codes of the cards begin with a backslash: a backslash that somebody wrote would begin one too. */
const BACKSLASH = 0x5c;
const BACKSLASHES = /\\/g;
const NEW_LINE = Buffer.from('\\n', 'ascii');
/** Stands for a character that a font card does not hold; a wrong character would be a wrong name. */
const SUBSTITUTE = '某';

/** Chinese font by number (O000 has 16 dots) and colour (1 red, 2 green, 3 yellow). */
export interface TextStyle {
  readonly font: string;
  readonly colour: string;
}

const styleCodes = ({ font, colour }: TextStyle): Buffer => Buffer.from(`\\F${font}\\C${colour}`, 'ascii');

function encodeCluster(cluster: string): Buffer {
  const parts = Array.from(cluster, (character) => encodeCharacter(character, 'gb2312'));
  const whole = parts.filter((part) => part !== undefined);
  if (whole.length === parts.length) return Buffer.concat(whole);
  return encodeCharacter(SUBSTITUTE, 'gb2312') ?? Buffer.alloc(0);
}

/** The text with nothing in it that a card would take for a code. */
export const withoutBackslashes = (text: string): string => text.replace(BACKSLASHES, '');

/** What a card that holds GB/T 2312-1980 will show of a text: 某 for each character that it does not hold. */
export function asShown(text: string): string {
  return clustersOf(withoutBackslashes(text))
    .map((cluster) => (cluster === '\n' ? cluster : iconv.decode(encodeCluster(cluster), 'gb2312')))
    .join('');
}

/**
 * GB 2312 bytes of a text with its style, at most `capacity` bytes: what does not fit is left off behind a whole
 * character. Line ends become the card's own code.
 */
export function encodeText(text: string, capacity: number, style?: TextStyle): Uint8Array {
  const parts = style === undefined ? [] : [styleCodes(style)];
  let length = parts[0]?.length ?? 0;
  for (const cluster of clustersOf(withoutBackslashes(text))) {
    const bytes = cluster === '\n' ? NEW_LINE : encodeCluster(cluster);
    if (length + bytes.length > capacity) break;
    parts.push(bytes);
    length += bytes.length;
  }
  return Buffer.concat(parts);
}

export interface DecodedText {
  readonly text: string;
  /** The last one of each kind, as the card would use it for what follows. */
  readonly font?: string;
  readonly colour?: string;
}

/** A text as the card shows it, with the style that its codes ask for. Byte by byte: 5C is also no trail byte here. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const plain: number[] = [];
  let style: Omit<DecodedText, 'text'> = {};
  for (let at = 0; at < bytes.length;) {
    const rest = Buffer.from(bytes.subarray(at, at + 6)).toString('latin1');
    const [code, font, colour] = /^\\(?:F([OEK][0-9A-Z]{3})|C([1-7])|n)/.exec(rest) ?? [];
    if (bytes[at] !== BACKSLASH || code === undefined) {
      plain.push(bytes[at] ?? 0);
      at += 1;
      continue;
    }
    if (font !== undefined) style = { ...style, font };
    else if (colour !== undefined) style = { ...style, colour };
    else plain.push(0x0a);
    at += code.length;
  }
  return { text: iconv.decode(Buffer.from(plain), 'gb2312'), ...style };
}
