import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { HallService } from '../../support/services/hall-service.ts';
import { must } from '../../support/services/service-under-test.ts';
import { followStation, stationClient, StationService } from '../../support/services/station-service.ts';
import { TcpProxy } from '../../support/services/tcp-proxy.ts';

const SERVICE = 'LN-01';
const id = () => ({ requestId: randomUUID() });
const unreachable = { ok: false, error: { kind: 'hall-unreachable' } };

test('the hall stops while the kiosk is used: it is said, and when it is back all goes on by itself', async () => {
  const hall = await HallService.forTest();
  const station = await StationService.forTest(hall);
  const page = await followStation(station);
  const kiosk = stationClient(station);
  await page.until((now) => now.station['now']?.hall === 'reachable' && now.services[SERVICE]);
  await must(kiosk.beginWithoutCard(id()));

  await hall.stop();
  await page.until((now) => now.station['now']?.hall === 'unreachable' || undefined);
  const wish = { ...id(), serviceCode: SERVICE };
  expect(await kiosk.takeTicket(wish)).toEqual(unreachable);
  expect(await station.post('takeTicket', { ...id(), serviceCode: SERVICE }, 'kiosk')).toMatchObject({
    status: 503,
  });
  // The person is still there, and what the hall offered is still shown.
  expect(page.now.visit['now']?.person).toBe('no-card');
  expect(page.now.services[SERVICE]).toBeDefined();

  await hall.start();
  await page.until((now) => now.station['now']?.hall === 'reachable' || undefined);
  const taken = await must(kiosk.takeTicket(wish));
  expect(taken.number).toBe('A001');
  await page.until((now) => now.visit['now']?.tickets[0]?.printState === 'confirmed' || undefined);
  expect((await must(hall.as('admin').queueSnapshot({}))).tickets).toMatchObject([{ number: 'A001' }]);
});

test('a station that starts before its hall waits for it', async () => {
  const hall = await HallService.forTest();
  await hall.stop();
  const station = await StationService.forTest(hall);
  const page = await followStation(station);
  expect(page.now.station['now']).toMatchObject({ hall: 'unreachable', waiting: 0 });
  await hall.start();
  await page.until((now) => now.station['now']?.hall === 'reachable' && now.services[SERVICE]);
});

test.each([
  ['the same request id', true],
  ['another request id, as after a page was loaded anew', false],
])(
  'the hall’s answer is lost: asked again with %s, it is one ticket and one paper',
  async (_what, isSame) => {
    const hall = await HallService.forTest();
    const line = await TcpProxy.forTest(() => hall.address);
    const station = await StationService.forTest(hall, { hallAddress: line.address });
    const page = await followStation(station);
    const kiosk = stationClient(station);
    await must(kiosk.beginWithoutCard(id()));

    line.losesAnswers = true;
    const wish = { ...id(), serviceCode: SERVICE };
    expect(await kiosk.takeTicket(wish)).toEqual(unreachable);
    const tickets = async () => (await must(hall.as('admin').queueSnapshot({}))).tickets;
    expect(await tickets()).toHaveLength(1);

    line.losesAnswers = false;
    const again = isSame ? wish : { ...wish, ...id() };
    expect((await must(kiosk.takeTicket(again))).number).toBe('A001');
    await page.until((now) => now.visit['now']?.tickets[0]?.printState === 'confirmed' || undefined);
    expect(await tickets()).toHaveLength(1);
  },
);

test('the next person’s wish is not taken for the unanswered one of the person before', async () => {
  const hall = await HallService.forTest();
  const line = await TcpProxy.forTest(() => hall.address);
  const station = await StationService.forTest(hall, { hallAddress: line.address });
  const kiosk = stationClient(station);
  await must(kiosk.beginWithoutCard(id()));
  line.losesAnswers = true;
  expect(await kiosk.takeTicket({ ...id(), serviceCode: SERVICE })).toEqual(unreachable);
  line.losesAnswers = false;
  await must(kiosk.endVisit(id()));
  await must(kiosk.beginWithoutCard(id()));
  expect((await must(kiosk.takeTicket({ ...id(), serviceCode: SERVICE }))).number).toBe('A002');
});

test('a token that the hall does not believe: the kiosk says that the hall cannot be reached, its log says why', async () => {
  const hall = await HallService.forTest();
  const other = await HallService.forTest();
  const station = await StationService.forTest(other, { hallAddress: hall.address });
  const page = await followStation(station);
  expect(page.now.station['now']?.hall).toBe('unreachable');
  expect(station.log).toContain('"kind":"not-signed-in"');
});
