import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import type { Client } from '../../../preload/contracts/operation.ts';
import type { stationCollections, StationOperations } from '../../../preload/contracts/station-operations.ts';
import type { FeedListener } from '../../support/services/feed-listener.ts';
import { HallService } from '../../support/services/hall-service.ts';
import { startRiggedStation, type RiggedStation } from '../../support/services/rigged-station.ts';
import { must } from '../../support/services/service-under-test.ts';
import { followStation, stationClient } from '../../support/services/station-service.ts';

const ELDER = { name: '欧阳测试', birth: '19400615', sex: 'female' } as const;
const OTHER = { name: '测丁', birth: '19990101', sex: 'male' } as const;

let hall: HallService;
let station: RiggedStation;
let kiosk: Client<StationOperations>;
let page: FeedListener<typeof stationCollections>;
const id = () => ({ requestId: randomUUID() });

/** Takes a number with this card, is served, and has gone home. */
async function servedToday(card: typeof ELDER | typeof OTHER): Promise<string> {
  station.reader.placeCard(card);
  await page.until((now) => now.visit['now']?.cardPresent || undefined);
  const { ticketId } = await must(kiosk.takeTicket({ ...id(), serviceCode: 'LN-01' }));
  await must(kiosk.endVisit(id()));
  station.reader.liftCard();
  const clerk = hall.as('counter');
  await must(clerk.openCounter({ ...id(), counterId: '1' }));
  await must(clerk.callNext({ ...id(), counterId: '1' }));
  await must(clerk.startService({ ...id(), ticketId }));
  await must(clerk.finishService({ ...id(), ticketId }));
  return ticketId;
}

beforeEach(async () => {
  hall = await HallService.forTest();
  station = await startRiggedStation(hall);
  kiosk = stationClient(station);
  page = await followStation(station);
});

it('is offered to the card that was served today, once, and counts as the kiosk’s', async () => {
  const ticketId = await servedToday(ELDER);
  station.reader.placeCard(ELDER);
  const offered = await page.until((now) => now.visit['now']?.ratable[0]);
  expect(offered).toEqual({ ticketId, number: 'A001', serviceName: expect.any(String) });
  await must(kiosk.rateVisit({ ...id(), ticketId, level: 2 }));
  await page.until((now) => now.visit['now']?.ratable.length === 0 || undefined);
  expect(await hall.as('kiosk').rateVisit({ ...id(), ticketId, level: 5, channel: 'kiosk' })).toMatchObject({
    error: { kind: 'already-rated' },
  });
  const { cases } = await must(hall.as('admin').listRatingCases({ open: true }));
  expect(cases).toMatchObject([{ ticketId, level: 2, channel: 'kiosk' }]);
});

it('is not offered to another card, nor to nobody, and cannot be had by naming the ticket', async () => {
  const ticketId = await servedToday(ELDER);
  station.reader.placeCard(OTHER);
  const { visitId } = await page.until((now) =>
    now.visit['now']?.maskedName?.startsWith('测') ? now.visit['now'] : undefined,
  );
  expect(await kiosk.rateVisit({ ...id(), ticketId, level: 5 })).toMatchObject({
    error: { kind: 'unknown-ticket' },
  });
  expect(page.now.visit['now']).toMatchObject({ visitId, ratable: [] });
  await must(kiosk.endVisit(id()));
  expect(await kiosk.rateVisit({ ...id(), ticketId, level: 5 })).toMatchObject({
    error: { kind: 'nobody-at-the-kiosk' },
  });
});

it('is not offered while the person still waits', async () => {
  station.reader.placeCard(ELDER);
  await page.until((now) => now.visit['now']?.cardPresent || undefined);
  await must(kiosk.takeTicket({ ...id(), serviceCode: 'LN-01' }));
  expect(await must(hall.as('kiosk').ratableVisits({ idNumber: '110199194006159999' }))).toEqual({
    visits: [],
  });
  expect(page.now.visit['now']?.ratable).toEqual([]);
});
