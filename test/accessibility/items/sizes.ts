import { chooseTextSize, TEXT_SIZES } from '../../support/pages/kiosk-looks.ts';
import { buttons, texts } from '../../support/pages/measure.ts';
import { nothingBreaks, PANELS, pitchOf, where, type Measure } from '../bench.ts';

/** 30 dp at 160 to the inch. */
const THIRTY_DP_MM = (30 * 25.4) / 160;
/** Capital height that subtends 0.7 degrees at 600 mm (EN 301 549, 5.1.4); a capital of the font is 0.73 em. */
const CAPITAL_MM = 600 * Math.tan((0.7 * Math.PI) / 180);
const CAPITAL_EM = 0.73;
const LEAST_PX = { standard: 24, large: 32, largest: 40 } as const;
const MODEL_PITCH = pitchOf(21.5);
/** Rounding of the browser. */
const SLACK = 0.05;

export const threeSizes: Measure = async ({ openOnPanel }) => {
  const found: string[] = [];
  const broken: string[] = [];
  for (const inch of PANELS) {
    const { page } = await openOnPanel(inch);
    const scale = MODEL_PITCH / pitchOf(inch);
    for (const size of TEXT_SIZES) {
      await chooseTextSize(page, size);
      const px = Math.min(...(await texts(page)).map(({ fontPx }) => fontPx));
      found.push(`${inch}" ${size} ${px.toFixed(1)} px`);
      if (px < LEAST_PX[size] * scale - SLACK) broken.push(`${inch}" ${size}`);
      const mm = px * pitchOf(inch);
      if (size === 'largest' && (mm < THIRTY_DP_MM || mm * CAPITAL_EM < CAPITAL_MM))
        broken.push(`${inch}" largest is ${mm.toFixed(1)} mm`);
    }
  }
  return nothingBreaks(found.join(', '), broken);
};

export const bodyText: Measure = ({ survey }) => {
  const smallest = Math.min(...survey.flatMap(({ pieces }) => pieces.map(({ fontPx }) => fontPx)));
  return {
    measured: `smallest text ${smallest} px of ${survey.length} states`,
    passed: smallest >= 32 - SLACK,
  };
};

/** Paragraphs are those of more than one line: a single line has no line spacing. */
export const lineSpacing: Measure = ({ survey }) => {
  const running = survey.flatMap((facts) =>
    facts.pieces
      .filter(({ tag, lines }) => tag === 'p' && lines > 1)
      .map((piece) => ({ ...piece, place: where(facts) })),
  );
  const tight = running.filter(({ lineHeightEm }) => lineHeightEm < 1.5 - 0.01);
  const close = survey.flatMap((facts) => {
    const paragraphs = facts.pieces.filter(({ tag }) => tag === 'p');
    return paragraphs.slice(1).flatMap((piece, at) => {
      const before = paragraphs[at];
      if (before === undefined || before.box.x !== piece.box.x || before.fontPx !== piece.fontPx) return [];
      const apart = (piece.box.y - before.box.y) / (before.lines * piece.fontPx);
      return apart > 0 && before.lines === 1 && apart < 1.5 - 0.01 ? [`${where(facts)}: ${piece.text}`] : [];
    });
  });
  return nothingBreaks(`${running.length} paragraphs of several lines, all >= 1.5 em`, [
    ...tight.map(({ place, text }) => `${place}: ${text}`),
    ...close,
  ]);
};

export const lineLength: Measure = ({ survey }) => {
  const pieces = survey.flatMap((facts) => facts.pieces.map((piece) => ({ ...piece, place: where(facts) })));
  const longest = Math.max(...pieces.map(({ longestLineEm }) => longestLineEm));
  const centred = pieces.filter(
    ({ tag, lines, align }) =>
      tag === 'p' && lines > 1 && ['center', 'justify', 'right', 'end'].includes(align),
  );
  return nothingBreaks(`longest line ${longest.toFixed(1)} characters`, [
    ...pieces.filter(({ longestLineEm }) => longestLineEm > 40).map(({ place, text }) => `${place}: ${text}`),
    ...centred.map(({ place, text }) => `${place} is not left-aligned: ${text}`),
  ]);
};

export const targets: Measure = async ({ survey, openOnPanel }) => {
  const small = survey.flatMap((facts) =>
    facts.buttons
      .filter(({ width, height }) => Math.min(width, height) < 80 - SLACK)
      .map(({ name }) => `${where(facts)}: ${name}`),
  );
  const found: string[] = [];
  for (const inch of PANELS) {
    const { page } = await openOnPanel(inch);
    const sides = (await buttons(page)).flatMap(({ width, height }) => [width, height]);
    const smallest = Math.min(...sides) * pitchOf(inch);
    found.push(`${inch}" ${smallest.toFixed(1)} mm`);
    if (smallest < 15 || smallest < 80 * MODEL_PITCH - 0.1) small.push(`${inch}"`);
  }
  return nothingBreaks(`smallest target: ${found.join(', ')}`, small);
};

export const gaps: Measure = ({ survey }) => {
  const smallest = Math.min(...survey.map(({ gap }) => gap));
  return nothingBreaks(
    `smallest gap ${smallest.toFixed(1)} px`,
    survey.filter(({ gap }) => gap < 16 - SLACK).map(where),
  );
};
