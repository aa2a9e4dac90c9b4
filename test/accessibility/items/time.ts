import type { WebSocket } from 'playwright';
import { ok } from '../../../preload/contracts/result.ts';
import { ELDER_LIMIT, STANDARD_LIMIT } from '../../../renderer/kiosk/idle-time.ts';
import { elderVisit, visitTicket } from '../../support/fake-services/samples.ts';
import { screen, type KioskBench } from '../../support/pages/bench.ts';
import { chooseTextSize, toggleLook } from '../../support/pages/kiosk-looks.ts';
import { waitFor } from '../../support/wait-for.ts';
import { nothingBreaks, type Hall, type Measure } from '../bench.ts';

const STEP_SECONDS = 5;
const EXTENSIONS = 10;

/** A kiosk whose clock is ours: `pass` lets seconds go by, with the station heard meanwhile. */
async function inOurTime(hall: Hall) {
  const bench = await hall.openKiosk();
  let line: WebSocket | undefined;
  bench.page.on('websocket', (socket) => (line = socket));
  await bench.page.clock.install();
  await bench.page.reload();
  await screen(bench.page, 'idle');
  bench.station.answers.endVisit = () => {
    bench.station.feed.put('visit', 'now', null);
    return ok({});
  };
  const pass = async (seconds: number): Promise<void> => {
    for (let passed = 0; passed < seconds; passed += STEP_SECONDS) {
      await bench.page.clock.runFor(Math.min(STEP_SECONDS, seconds - passed) * 1000);
      await line?.waitForEvent('framereceived');
    }
  };
  return { ...bench, pass };
}

export const enoughTime: Measure = async (hall) => {
  const { page, station, voice, pass } = await inOurTime(hall);
  const warning = page.locator('[data-warning]');
  const broken: string[] = [];
  station.feed.put('visit', 'now', elderVisit());
  await screen(page, 'choose');
  for (let time = 0; time < EXTENSIONS; time += 1) {
    await pass(ELDER_LIMIT.limitSeconds - ELDER_LIMIT.warnSeconds + STEP_SECONDS);
    await warning.waitFor();
    await page.mouse.click(960, 20);
    await warning.waitFor({ state: 'detached' });
  }
  if (station.count('attention') !== EXTENSIONS) broken.push(`${station.count('attention')} sounds`);
  if (station.count('endVisit') > 0) broken.push('the visit was ended');

  station.feed.put('visit', 'now', elderVisit({ tickets: [visitTicket({ printState: 'sent' })] }));
  await screen(page, 'done');
  await pass(ELDER_LIMIT.limitSeconds * 2);
  if (station.count('endVisit') > 0) broken.push('ended while printing');
  station.feed.put('visit', 'now', elderVisit({ tickets: [visitTicket()] }));
  await page.locator('[data-bar="sound"]').click();
  await waitFor(() => voice.asked.length > 0 || undefined);
  await pass(ELDER_LIMIT.limitSeconds * 2);
  if (station.count('endVisit') > 0) broken.push('ended while reading aloud');
  const limits = [STANDARD_LIMIT, ELDER_LIMIT].map(
    ({ limitSeconds, warnSeconds }) => `${limitSeconds}/${warnSeconds} s`,
  );
  return nothingBreaks(
    `${limits.join(', elders ')}; extended ${EXTENSIONS} times by a touch; held while printing and reading`,
    [
      ...broken,
      ...(STANDARD_LIMIT.limitSeconds >= 60 && STANDARD_LIMIT.warnSeconds >= 20
        ? []
        : ['the standard limit']),
      ...(ELDER_LIMIT.limitSeconds >= 120 && ELDER_LIMIT.warnSeconds >= 30 ? [] : ['the limit for elders']),
    ],
  );
};

/** Whatever could be left of a person on this page: text, storage, address. */
async function leftBehind({ page }: Pick<KioskBench, 'page'>): Promise<string> {
  const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  return (await page.content()) + stored + page.url();
}

export const nothingLeft: Measure = async (hall) => {
  const { page, station, pass } = await inOurTime(hall);
  station.feed.put('visit', 'now', elderVisit({ tickets: [visitTicket()] }));
  await screen(page, 'done');
  await pass(ELDER_LIMIT.limitSeconds + STEP_SECONDS);
  await screen(page, 'idle');
  const left = await leftBehind({ page });
  const found = ['张*英', 'A012', '78 岁'].filter((word) => left.includes(word));
  const ended = station.count('endVisit');
  return nothingBreaks(
    `after ${ELDER_LIMIT.limitSeconds} s the visit is ended ${ended} time and nothing of it is in the page`,
    [...found, ...(ended === 1 ? [] : [`ended ${ended} times`])],
  );
};

export const perVisit: Measure = async ({ openKiosk }) => {
  const { page, station } = await openKiosk();
  station.feed.put('visit', 'now', elderVisit());
  await screen(page, 'choose');
  await chooseTextSize(page, 'largest');
  await toggleLook(page, 'contrast');
  await toggleLook(page, 'low');
  await page.locator('[data-bar="sound"]').click();
  await page.locator('[data-bar="language"]').click();
  const state = () =>
    page.evaluate(() => {
      const { dataset, lang } = document.documentElement;
      return [dataset['textSize'], dataset['contrast'], dataset['reach'], dataset['reading'], lang].join(' ');
    });
  const during = await state();
  station.feed.put('visit', 'now', null);
  await screen(page, 'idle');
  const after = await state();
  return {
    measured: `during: ${during}; after: ${after}`,
    passed: after === 'standard usual usual off zh-CN' && during !== after,
  };
};
