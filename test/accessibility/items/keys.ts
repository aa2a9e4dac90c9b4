import { nothingBreaks, where, type Measure } from '../bench.ts';

/** Outline of the element that has the keys' attention. */
function ringOf(): { width: number; style: string; colour: string } {
  const style = getComputedStyle(document.activeElement ?? document.body);
  return { width: parseFloat(style.outlineWidth), style: style.outlineStyle, colour: style.outlineColor };
}

export const byKeys: Measure = async ({ survey, openKiosk }) => {
  const { page } = await openKiosk();
  await page.keyboard.press('ArrowDown');
  const ring = await page.evaluate(ringOf);
  const unreached = survey.flatMap((facts) => facts.unreachable.map((name) => `${where(facts)}: ${name}`));
  // Blue on paper and on white: 8 and 7.5 to 1, by the unit test of the colours.
  const isRing = ring.width >= 4 && ring.style === 'solid' && ring.colour === 'rgb(11, 79, 158)';
  return nothingBreaks(
    `ring ${ring.width} px ${ring.colour}; every button of ${survey.length} states by arrows`,
    [...unreached, ...(isRing ? [] : ['the ring'])],
  );
};
