import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Client } from '../../../preload/contracts/operation.ts';
import type { stationCollections, StationOperations } from '../../../preload/contracts/station-operations.ts';
import type { FeedListener } from '../../support/services/feed-listener.ts';
import { HallService } from '../../support/services/hall-service.ts';
import { startRiggedStation, type RiggedStation } from '../../support/services/rigged-station.ts';
import { must } from '../../support/services/service-under-test.ts';
import { followStation, stationClient, StationService } from '../../support/services/station-service.ts';

const id = () => ({ requestId: randomUUID() });
const TAPS = 20;

let hall: HallService;
let station: RiggedStation;
let kiosk: Client<StationOperations>;
let page: FeedListener<typeof stationCollections>;

beforeEach(async () => {
  hall = await HallService.forTest();
  station = await startRiggedStation(hall);
  kiosk = stationClient(station);
  page = await followStation(station);
});

const shows = (state: string, problem: string | null = null) =>
  page.until((now) => {
    const shown = now.station['now']?.stepCard;
    return (shown?.state === state && shown.problem === problem) || undefined;
  });
const cards = () => station.papers().filter(({ text }) => text.includes('怎样取号'));

describe('a step card', () => {
  it('comes out without a visit, and the page sees its end', async () => {
    expect(page.now.station['now']?.stepCard).toBeNull();
    expect(await must(kiosk.printStepCard(id()))).toEqual({ printState: 'pending' });
    await shows('confirmed');
    expect(cards()).toMatchObject([{ whole: true, number: undefined }]);
    expect(cards()[0]?.text).toContain('福田区民政服务大厅');
    expect(cards()[0]?.simulated).toBe(true);
  });

  it('is one paper for twenty taps', async () => {
    const wish = id();
    const taps = Array.from({ length: TAPS }, (_, tap) => kiosk.printStepCard(tap % 2 === 0 ? wish : id()));
    await Promise.all(taps);
    await shows('confirmed');
    expect(await must(kiosk.printStepCard(wish))).toEqual({ printState: 'pending' });
    expect(cards()).toHaveLength(1);
  });

  it('is not printed again a moment later, and the answer says when', async () => {
    await must(kiosk.printStepCard(id()));
    await shows('confirmed');
    const again = await kiosk.printStepCard(id());
    expect(again).toMatchObject({ ok: false, error: { kind: 'too-soon' } });
    const { retryAfterSeconds } = (again as { error: { retryAfterSeconds: number } }).error;
    expect(retryAfterSeconds).toBeGreaterThan(0);
    expect(retryAfterSeconds).toBeLessThanOrEqual(20);
    expect(cards()).toHaveLength(1);
  });

  it('says why none comes while the printer has no paper, and comes when there is some', async () => {
    station.printer.breakNow('no-paper');
    expect(await must(kiosk.printStepCard(id()))).toEqual({ printState: 'pending' });
    await shows('pending', 'no-paper');
    expect(await must(kiosk.printStepCard(id()))).toEqual({ printState: 'pending' });
    station.printer.repair();
    await shows('confirmed');
    expect(cards()).toHaveLength(1);
  });

  it('admits when nobody knows what is on the paper', async () => {
    station.printer.pullCableAfter(100);
    await must(kiosk.printStepCard(id()));
    await shows('unknown', 'disconnected');
  });

  it('is nobody’s: the hall records nothing, and nothing of who stands there is in it', async () => {
    station.reader.placeCard({ name: '测试甲', birth: '19560615' });
    await page.until((now) => now.visit['now']);
    await must(kiosk.printStepCard(id()));
    const { ticketId } = await must(kiosk.takeTicket({ ...id(), serviceCode: 'LN-01' }));
    await shows('confirmed');
    await page.until((now) => now.visit['now']?.tickets[0]?.printState === 'confirmed' || undefined);
    expect(cards()).toHaveLength(1);
    expect(cards()[0]?.text).not.toMatch(/测|甲/);
    expect(page.now.visit['now']?.tickets).toMatchObject([{ ticketId }]);
    expect(station.log()).not.toContain('unknown-ticket');
    expect((await must(hall.as('admin').queueSnapshot({}))).tickets).toHaveLength(1);
  });

  it('is written in English for who asks, and in Chinese where it is not written in their language', async () => {
    await must(kiosk.printStepCard({ ...id(), language: 'en' }));
    await shows('confirmed');
    expect(station.papers()[0]?.text).toContain('How to take a number');
    const other = await startRiggedStation(hall);
    const otherPage = await followStation(other);
    await must(stationClient(other).printStepCard({ ...id(), language: 'bo' }));
    await otherPage.until((now) => now.station['now']?.stepCard?.state === 'confirmed' || undefined);
    expect(other.papers()[0]?.text).toContain('怎样取号');
  });
});

it('a kiosk without a printer says that there is none', async () => {
  const bare = await StationService.forTest(hall, { configuration: 'devices: { ticketPrinter: none }\n' });
  expect(await stationClient(bare).printStepCard(id())).toEqual({ ok: false, error: { kind: 'not-found' } });
});
