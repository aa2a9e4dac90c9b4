import { elderVisit } from '../../support/fake-services/samples.ts';
import { AAA, brokenRules } from '../../support/chromium.ts';
import { screen } from '../../support/pages/bench.ts';
import { toggleLook } from '../../support/pages/kiosk-looks.ts';
import { nothingBreaks, where, type Measure } from '../bench.ts';

/** Of every text that is rendered, by axe (color-contrast-enhanced); the pairs of the tokens have their own unit test. */
export const contrast: Measure = async ({ survey, openKiosk }) => {
  const broken = survey.flatMap((facts) => facts.broken.map((rule) => `${where(facts)}: ${rule}`));
  const { page, station } = await openKiosk();
  await toggleLook(page, 'contrast');
  station.feed.put('visit', 'now', elderVisit());
  await screen(page, 'choose');
  broken.push(...(await brokenRules(page, AAA)).map((rule) => `high contrast: ${rule}`));
  return nothingBreaks(
    `axe at AA and AAA: no rule broken in ${survey.length} states and in high contrast`,
    broken,
  );
};

export const notByColourAlone: Measure = ({ survey }) =>
  nothingBreaks(
    'every badge, warning, error and chosen button has a word or a picture',
    survey.flatMap((facts) => facts.colourAlone.map((name) => `${where(facts)}: ${name}`)),
  );

export const stillness: Measure = ({ survey }) =>
  nothingBreaks(
    `no animation runs in ${survey.length} states`,
    survey.filter(({ moving }) => moving > 0).map(where),
  );
