import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { stationCollections, StationOperations } from '../../../preload/contracts/station-operations.ts';
import type { Client } from '../../../preload/contracts/operation.ts';
import type { FeedListener } from '../../support/services/feed-listener.ts';
import { HallService } from '../../support/services/hall-service.ts';
import { startRiggedStation, type RiggedStation } from '../../support/services/rigged-station.ts';
import { must } from '../../support/services/service-under-test.ts';
import { waitFor } from '../../support/wait-for.ts';
import { followStation, stationClient, StationService } from '../../support/services/station-service.ts';

const SERVICE = 'LN-01';
const ELDER = { name: '欧阳测试', birth: '19400615', sex: 'female' } as const;
const YOUNG = { name: '测丁', birth: '19990101', sex: 'male' } as const;

let hall: HallService;
let station: RiggedStation;
let kiosk: Client<StationOperations>;
let page: FeedListener<typeof stationCollections>;
const id = () => ({ requestId: randomUUID() });
const take = (serviceCode = SERVICE) => kiosk.takeTicket({ ...id(), serviceCode });
const visit = () => page.now.visit['now'];
const cardRead = () => page.until((now) => (now.visit['now']?.cardPresent ? now.visit['now'] : undefined));
const paperIs = (state: string) =>
  page.until((now) => now.visit['now']?.tickets.at(-1)?.printState === state || undefined);

beforeEach(async () => {
  hall = await HallService.forTest();
  station = await startRiggedStation(hall);
  kiosk = stationClient(station);
  page = await followStation(station);
});

describe('a person with a card', () => {
  it('is greeted by a masked name, an age and a priority, and gets one number on one paper', async () => {
    station.reader.placeCard(ELDER);
    expect(await cardRead()).toMatchObject({
      person: 'card',
      maskedName: '欧**试',
      priorityClass: 'elder',
      priorityReason: 'age',
      cardExpired: false,
      tickets: [],
    });
    const taken = await must(take());
    expect(taken).toMatchObject({ number: 'A001', alreadyHeld: false });
    await paperIs('confirmed');
    expect(station.papers()).toMatchObject([
      { number: 'A001', reprint: false, simulated: true, whole: true, waitingAhead: 0 },
    ]);
    expect(station.printer.papers[0]?.text).toContain('欧**试');
    const status = await must(hall.as('admin').ticketStatus({ ticketId: taken.ticketId }));
    expect(status.ticket).toMatchObject({ priorityClass: 'elder', priorityReason: 'age' });
  });

  it('may lift the card and go on; the same card again is the same visit', async () => {
    station.reader.placeCard(ELDER);
    const { visitId } = await cardRead();
    station.reader.liftCard();
    await page.until((now) => now.visit['now']?.cardPresent === false || undefined);
    expect(await must(take())).toMatchObject({ number: 'A001' });
    station.reader.placeCard(ELDER);
    expect((await cardRead()).visitId).toBe(visitId);
    expect(visit()?.tickets).toHaveLength(1);
  });

  it('is followed by another card: another visit, without anything of the first', async () => {
    station.reader.placeCard(ELDER);
    const first = await cardRead();
    await must(take());
    station.reader.liftCard();
    await page.until((now) => now.visit['now']?.cardPresent === false || undefined);
    station.reader.placeCard(YOUNG);
    const second = await page.until((now) =>
      now.visit['now']?.maskedName === '测*' ? now.visit['now'] : undefined,
    );
    expect(second).toMatchObject({ priorityClass: 'ordinary', tickets: [] });
    expect(second.visitId).not.toBe(first.visitId);
  });

  it('who lifted it too soon is told to put it back, and then gets a number', async () => {
    station.reader.fail('card-lifted-mid-read');
    station.reader.placeCard(ELDER);
    await waitFor(() => {
      station.reader.placeCard(ELDER);
      return visit();
    });
    expect(await must(take())).toMatchObject({ number: 'A001' });
  });

  it.each([
    ['unreadable', 'lift-and-replace'],
    ['not-an-id-card', 'not-an-id-card'],
  ] as const)('that is %s: the page hears %s, and nobody stands there', async (cue, advice) => {
    station.reader.fail(cue);
    station.reader.placeCard(ELDER);
    await page.until((now) => now.station['now']?.readerAdvice === advice || undefined);
    expect(visit()).toBeUndefined();
    expect(await take()).toEqual({ ok: false, error: { kind: 'nobody-at-the-kiosk' } });
    await must(kiosk.beginWithoutCard(id()));
    await page.until((now) => now.station['now']?.readerAdvice === null || undefined);
  });

  it('that has expired: it is said, and they get their number', async () => {
    station.reader.placeCard({ ...ELDER, validFrom: '20000101', validTo: '20200101' });
    expect(await cardRead()).toMatchObject({ cardExpired: true });
    expect((await must(take())).number).toBe('A001');
  });

  it.each([
    ['a birth date that is none', { birth: '19560231' }],
    ['a birth date in the future', { birth: '20990101', number: '110199195606159039' }],
    ['a number with a wrong check digit', { number: '110199194006159999' }],
    ['a name of one rare character', { name: '𠮷' }],
    ['no name at all', { name: '' }],
  ])('with %s: still a person, still a number', async (_what, fields) => {
    station.reader.placeCard({ ...ELDER, ...fields });
    await cardRead();
    expect((await must(take())).number).toBe('A001');
    await paperIs('confirmed');
    expect(station.papers()).toHaveLength(1);
  });
});

