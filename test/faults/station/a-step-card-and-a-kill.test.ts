import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, expect, it } from 'vitest';
import { seededRandom } from '../../support/seeded-random.ts';
import { must } from '../../support/services/service-under-test.ts';
import { followStation, stationClient } from '../../support/services/station-service.ts';
import { waitFor } from '../../support/wait-for.ts';
import { HallRig } from '../hall/hall-rig.ts';
import { StationRig } from './station-rig.ts';

const ROUNDS = 8;

let hall: HallRig;
let station: StationRig;
const id = () => ({ requestId: randomUUID() });

beforeEach(async () => {
  hall = new HallRig();
  await hall.start();
  station = await StationRig.start(hall);
});

const cards = async () => (await station.hardware.tickets()).filter(({ text }) => text.includes('怎样取号'));
const cardJobs = () => station.allJobs().filter(({ number }) => number === null);
const settled = () =>
  waitFor(
    () => station.allJobs().every(({ state }) => state === 'confirmed' || state === 'unknown') || undefined,
  );

it('killed with a card at the printer: the page is told that nobody knows, and none comes out by itself', async () => {
  await station.hardware.tell({ do: 'set', silent: true }); // nobody will confirm it
  await must(stationClient(station).printStepCard(id()));
  await waitFor(async () => (await cards()).length === 1 || undefined);
  await station.process?.kill();
  await station.hardware.tell({ do: 'set', silent: false });
  await station.start();
  await settled();
  const page = await followStation(station);
  expect(page.now.station['now']?.stepCard).toEqual({ state: 'unknown', problem: 'interrupted' });
  const { number } = await takeTicket();
  await waitFor(async () => (await station.papersOf(number)).length === 1 || undefined);
  expect(await cards()).toHaveLength(1);
});

it('killed while a card waits for paper: the same wish, repeated, is the same paper', async () => {
  await station.hardware.tell({ do: 'set', paper: 'out' });
  const wish = id();
  expect(await must(stationClient(station).printStepCard(wish))).toEqual({ printState: 'pending' });
  await station.process?.kill();
  await station.start();
  expect(await must(stationClient(station).printStepCard(wish))).toEqual({ printState: 'pending' });
  await station.hardware.tell({ do: 'set', paper: 'full' });
  await settled();
  expect(await must(stationClient(station).printStepCard(wish))).toHaveProperty('printState');
  expect(cardJobs()).toMatchObject([{ state: 'confirmed' }]);
  expect(await cards()).toMatchObject([{ whole: true }]);
});

it('killed at any moment, again and again: never more papers than wishes, and the tickets beside them are whole', async () => {
  const random = seededRandom(23);
  for (let round = 0; round < ROUNDS; round += 1) {
    const asked = [stationClient(station).printStepCard(id()), takeTicket().catch(() => undefined)];
    await sleep(random() * 120);
    await station.process?.kill();
    await Promise.all(asked);
    await station.start();
  }
  await settled();
  expect(cardJobs().length).toBeGreaterThan(0);
  expect((await cards()).length).toBeLessThanOrEqual(cardJobs().length);
  const whole = (await cards()).filter((card) => card.whole);
  const confirmed = cardJobs().filter(({ state }) => state === 'confirmed');
  expect(whole.length).toBeGreaterThanOrEqual(confirmed.length);
  for (const { number, state } of station.jobs()) {
    if (state !== 'confirmed') continue;
    expect(await station.papersOf(number)).toEqual([{ reprint: false, whole: true }]);
  }
});

async function takeTicket() {
  const kiosk = stationClient(station);
  await must(kiosk.endVisit(id()));
  await must(kiosk.beginWithoutCard(id()));
  return must(kiosk.takeTicket({ ...id(), serviceCode: 'LN-01' }));
}
