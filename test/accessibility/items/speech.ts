import { elderVisit, visitTicket } from '../../support/fake-services/samples.ts';
import { screen } from '../../support/pages/bench.ts';
import { waitFor } from '../../support/wait-for.ts';
import { nothingBreaks, where, type Measure } from '../bench.ts';
import type { Piece } from '../survey.ts';

/** Without rests, and without the seconds that run down between looking and listening. */
const bare = (text: string): string => text.replace(/\d+ 秒|[\s，。！？：、；,.!?:;]/g, '');

export const everythingIsRead: Measure = async ({ survey, openKiosk }) => {
  const silent = survey.flatMap((facts) => {
    const said = bare(facts.spoken.join(''));
    return facts.visible
      .filter((text) => !said.includes(bare(text)))
      .map((text) => `${where(facts)}: ${text}`);
  });
  const { page, voice, station } = await openKiosk();
  await page.locator('[data-bar="sound"]').click();
  const controls = ['pause', 'again', 'slower', 'off'];
  const missing: string[] = [];
  for (const control of controls)
    if (!(await page.locator(`[data-voice="${control}"]`).isVisible())) missing.push(control);
  await waitFor(() => voice.asked.length > 0 || undefined);
  await page.mouse.click(960, 400);
  await waitFor(() => station.count('stopReading') === 1 || undefined);
  const texts = survey.reduce((sum, { visible }) => sum + visible.length, 0);
  return nothingBreaks(
    `${texts} texts of ${survey.length} states spoken; ${controls.join(', ')}; a touch silences`,
    [...silent, ...missing],
  );
};

/** The next piece stands further down, or beside; never above what came before it in the page. */
function outOfOrder(pieces: readonly Piece[]): string[] {
  return pieces.slice(1).flatMap((piece, at) => {
    const before = pieces[at];
    if (before === undefined) return [];
    const isAbove = piece.box.y + piece.box.height <= before.box.y + 1;
    const isBeside = piece.box.x >= before.box.x + before.box.width - 1;
    return isAbove && !isBeside ? [`${piece.text} stands above ${before.text}`] : [];
  });
}

export const oneOrder: Measure = ({ survey }) => {
  const broken = survey.flatMap((facts) => [
    ...outOfOrder(facts.pieces).map((what) => `${where(facts)}: ${what}`),
    ...(facts.spoken.at(-1)?.includes('返回') === true ||
    facts.bar['back'] === null ||
    facts.state === 'idle' ||
    facts.state === 'away' ||
    facts.state.startsWith('idle-')
      ? []
      : [`${where(facts)}: 返回 is not spoken last`]),
  ]);
  return nothingBreaks(
    `page, screen and speech have one order in ${survey.length} states; 返回 comes last`,
    broken,
  );
};

export const loudness: Measure = async ({ openKiosk }) => {
  const { page, station, voice } = await openKiosk();
  station.feed.put('visit', 'now', elderVisit());
  await screen(page, 'choose');
  await page.locator('[data-bar="sound"]').click();
  await page.locator('[data-voice="louder"]').click();
  await waitFor(() => voice.asked.at(-1)?.volume === 'high' || undefined);
  const isPrivate = voice.asked.at(-1)?.sentences.find(({ text }) => text.includes('张*英'))?.private;
  station.feed.put('visit', 'now', null);
  await screen(page, 'idle');
  station.feed.put('visit', 'now', elderVisit({ tickets: [visitTicket()] }));
  await screen(page, 'done');
  const before = voice.asked.length;
  await page.locator('[data-bar="sound"]').click();
  await waitFor(() => voice.asked.length > before || undefined);
  const volume = voice.asked.at(-1)?.volume;
  return {
    measured: `high for one person, ${volume} for the next; the masked name is ${isPrivate === true ? 'private' : 'public'}`,
    passed: volume === 'middle' && isPrivate === true,
  };
};

export const captions: Measure = async ({ openKiosk }) => {
  const { page, voice } = await openKiosk();
  await page.locator('[data-bar="sound"]').click();
  await waitFor(() => voice.asked.length > 0 || undefined);
  const sentences = voice.newest();
  const wrong: string[] = [];
  for (const sentence of sentences) {
    const shown = page.locator('[data-caption]', { hasText: sentence });
    await shown.waitFor({ timeout: 5_000 }).catch(() => wrong.push(sentence));
    voice.next();
  }
  return nothingBreaks(
    `${sentences.length} sentences of the first screen captioned while they are heard`,
    wrong,
  );
};
