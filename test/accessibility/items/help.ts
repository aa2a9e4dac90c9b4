import { ok } from '../../../preload/contracts/result.ts';
import { sampleKioskHelp, sampleStation } from '../../support/fake-services/samples.ts';
import { LANDSCAPE, panelOf, screen } from '../../support/pages/bench.ts';
import { FIRST_SCREENS } from '../../support/pages/kiosk-states.ts';
import { nothingBreaks, where, type Measure } from '../bench.ts';
import type { StateFacts } from '../survey.ts';

/** A finger that goes where the button was still meets it. */
const HALF_A_TARGET_PX = 40;

/** How far the middle of any button of the bar is from where it is on another screen. */
function farthest(survey: readonly StateFacts[]): number {
  const spread = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);
  return Math.max(
    ...['help', 'looks', 'sound', 'back'].flatMap((name) => {
      const boxes = survey.flatMap(({ bar }) => bar[name] ?? []);
      if (boxes.length !== survey.length) return [Number.POSITIVE_INFINITY];
      return [
        spread(boxes.map(({ x, width }) => x + width / 2)),
        spread(boxes.map(({ y, height }) => y + height / 2)),
      ];
    }),
  );
}

/** One button, one place; that a call reaches the floor within a second is shown against a real hall (test/e2e). */
export const help: Measure = async ({ survey, openKiosk }) => {
  const moved = Math.max(
    ...(['landscape', 'portrait'] as const).map((orientation) =>
      farthest(survey.filter((facts) => facts.orientation === orientation)),
    ),
  );
  const broken = moved > HALF_A_TARGET_PX ? [`a button of the bar moves by ${moved.toFixed(0)} px`] : [];
  const { page, station } = await openKiosk();
  const told = (view: ReturnType<typeof sampleKioskHelp>) =>
    station.feed.put('station', 'now', sampleStation({ panel: panelOf(LANDSCAPE), help: view }));
  const called = sampleKioskHelp({});
  station.answers.callForHelp = () => {
    told(called);
    return ok({ helpId: called.helpId });
  };
  await page.locator('[data-bar="help"]').click();
  await screen(page, 'help');
  const asked = await page.locator('h1').innerText();
  told({ ...called, state: 'answered', answeredBy: '王敏' });
  await page.getByText('王敏').first().waitFor();
  const answered = await page.locator('h1').innerText();
  if (station.count('callForHelp') !== 1) broken.push(`${station.count('callForHelp')} calls`);
  return nothingBreaks(
    `same place in ${survey.length} states, give or take ${moved.toFixed(0)} px of wider words; one touch: ${asked}; then: ${answered}`,
    broken,
  );
};

export const waysWithoutMachine: Measure = ({ survey }) => {
  const first = survey.filter(({ state }) => FIRST_SCREENS.some((name) => name === state));
  const silent = first.filter(({ visible }) => {
    const text = visible.join(' ');
    return !/\d.*号窗口/.test(text) || !text.includes('0755-12345678');
  });
  return nothingBreaks(
    `${first.map(({ state }) => state).join(', ')} name window and telephone`,
    first.length === FIRST_SCREENS.length ? silent.map(where) : ['a first screen is missing'],
  );
};
