/**
 * Text measured as a ticket printer prints it: ASCII takes one column, everything that goes through the Chinese font
 * (and every picture of a rare character) takes two. That equals East Asian Width (UAX #11) with ambiguous = wide,
 * and is never narrower than what is printed.
 */
const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });
/** Marks that must not begin a line (GB/T 15834-2011). */
const CLOSING = new Set('，。、；：？！）》」』】〉”’%,.;:?!)');

/** One line's worth of clean text: composed, no controls, no invisible signs; halves of a pair become U+FFFD. */
export function cleanText(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\ufffd')
    .normalize('NFC')
    .replace(/[\p{Cf}\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}]/gu, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ');
}

function columnsOfCharacter(character: string): number {
  if (/^[\x20-\x7e]$/.test(character)) return 1;
  return /^\p{M}$/u.test(character) ? 0 : 2;
}

/** Base and marks of one visible character. A mark alone stands on its own two columns. */
export function clustersOf(text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

export function columnsOfCluster(cluster: string): number {
  const columns = [...cluster].reduce((sum, character) => sum + columnsOfCharacter(character), 0);
  return columns === 0 ? 2 : columns;
}

export function columnsOf(text: string): number {
  return clustersOf(text).reduce((sum, cluster) => sum + columnsOfCluster(cluster), 0);
}

/** Words of Latin letters and figures stay whole where they fit; every other visible character stands alone. */
function pieces(text: string, columns: number): string[] {
  const clusters = clustersOf(text);
  const found: string[] = [];
  for (const cluster of clusters) {
    const last = found.at(-1);
    const joins =
      last !== undefined &&
      /^[\x21-\x7e]+$/.test(last) &&
      /^[\x21-\x7e]$/.test(cluster) &&
      last.length < columns;
    if (joins) found[found.length - 1] = last + cluster;
    else found.push(cluster);
  }
  return found;
}

/**
 * Breaks text into lines of at most `columns` columns. No character is cut in two, a closing mark takes the character
 * before it along, blank lines are kept. Clean text first. `columns` >= 2.
 */
export function wrap(text: string, columns: number): string[] {
  return text.split('\n').flatMap((paragraph) => wrapParagraph(cleanText(paragraph), columns));
}

function wrapParagraph(text: string, columns: number): string[] {
  const lines: string[][] = [[]];
  for (const piece of pieces(text, columns)) {
    const line = lines.at(-1) ?? [];
    const before = line.at(-1) ?? '';
    if (columnsOf([...line, piece].join('')) <= columns) {
      line.push(piece);
    } else if (CLOSING.has(piece) && line.length > 1 && columnsOf(before + piece) <= columns) {
      line.pop();
      lines.push([before, piece]);
    } else if (piece !== ' ') {
      lines.push([piece]);
    }
  }
  return lines.map((line) => line.join('').trimEnd());
}

/** Label to the left, value to the right edge; undefined when both do not fit on one line. */
export function leftRight(left: string, right: string, columns: number): string | undefined {
  const [cleanLeft, cleanRight] = [cleanText(left), cleanText(right)];
  const gap = columns - columnsOf(cleanLeft) - columnsOf(cleanRight);
  return gap < 1 ? undefined : cleanLeft + ' '.repeat(gap) + cleanRight;
}
