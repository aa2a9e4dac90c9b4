import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { stationCollections, StationOperations } from '../../../preload/contracts/station-operations.ts';
import type { Client } from '../../../preload/contracts/operation.ts';
import type { FeedListener } from '../../support/services/feed-listener.ts';
import { HallService } from '../../support/services/hall-service.ts';
import { must } from '../../support/services/service-under-test.ts';
import { followStation, stationClient } from '../../support/services/station-service.ts';
import { waitFor } from '../../support/wait-for.ts';
import { StationRig } from './station-rig.ts';

let hall: HallService;
let station: StationRig;
let kiosk: Client<StationOperations>;
let page: FeedListener<typeof stationCollections>;
const id = () => ({ requestId: randomUUID() });
const ONE = { reprint: false, whole: true };
const TORN = { reprint: false, whole: false };

/** The next person: comes, takes a number, stays. */
async function take(): Promise<{ ticketId: string; number: string }> {
  await must(kiosk.endVisit(id()));
  await must(kiosk.beginWithoutCard(id()));
  return must(kiosk.takeTicket({ ...id(), serviceCode: 'LN-01' }));
}
const shows = (printState: string, printProblem: string | null) =>
  page.until((now) => {
    const ticket = now.visit['now']?.tickets.at(-1);
    return (ticket?.printState === printState && ticket.printProblem === printProblem) || undefined;
  });
const hallKnows = (ticketId: string, printState: string) =>
  waitFor(async () => {
    const { ticket } = await must(hall.as('admin').ticketStatus({ ticketId }));
    return ticket.printState === printState || undefined;
  });

beforeEach(async () => {
  hall = await HallService.forTest();
  station = await StationRig.start(hall);
  kiosk = stationClient(station);
  page = await followStation(station);
});

describe('the cable is pulled in the middle of a ticket', () => {
  it('nobody knows, and it is said; the next ticket comes out; a reprint is marked', async () => {
    await station.hardware.tell({ do: 'close-after-bytes', bytes: 150 });
    const first = await take();
    await shows('unknown', 'disconnected');
    await hallKnows(first.ticketId, 'unknown');
    const second = await take();
    await shows('confirmed', null);
    await hallKnows(second.ticketId, 'confirmed');
    expect(await station.papersOf(first.number)).toEqual([TORN]);
    expect(await station.papersOf(second.number)).toEqual([ONE]);

    await must(kiosk.reprint({ ...id(), ticketId: first.ticketId }));
    await hallKnows(first.ticketId, 'confirmed');
    expect(await station.papersOf(first.number)).toEqual([TORN, { reprint: true, whole: true }]);
  });
});

describe('the paper ends in the middle of a ticket', () => {
  it('the rest comes out of the new roll: confirmed late, one paper, then those who waited', async () => {
    await station.hardware.tell({ do: 'run-out-after-lines', lines: 3 });
    const first = await take();
    await shows('unknown', 'no-paper');
    const second = await take();
    await shows('pending', 'no-paper');
    await hallKnows(first.ticketId, 'unknown');

    await station.hardware.tell({ do: 'set', paper: 'full' });
    await shows('confirmed', null);
    await hallKnows(first.ticketId, 'confirmed');
    await hallKnows(second.ticketId, 'confirmed');
    expect(await station.papersOf(first.number)).toEqual([ONE]);
    expect(await station.papersOf(second.number)).toEqual([ONE]);
  });
});

describe('the printer is switched off', () => {
  it('numbers are given all the same, each paper comes once when it is on again', async () => {
    await station.hardware.tell({ do: 'switch-off' });
    const taken = [await take(), await take(), await take()];
    await shows('pending', 'disconnected');
    await page.until((now) => now.devices['ticketPrinter']?.reason === 'disconnected' || undefined);
    await station.hardware.tell({ do: 'switch-on' });
    for (const { ticketId } of taken) await hallKnows(ticketId, 'confirmed');
    for (const { number } of taken) expect(await station.papersOf(number)).toEqual([ONE]);
  });
});

describe('the printer answers nothing', () => {
  it('prints what nobody confirms: unknown, one paper, and the next person is served', async () => {
    await station.hardware.tell({ do: 'set', silent: true });
    const first = await take();
    await shows('unknown', 'silent');
    await station.hardware.tell({ do: 'set', silent: false });
    const second = await take();
    await shows('confirmed', null);
    expect(await station.papersOf(first.number)).toHaveLength(1);
    expect(await station.papersOf(second.number)).toEqual([ONE]);
  });
});
