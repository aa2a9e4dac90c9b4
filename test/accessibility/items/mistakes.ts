import { ok } from '../../../preload/contracts/result.ts';
import { elderVisit, sampleId, visitTicket } from '../../support/fake-services/samples.ts';
import { LANDSCAPE, screen } from '../../support/pages/bench.ts';
import { KIOSK_STATES } from '../../support/pages/kiosk-states.ts';
import { ProxyStation } from '../../support/pages/proxy-station.ts';
import { waitFor } from '../../support/wait-for.ts';
import { nothingBreaks, type Measure } from '../bench.ts';

/** The check digit is one too high. */
const WRONG_NUMBER = '110199194006159023';

export const errorsSayHow: Measure = async ({ openKiosk }) => {
  const { page, station, voice } = await openKiosk();
  new ProxyStation(station);
  await page.locator('[data-bar="sound"]').click();
  await page.locator('[data-proxy-entry]').click();
  await screen(page, 'proxy-service');
  await page.locator('[data-service="LN-01"]').click();
  await screen(page, 'proxy-principal');
  await page.locator('[data-type]').click();
  await screen(page, 'proxy-number');
  await page.keyboard.type(WRONG_NUMBER);
  await page.locator('[data-pad="done"]').click();
  const fault = page.locator('[data-fault]');
  const said = await waitFor(async () => (await fault.innerText()).trim() || undefined);
  const kept = (await page.locator('[data-typed]').innerText()).replaceAll(/\s/g, '');
  await waitFor(() => voice.newest().includes(said) || undefined);
  return nothingBreaks(`said and spoken: ${said}; kept: all ${kept.length} digits`, [
    ...(kept === WRONG_NUMBER ? [] : [kept]),
    ...(said.includes('请') ? [] : ['it does not say what to do']),
  ]);
};

export const summaryFirst: Measure = async ({ openKiosk }) => {
  const { page, station } = await openKiosk();
  await KIOSK_STATES['proxy-check']?.(station, page, LANDSCAPE);
  const before = station.count('printProxyLetter');
  const lines = await page.locator('main li, main dt, main p').count();
  const canMend = await page.locator('[data-mend]').count();
  await page.locator('[data-print]').click();
  await waitFor(() => station.count('printProxyLetter') > 0 || undefined);
  return nothingBreaks(`${lines} lines to look through, ${canMend} way to mend them, then printed`, [
    ...(before === 0 ? [] : ['printed before']),
    ...(canMend > 0 ? [] : ['nothing can be mended']),
  ]);
};

export const askedOnce: Measure = async ({ openKiosk }) => {
  const { page, station } = await openKiosk();
  const tickets = [visitTicket()];
  station.answers.takeTicket = ({ serviceCode }) => {
    const taken = visitTicket({ ticketId: sampleId(13), number: 'B001', serviceCode });
    station.feed.put('visit', 'now', elderVisit({ tickets: [...tickets, taken] }));
    return ok({ ticketId: taken.ticketId, number: taken.number, alreadyHeld: false });
  };
  station.feed.put('visit', 'now', elderVisit({ tickets }));
  await screen(page, 'done');
  await page.getByRole('button', { name: '再办一件事' }).click();
  await screen(page, 'choose');
  const greeting = await page.locator('.greeting').innerText();
  await page.locator('[data-service]').nth(1).click();
  await screen(page, 'done');
  const asked = station.asked.map(({ operation }) => operation);
  const isOnlyTicket = JSON.stringify(asked.filter((one) => one !== 'attention')) === '["takeTicket"]';
  return nothingBreaks(
    `a second errand: greeted as ${greeting.replace(/\s+/g, ' ')}, one touch, number B001`,
    isOnlyTicket && greeting.includes('优先办理') ? [] : asked,
  );
};
