import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { stationCollections, StationOperations } from '../../../preload/contracts/station-operations.ts';
import type { Client } from '../../../preload/contracts/operation.ts';
import type { FeedListener } from '../../support/services/feed-listener.ts';
import { HallService } from '../../support/services/hall-service.ts';
import { startRiggedStation, type RiggedStation } from '../../support/services/rigged-station.ts';
import { must } from '../../support/services/service-under-test.ts';
import { followStation, stationClient, StationService } from '../../support/services/station-service.ts';
import { waitFor } from '../../support/wait-for.ts';

type Page = FeedListener<typeof stationCollections>;

let hall: HallService;
let station: RiggedStation;
let kiosk: Client<StationOperations>;
let page: Page;
const id = () => ({ requestId: randomUUID() });

async function take(): Promise<string> {
  await must(kiosk.endVisit(id()));
  await must(kiosk.beginWithoutCard(id()));
  return (await must(kiosk.takeTicket({ ...id(), serviceCode: 'LN-01' }))).ticketId;
}
const ticketShows = (facts: object, on: Page = page) =>
  on.until((now) => {
    const shown = now.visit['now']?.tickets.at(-1);
    return (
      Object.entries(facts).every(([key, value]) => shown?.[key as keyof typeof shown] === value) || undefined
    );
  });
const hallKnows = (ticketId: string, printState: string) =>
  waitFor(async () => {
    const { ticket } = await must(hall.as('admin').ticketStatus({ ticketId }));
    return ticket.printState === printState || undefined;
  });

beforeEach(async () => {
  hall = await HallService.forTest();
  station = await startRiggedStation(hall);
  kiosk = stationClient(station);
  page = await followStation(station);
});

describe('the printer is out of paper', () => {
  it('the ticket exists, the page can say why no paper comes, and it comes when there is some', async () => {
    station.printer.breakNow('no-paper');
    const ticketId = await take();
    await ticketShows({ printState: 'pending', printProblem: 'no-paper' });
    expect(page.now.visit['now']?.tickets).toMatchObject([{ ticketId, number: 'A001' }]);
    station.printer.repair();
    await ticketShows({ printState: 'confirmed', printProblem: null });
    expect(station.papers()).toMatchObject([{ number: 'A001', reprint: false }]);
    await hallKnows(ticketId, 'confirmed');
  });

  it('whoever comes second is told at once, not only whose paper is first in line', async () => {
    station.printer.breakNow('cover-open');
    await take();
    await ticketShows({ printProblem: 'cover-open' });
    await take();
    await ticketShows({ number: 'A002', printState: 'pending', printProblem: 'cover-open' });
    station.printer.breakNow('no-paper');
    await ticketShows({ number: 'A002', printState: 'pending', printProblem: 'no-paper' });
    station.printer.repair();
    await ticketShows({ number: 'A002', printState: 'confirmed', printProblem: null });
    expect(station.papers().map(({ number }) => number)).toEqual(['A001', 'A002']);
  });

  it('says a reason once, however often the printer is asked', async () => {
    station.printer.breakNow('no-paper');
    await take();
    await ticketShows({ printProblem: 'no-paper' });
    const heard = page.texts.length;
    const told = (): number => station.log().split('"msg":"paper"').length;
    const toldBefore = told();
    const asked = vi.spyOn(station.printer, 'print');
    await waitFor(() => asked.mock.calls.length >= 2 || undefined);
    await must(kiosk.beginWithoutCard(id()));
    const reasons = page.texts.slice(heard).filter((text) => text.includes('"printProblem"'));
    expect(reasons).toEqual([]);
    expect(told()).toBe(toldBefore);
  });
});

describe('nobody knows what is on the paper', () => {
  it('the page and the hall are told so; a reprint puts it right', async () => {
    station.printer.pullCableAfter(150);
    const ticketId = await take();
    await ticketShows({ printState: 'unknown', printProblem: 'disconnected' });
    await hallKnows(ticketId, 'unknown');
    station.printer.repair();
    await must(kiosk.reprint({ ...id(), ticketId }));
    await ticketShows({ printState: 'confirmed', printProblem: null });
    await hallKnows(ticketId, 'confirmed');
    const numbers = new Set(station.papers().map(({ number, reprint }) => `${number} ${reprint}`));
    expect(numbers).toEqual(new Set(['A001 false', 'A001 true']));
  });
});

describe('the hall hears what became of a paper', () => {
  it('after it was away', async () => {
    station.printer.breakNow('no-paper');
    const ticketId = await take();
    await ticketShows({ printProblem: 'no-paper' });
    await hall.stop();
    station.printer.repair();
    await ticketShows({ printState: 'confirmed' });
    await hall.start();
    await hallKnows(ticketId, 'confirmed');
  });

  it('after it was away and the station was started anew meanwhile', async () => {
    station.printer.breakNow('no-paper');
    const first = await take();
    const second = await take();
    await ticketShows({ printProblem: 'no-paper' });
    await hall.stop();
    station.printer.repair();
    await ticketShows({ printState: 'confirmed' });
    await station.stop();
    await hall.start();
    await startRiggedStation(hall, { folder: station.folder, printer: station.printer });
    await hallKnows(first, 'confirmed');
    await hallKnows(second, 'confirmed');
    expect(station.papers()).toHaveLength(2);
  });

  it('once: a station that starts tells nothing new, and a confirmed paper stays confirmed', async () => {
    const ticketId = await take();
    await hallKnows(ticketId, 'confirmed');
    await station.stop();
    const again = await startRiggedStation(hall, { folder: station.folder, printer: station.printer });
    const client = stationClient(again);
    await must(client.beginWithoutCard(id()));
    const { ticketId: next } = await must(client.takeTicket({ ...id(), serviceCode: 'LN-01' }));
    await hallKnows(next, 'confirmed'); // reported after the old one
    await hallKnows(ticketId, 'confirmed');
    expect(station.papers()).toHaveLength(2);
  });
});

describe('a kiosk without a printer', () => {
  it('gives numbers and says that no paper will come', async () => {
    const bare = await StationService.forTest(hall, { configuration: 'devices: { ticketPrinter: none }\n' });
    const client = stationClient(bare);
    const shown = await followStation(bare);
    await must(client.beginWithoutCard(id()));
    const { ticketId } = await must(client.takeTicket({ ...id(), serviceCode: 'LN-01' }));
    await ticketShows({ printState: 'pending', printProblem: 'no-printer' }, shown);
    expect(await client.reprint({ ...id(), ticketId })).toEqual({ ok: false, error: { kind: 'not-found' } });
    expect(shown.now.devices['ticketPrinter']).toMatchObject({ state: 'unavailable', reason: 'none' });
  });
});
