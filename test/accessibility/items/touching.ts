import { globSync, readFileSync } from 'node:fs';
import { ok } from '../../../preload/contracts/result.ts';
import { SAME_TOUCH_MS } from '../../../renderer/shared/same-touch.ts';
import { elderVisit, visitTicket } from '../../support/fake-services/samples.ts';
import { screen } from '../../support/pages/bench.ts';
import { waitFor } from '../../support/wait-for.ts';
import { nothingBreaks, where, type Measure } from '../bench.ts';

const GESTURES =
  /@(?:dblclick|touch|pointermove|pointerup|contextmenu|drag|drop|wheel|long)|draggable|addEventListener\('(?:touch|pointermove|dblclick|drag)/;

export const oneFinger: Measure = async ({ openKiosk }) => {
  const files = globSync('renderer/{kiosk,shared}/**/*.{vue,ts}');
  const gestures = files.filter((file) => GESTURES.test(readFileSync(file, 'utf8')));
  const { page, station } = await openKiosk();
  station.answers.takeTicket = () => {
    const taken = visitTicket();
    station.feed.put('visit', 'now', elderVisit({ tickets: [taken] }));
    return ok({ ticketId: taken.ticketId, number: taken.number, alreadyHeld: false });
  };
  station.feed.put('visit', 'now', elderVisit());
  await screen(page, 'choose');
  await page.locator('[data-service]').first().dblclick();
  await screen(page, 'done');
  await waitFor(() => station.count('takeTicket') > 0 || undefined);
  const taken = station.count('takeTicket');
  return nothingBreaks(
    `no gesture in ${files.length} files; two touches within ${SAME_TOUCH_MS} ms gave ${taken} ticket`,
    [...gestures, ...(taken === 1 ? [] : [`${taken} tickets`])],
  );
};

export const fewChoices: Measure = ({ survey }) => {
  const most = Math.max(...survey.map(({ choices }) => choices));
  return nothingBreaks(
    `at most ${most} choices, one title, in ${survey.length} states`,
    survey.filter(({ choices, titles }) => choices > 5 || titles !== 1).map(where),
  );
};
