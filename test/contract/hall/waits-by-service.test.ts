import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { ServiceView } from '../../../preload/contracts/hall-operations.ts';
import { HallService } from '../../support/services/hall-service.ts';
import { must } from '../../support/services/service-under-test.ts';
import { listenAs, type HallListener } from './feed-truth.ts';

const TWO_DESKS =
  'hall: { counters: [{ id: "1", services: [LN-01, LN-02] }, { id: "2", services: [JZ] }] }\n';
const id = () => ({ requestId: randomUUID() });
const issue = (hall: HallService, serviceCode: string) =>
  must(hall.as('kiosk').issueTicket({ ...id(), serviceCode }));

/** Waits until the display knows the same waits as a kiosk that asks. */
async function sameAsAsked(hall: HallService, display: HallListener, served: readonly string[]) {
  const { services } = await must(hall.as('kiosk').listServices({}));
  const shown = services.filter(({ waiting, serviceCode }) => waiting > 0 || served.includes(serviceCode));
  const asWait = ({ serviceCode, name, waiting, waitMinutes }: ServiceView) => [
    serviceCode,
    name,
    waiting,
    waitMinutes,
    served.includes(serviceCode) ? 1 : 0,
  ];
  const wanted = JSON.stringify(shown.map(asWait).sort());
  return display.until((now) => {
    const known = Object.values(now.waits).map((wait) => [
      wait.serviceCode,
      wait.name,
      wait.waiting,
      wait.waitMinutes,
      wait.openCounters,
    ]);
    return JSON.stringify(known.sort()) === wanted ? known : undefined;
  });
}

test('a display knows the wait of each service that somebody waits for or serves, and of no other', async () => {
  const hall = await HallService.forTest({ configuration: TWO_DESKS });
  const display = await listenAs(hall, 'display');
  expect(display.now.waits).toEqual({});
  await issue(hall, 'JZ-01');
  expect(await sameAsAsked(hall, display, [])).toHaveLength(1);
  await must(hall.as('counter').openCounter({ ...id(), counterId: '1' }));
  expect(await sameAsAsked(hall, display, ['LN-01', 'LN-02'])).toHaveLength(3);
  await issue(hall, 'LN-02');
  await must(hall.as('counter').callNext({ ...id(), counterId: '1' }));
  await sameAsAsked(hall, display, ['LN-01', 'LN-02']);
});

test('a rush is told in one go after the calls, and a display that comes late knows it at once', async () => {
  const hall = await HallService.forTest({ configuration: TWO_DESKS });
  const display = await listenAs(hall, 'display');
  for (let n = 0; n < 40; n += 1) await issue(hall, 'LN-01');
  await sameAsAsked(hall, display, []);
  const told = display.messages.filter(
    (message) =>
      message.type === 'update' && message.changes.some(({ collection }) => collection === 'waits'),
  );
  // Forty tickets take some hundred milliseconds; even on a slow computer it is not one for each.
  expect(told.length).toBeLessThan(20);
  const late = await listenAs(hall, 'display');
  expect(late.now.waits['LN-01']?.waiting).toBe(40);
});

test('what the hall wants read beside the calls is told as the configuration says it', async () => {
  const hall = await HallService.forTest({
    configuration: `hall:
  openHours: '08:30-12:00, 14:00-17:30'
  display: { notices: [今天下午 5 点停止取号], policies: [{ title: 办理须知, lines: [请带原件] }], diagonalInch: 43 }
`,
  });
  const display = await listenAs(hall, 'display');
  expect(display.now.display['now']).toEqual({
    openHours: ['08:30-12:00', '14:00-17:30'],
    notices: ['今天下午 5 点停止取号'],
    policies: [{ title: '办理须知', lines: ['请带原件'] }],
    rotateSeconds: 12,
    diagonalInch: 43,
    readingDistanceMm: 8000,
  });
});