describe('a person without a card', () => {
  it('begins, states a priority, gets a number', async () => {
    const begun = await must(kiosk.beginWithoutCard(id()));
    expect(begun).toMatchObject({ person: 'no-card', maskedName: null, age: null });
    await must(kiosk.takeTicket({ ...id(), serviceCode: SERVICE, priorityClass: 'disabled' }));
    await paperIs('confirmed');
    expect(visit()?.tickets).toMatchObject([{ priorityClass: 'disabled', priorityReason: 'stated' }]);
  });

  it('gets no number before they begin, and none after they left', async () => {
    expect(await take()).toEqual({ ok: false, error: { kind: 'nobody-at-the-kiosk' } });
    await must(kiosk.beginWithoutCard(id()));
    await must(kiosk.endVisit(id()));
    expect(await take()).toEqual({ ok: false, error: { kind: 'nobody-at-the-kiosk' } });
    expect(station.papers()).toEqual([]);
  });

  it('cannot state what only staff may give', async () => {
    await must(kiosk.beginWithoutCard(id()));
    expect(await kiosk.takeTicket({ ...id(), serviceCode: SERVICE, priorityClass: 'urgent' })).toMatchObject({
      ok: false,
      error: { kind: 'bad-input' },
    });
  });
});

describe('the end of a visit', () => {
  it('leaves nothing: not in the feed, not for the next who begins', async () => {
    station.reader.placeCard(ELDER);
    await cardRead();
    await must(take());
    await must(kiosk.endVisit(id()));
    await page.until((now) => now.visit['now'] === undefined || undefined);
    expect(await must(kiosk.visit({}))).toMatchObject({ visit: null });
    expect(await must(kiosk.beginWithoutCard(id()))).toMatchObject({
      person: 'no-card',
      maskedName: null,
      tickets: [],
    });
  });

  it('asked for twice does not end the next person’s visit', async () => {
    const end = id();
    await must(kiosk.beginWithoutCard(id()));
    await must(kiosk.endVisit(end));
    const { visitId } = await must(kiosk.beginWithoutCard(id()));
    await must(kiosk.endVisit(end));
    expect((await must(kiosk.visit({}))).visit?.visitId).toBe(visitId);
  });
});

describe('simulated cards', () => {
  it('are refused where the reader is real, which says itself that it is not there', async () => {
    const real = await StationService.forTest(hall, {
      configuration:
        'devices: { idCardReader: { driver: sam-serial, path: /dev/songting-has-no-such-port } }\n',
    });
    const card = { name: '测试甲', birthDate: '19560615', sex: 'male' } as const;
    const client = stationClient(real);
    expect(await client.simulateCard({ ...id(), card })).toEqual({
      ok: false,
      error: { kind: 'simulated-devices-only' },
    });
    const listener = await followStation(real);
    await listener.until((now) => now.devices['idCardReader']?.reason === 'disconnected' || undefined);
    expect(listener.now.station['now']?.simulated).toEqual(['ticketPrinter']);
    expect(await must(client.beginWithoutCard(id()))).toMatchObject({ person: 'no-card' });
  });

  it('come and go by the page’s wish', async () => {
    const demo = await StationService.forTest(hall);
    const listener = await followStation(demo);
    const client = stationClient(demo);
    const card = { name: '测试甲', birthDate: '19560615', sex: 'male' } as const;
    await must(client.simulateCard({ ...id(), card }));
    await listener.until((now) => now.visit['now']?.maskedName === '测*甲' || undefined);
    await must(client.simulateCard({ ...id(), card: null }));
    await listener.until((now) => now.visit['now']?.cardPresent === false || undefined);
    expect(await client.simulateCard({ ...id(), card: { ...card, name: '长'.repeat(16) } })).toMatchObject({
      error: { kind: 'bad-input' },
    });
  });
});
