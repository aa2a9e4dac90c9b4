import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { stationCollections, StationOperations } from '../../../preload/contracts/station-operations.ts';
import type { Client } from '../../../preload/contracts/operation.ts';
import type { FeedListener } from '../../support/services/feed-listener.ts';
import { HallService } from '../../support/services/hall-service.ts';
import { startRiggedStation, type RiggedStation } from '../../support/services/rigged-station.ts';
import { must } from '../../support/services/service-under-test.ts';
import { followStation, stationClient } from '../../support/services/station-service.ts';

const SERVICE = 'LN-01';
const TAPS = 20;

let hall: HallService;
let station: RiggedStation;
let kiosk: Client<StationOperations>;
let page: FeedListener<typeof stationCollections>;
const id = () => ({ requestId: randomUUID() });
const tickets = async () => (await must(hall.as('admin').queueSnapshot({}))).tickets;
const numberOfPapers = (count: number) =>
  page.until(
    (now) =>
      now.visit['now']?.tickets.at(-1)?.printState === 'confirmed' && station.papers().length === count,
  );

async function begin(card: boolean): Promise<void> {
  if (card) {
    station.reader.placeCard({ name: '测试甲', birth: '19560615' });
    await page.until((now) => now.visit['now']);
  } else await must(kiosk.beginWithoutCard(id()));
}

beforeEach(async () => {
  hall = await HallService.forTest();
  station = await startRiggedStation(hall);
  kiosk = stationClient(station);
  page = await followStation(station);
});

describe.each([
  ['with a card', true],
  ['without a card', false],
])('somebody %s', (_who, card) => {
  it.each([
    ['the same request id', () => 'same'],
    ['request ids of their own', () => 'own'],
  ])('taps twenty times at once, with %s: one ticket, one paper', async (_what, kind) => {
    await begin(card);
    const same = randomUUID();
    const taps = Array.from({ length: TAPS }, () =>
      kiosk.takeTicket({ requestId: kind() === 'same' ? same : randomUUID(), serviceCode: SERVICE }),
    );
    const taken = await Promise.all(taps.map(must));
    expect(new Set(taken.map(({ ticketId }) => ticketId)).size).toBe(1);
    expect(await tickets()).toHaveLength(1);
    await numberOfPapers(1);
    // And again, when all is done: the person has it already.
    expect(await must(kiosk.takeTicket({ ...id(), serviceCode: SERVICE }))).toEqual(taken[0]);
    expect(await tickets()).toHaveLength(1);
    expect(station.papers()).toHaveLength(1);
  });
});

it('two services of one visit are two tickets and two papers', async () => {
  await begin(true);
  const codes = ['LN-01', 'LN-02', 'LN-01', 'LN-02'];
  await Promise.all(codes.map((serviceCode) => must(kiosk.takeTicket({ ...id(), serviceCode }))));
  expect(await tickets()).toHaveLength(2);
  await page.until(() => station.papers().length === 2 || undefined);
});

describe('somebody who has a number already', () => {
  it('is shown it, at another kiosk and later, and nothing is printed', async () => {
    await begin(true);
    const first = await must(kiosk.takeTicket({ ...id(), serviceCode: SERVICE }));
    await must(kiosk.endVisit(id()));

    const other = await startRiggedStation(hall);
    const otherKiosk = stationClient(other);
    const otherPage = await followStation(other);
    other.reader.placeCard({ name: '测试甲', birth: '19560615' });
    await otherPage.until((now) => now.visit['now']);
    const held = await must(otherKiosk.takeTicket({ ...id(), serviceCode: SERVICE }));
    expect(held).toEqual({ ...first, alreadyHeld: true });
    const shown = await otherPage.until((now) => now.visit['now']?.tickets[0]);
    expect(shown).toMatchObject({ number: first.number, alreadyHeld: true, printProblem: null });
    expect(other.papers()).toEqual([]);
    expect(await tickets()).toHaveLength(1);
  });
});

describe('a reprint', () => {
  it('carries the same number and says so; twenty taps give one more paper', async () => {
    await begin(true);
    const { ticketId, number } = await must(kiosk.takeTicket({ ...id(), serviceCode: SERVICE }));
    await numberOfPapers(1);
    const wish = { ...id(), ticketId };
    await Promise.all(Array.from({ length: TAPS }, () => must(kiosk.reprint(wish))));
    await numberOfPapers(2);
    expect(station.papers().map((paper) => [paper.number, paper.reprint])).toEqual([
      [number, false],
      [number, true],
    ]);
    // The same request, when its answer was lost on the way.
    await must(kiosk.reprint(wish));
    await must(kiosk.reprint({ ...id(), ticketId }));
    await numberOfPapers(3);
    expect(await tickets()).toHaveLength(1);
  });

  it('of a ticket that this kiosk never printed is refused', async () => {
    expect(await kiosk.reprint({ ...id(), ticketId: randomUUID() })).toEqual({
      ok: false,
      error: { kind: 'unknown-ticket' },
    });
  });
});

describe('a request id', () => {
  it('of another wish is refused', async () => {
    const wish = id();
    await must(kiosk.beginWithoutCard(wish));
    const reused = { ok: false, error: { kind: 'request-id-reused' } };
    expect(await kiosk.takeTicket({ ...wish, serviceCode: SERVICE })).toEqual(reused);
    expect(await kiosk.endVisit(wish)).toEqual(reused);
    const taking = { ...id(), serviceCode: SERVICE };
    await must(kiosk.takeTicket(taking));
    expect(await kiosk.takeTicket({ ...taking, serviceCode: 'LN-02' })).toEqual(reused);
  });

  it('repeated after the visit gives the same answer, and nothing of it to the next person', async () => {
    await begin(true);
    const taking = { ...id(), serviceCode: SERVICE };
    const taken = await must(kiosk.takeTicket(taking));
    await numberOfPapers(1);
    await must(kiosk.endVisit(id()));
    const { visitId } = await must(kiosk.beginWithoutCard(id()));
    expect(await must(kiosk.takeTicket(taking))).toEqual(taken);
    const now = await must(kiosk.visit({}));
    expect(now.visit).toMatchObject({ visitId, tickets: [] });
    expect(station.papers()).toHaveLength(1);
  });
});
