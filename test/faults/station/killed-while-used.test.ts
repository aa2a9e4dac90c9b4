import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, expect, it } from 'vitest';
import { must } from '../../support/services/service-under-test.ts';
import { followStation, stationClient } from '../../support/services/station-service.ts';
import { seededRandom } from '../../support/seeded-random.ts';
import { waitFor } from '../../support/wait-for.ts';
import { HallRig } from '../hall/hall-rig.ts';
import { StationRig } from './station-rig.ts';

const ROUNDS = 12;
const SERVICES = ['LN-01', 'LN-02', 'JZ-01'];

let hall: HallRig;
let station: StationRig;
const id = () => ({ requestId: randomUUID() });
const hallTickets = () =>
  hall.rows<{ ticketId: string; number: string; paper: string }>(
    'select ticket_id as ticketId, number, print_state as paper from ticket order by issue_sequence',
  );

beforeEach(async () => {
  hall = new HallRig();
  await hall.start();
  station = await StationRig.start(hall);
});

it('the hall is killed while the kiosk is used: it is said, it comes back, one number', async () => {
  const kiosk = stationClient(station);
  const page = await followStation(station);
  await must(kiosk.beginWithoutCard(id()));
  await hall.process?.kill();
  const wish = { ...id(), serviceCode: 'LN-01' };
  expect(await kiosk.takeTicket(wish)).toEqual({ ok: false, error: { kind: 'hall-unreachable' } });
  await page.until((now) => now.station['now']?.hall === 'unreachable' || undefined);
  await hall.start();
  await page.until((now) => now.station['now']?.hall === 'reachable' || undefined);
  const taken = await must(kiosk.takeTicket(wish));
  await page.until((now) => now.visit['now']?.tickets[0]?.printState === 'confirmed' || undefined);
  await waitFor(() => hallTickets()[0]?.paper === 'confirmed' || undefined);
  expect(hallTickets()).toEqual([{ ticketId: taken.ticketId, number: 'A001', paper: 'confirmed' }]);
  expect(await station.papersOf('A001')).toEqual([{ reprint: false, whole: true }]);
});

it('the hall is killed at any moment, again and again: every wish is one number and one paper', async () => {
  const random = seededRandom(7);
  const told: string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const kiosk = stationClient(station);
    await must(kiosk.endVisit(id()));
    await must(kiosk.beginWithoutCard(id()));
    const wishes = SERVICES.map((serviceCode) => ({ ...id(), serviceCode }));
    const asked = wishes.map((wish) => kiosk.takeTicket(wish));
    await sleep(random() * 25);
    await hall.process?.kill();
    await Promise.all(asked);
    await hall.start();
    // A page that was loaded anew asks with ids of its own.
    for (const { serviceCode } of wishes)
      told.push((await must(kiosk.takeTicket({ ...id(), serviceCode }))).ticketId);
  }
  expect(new Set(told).size).toBe(ROUNDS * SERVICES.length);
  await waitFor(() => hallTickets().every(({ paper }) => paper === 'confirmed') || undefined);
  const tickets = hallTickets();
  expect(new Set(tickets.map(({ ticketId }) => ticketId))).toEqual(new Set(told));
  expect(new Set(tickets.map(({ number }) => number)).size).toBe(told.length);
  for (const { number } of tickets)
    expect(await station.papersOf(number)).toEqual([{ reprint: false, whole: true }]);
  expect(hall.verify()).toMatchObject({ exitCode: 0 });
});

it('the kiosk is killed at any moment while it prints: no ticket comes out unmarked twice, and the hall hears of each', async () => {
  const random = seededRandom(11);
  for (let round = 0; round < ROUNDS; round += 1) {
    const kiosk = stationClient(station);
    await must(kiosk.beginWithoutCard(id()));
    const asked = SERVICES.map((serviceCode) => kiosk.takeTicket({ ...id(), serviceCode }));
    // Every other time not before the first ticket is on its way.
    if (round % 2 === 0) await Promise.race(asked);
    await sleep(random() * 120);
    await station.process?.kill();
    await Promise.all(asked);
    await station.start();
  }
  const settled = ['confirmed', 'unknown'];
  await waitFor(() => station.jobs().every(({ state }) => settled.includes(state)) || undefined);
  const jobs = station.jobs();
  expect(jobs.length).toBeGreaterThanOrEqual(ROUNDS / 2);
  expect(jobs.filter(({ copy }) => copy > 0)).toEqual([]);
  for (const { number, state, reason } of jobs) {
    const papers = await station.papersOf(number);
    expect(papers.filter(({ reprint }) => reprint)).toEqual([]);
    expect(papers.length).toBeLessThanOrEqual(1);
    if (state === 'confirmed') expect(papers).toEqual([{ reprint: false, whole: true }]);
    else expect(reason).not.toBeNull();
  }
  // Tickets that the kiosk never heard of have no paper, and the hall knows that none came.
  const states = new Map(jobs.map(({ number, state }) => [number, state]));
  await waitFor(
    () =>
      hallTickets().every(({ number, paper }) => paper === (states.get(number) ?? 'pending')) || undefined,
  );
});

it('a kiosk killed with a ticket at the printer offers a reprint, and that one is marked', async () => {
  const kiosk = stationClient(station);
  await station.hardware.tell({ do: 'set', silent: true }); // nobody will confirm it
  await must(kiosk.beginWithoutCard(id()));
  const { ticketId, number } = await must(kiosk.takeTicket({ ...id(), serviceCode: 'LN-01' }));
  await waitFor(async () => (await station.papersOf(number)).length === 1 || undefined);
  await station.process?.kill();
  await station.hardware.tell({ do: 'set', silent: false });
  await station.start();
  await waitFor(() => hallTickets()[0]?.paper === 'unknown' || undefined);
  expect(await station.papersOf(number)).toEqual([{ reprint: false, whole: true }]);
  await must(stationClient(station, 'admin').reprint({ ...id(), ticketId }));
  await waitFor(() => hallTickets()[0]?.paper === 'confirmed' || undefined);
  expect(await station.papersOf(number)).toEqual([
    { reprint: false, whole: true },
    { reprint: true, whole: true },
  ]);
});
