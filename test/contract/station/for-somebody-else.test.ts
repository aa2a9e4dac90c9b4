import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { checkDigitFor } from '../../../main/foundation/identity/index.ts';
import type { Client } from '../../../preload/contracts/operation.ts';
import type {
  ProxyView,
  stationCollections,
  StationOperations,
} from '../../../preload/contracts/station-operations.ts';
import { FakeFormPrinter } from '../../support/paper/fake-form-printer.ts';
import type { FeedListener } from '../../support/services/feed-listener.ts';
import { HallService } from '../../support/services/hall-service.ts';
import { startRiggedStation, type RiggedStation } from '../../support/services/rigged-station.ts';
import { must } from '../../support/services/service-under-test.ts';
import { followStation, stationClient } from '../../support/services/station-service.ts';

const SERVICE = 'LN-01';
const MOTHER = { name: '欧阳测试', birth: '19400615', sex: 'female' } as const;
const SON = { name: '测丁', birth: '19900101', sex: 'male' } as const;
const MOTHERS_NUMBER = '110199194006159022';
const LETTER = { relation: 'child', powers: ['submit', 'receive'] } as const;

let hall: HallService;
let station: RiggedStation;
let forms: FakeFormPrinter;
let kiosk: Client<StationOperations>;
let page: FeedListener<typeof stationCollections>;
const id = () => ({ requestId: randomUUID() });
const begin = (serviceCode = SERVICE) => kiosk.beginProxy({ ...id(), serviceCode });
const take = (serviceCode = SERVICE) => kiosk.takeTicket({ ...id(), serviceCode });
const print = () => kiosk.printProxyLetter({ ...id(), ...LETTER, powers: [...LETTER.powers] });
const proxyIs = (ready: (proxy: ProxyView) => boolean) =>
  page.until((now) => {
    const proxy = now.visit['now']?.proxy ?? undefined;
    return proxy !== undefined && ready(proxy) ? proxy : undefined;
  });
async function putBothCards(): Promise<ProxyView> {
  station.reader.placeCard(MOTHER);
  await proxyIs(({ principal }) => principal !== null);
  station.reader.placeCard(SON);
  return proxyIs(({ agent }) => agent !== null);
}

beforeEach(async () => {
  hall = await HallService.forTest();
  forms = new FakeFormPrinter();
  station = await startRiggedStation(hall, { formPrinter: forms });
  kiosk = stationClient(station);
  page = await followStation(station);
});

describe('two cards, one letter, one number', () => {
  beforeEach(async () => {
    await must(kiosk.beginWithoutCard(id()));
    await must(begin());
  });

  it('the ticket is of whose matter it is, with the elder’s priority; the counter sees who comes', async () => {
    expect(await putBothCards()).toMatchObject({
      serviceCode: SERVICE,
      principal: { maskedName: '欧**试', maskedIdNumber: '110***********9022', age: 86, from: 'card' },
      agent: { maskedName: '测*', from: 'card' },
      staffNeeded: false,
    });
    const { ticketId } = await must(take());
    expect((await proxyIs((proxy) => proxy.ticketId === ticketId)).notice).toBeNull();
    expect(page.now.visit['now']?.tickets).toMatchObject([{ ticketId, people: 2 }]);
    const { ticket } = await must(hall.as('admin').ticketStatus({ ticketId }));
    expect(ticket).toMatchObject({ people: 2, companionRelation: 'agent', priorityClass: 'elder' });
    await must(hall.as('counter').openCounter({ ...id(), counterId: '1' }));
    await must(hall.as('counter').callNext({ ...id(), counterId: '1' }));
    expect(await must(hall.as('counter').ticketPeople({ ticketId, counterId: '1' }))).toMatchObject({
      holder: { maskedName: '欧**试', maskedIdNumber: '110***********9022' },
      companion: { maskedName: '测*' },
      companionRelation: 'agent',
    });
  });

  it('the letter names both in clear, for the printer alone; the page hears what became of it', async () => {
    await putBothCards();
    expect(await must(print())).toEqual({ printState: 'confirmed', reason: null });
    expect(forms.forms).toMatchObject([{ title: '授权委托书' }]);
    const [{ html = '' } = {}] = forms.forms;
    for (const clear of [
      '欧阳测试',
      MOTHERS_NUMBER,
      '测丁',
      '高龄津贴申请（LN-01）',
      '北京市测试区样例路1号',
    ])
      expect(html).toContain(clear);
    await proxyIs(({ letter }) => letter?.state === 'confirmed');
    await must(kiosk.endVisit(id()));
    expect(page.texts.join('')).not.toMatch(/欧阳测试|测丁|样例路|110199194006159022/);
  });

  it('touched again while it prints, it is one letter; asked for again afterwards, another', async () => {
    await putBothCards();
    let release = (): void => undefined;
    forms.held = new Promise((done) => (release = done));
    const both = [print(), print()];
    await proxyIs(({ letter }) => letter?.state === 'printing');
    release();
    expect(await Promise.all(both)).toHaveLength(2);
    expect(forms.forms).toHaveLength(1);
    await must(print());
    expect(forms.forms).toHaveLength(2);
  });

  it.each([
    ['no paper', { state: 'refused', status: { state: 'unavailable', reason: 'no-paper' } }, 'no-paper'],
    ['busy with another form', { state: 'refused', status: { state: 'busy' } }, 'busy'],
  ] as const)(
    'a printer with %s: it is said, and the number comes all the same',
    async (_what, outcome, why) => {
      forms.outcome = outcome;
      await putBothCards();
      expect(await must(print())).toEqual({ printState: 'refused', reason: why });
      await proxyIs(({ letter }) => letter?.state === 'refused' && letter.reason === why);
      expect((await must(take())).number).toBe('A001');
    },
  );

  it('a printer of which nobody knows: it is not printed again by itself', async () => {
    forms.outcome = { state: 'unknown', reason: 'no-answer' };
    await putBothCards();
    expect(await must(print())).toEqual({ printState: 'unknown', reason: 'no-answer' });
    expect(forms.forms).toHaveLength(1);
  });

  it('whoever is taken out is on no letter: it has to be printed anew', async () => {
    await putBothCards();
    await must(print());
    await must(kiosk.removeProxyPerson({ ...id(), who: 'agent' }));
    expect(await proxyIs(({ agent }) => agent === null)).toMatchObject({ letter: null });
    expect(await print()).toEqual({ ok: false, error: { kind: 'proxy-incomplete' } });
  });

  it('a number may be typed instead; what is wrong with it is told', async () => {
    const type = (idNumber: string) => kiosk.typeProxyPerson({ ...id(), who: 'principal', idNumber });
    for (const [idNumber, reason] of [
      ['1101991940061590', 'length'],
      ['110199194013459022', 'date'],
      ['110199194006159023', 'check-digit'],
      ['11019919400615902A', 'characters'],
    ] as const) {
      expect(await type(idNumber)).toEqual({
        ok: false,
        error: { kind: 'bad-id-number', where: 'idNumber', reason },
      });
    }
    await must(type(MOTHERS_NUMBER));
    expect(await proxyIs(({ principal }) => principal !== null)).toMatchObject({
      principal: { maskedName: null, age: 86, from: 'typed' },
    });
    station.reader.placeCard(SON);
    await proxyIs(({ agent }) => agent !== null);
    await must(print());
    expect(forms.forms[0]?.html).toContain('姓名：<span class="blank">');
    expect((await must(take())).number).toBe('A001');
  });

  it('half of it gives a number for two as well', async () => {
    station.reader.placeCard(MOTHER);
    await proxyIs(({ principal }) => principal !== null);
    const { ticketId } = await must(take());
    const { ticket } = await must(hall.as('admin').ticketStatus({ ticketId }));
    expect(ticket).toMatchObject({ people: 2, companionRelation: 'agent', priorityClass: 'elder' });
  });

  it('the hall has the letter as a fact and the people in its vault', async () => {
    await putBothCards();
    await must(print());
    await must(take());
    const standing = await must(
      hall.as('kiosk').proxyStanding({ agentIdNumber: numberOf('19900101', '901') }),
    );
    expect(standing).toEqual({ principals: 1, limit: 5, staffNeeded: false });
  });
});

/** As the virtual reader makes them up. */
function numberOf(birth: string, sequence: string): string {
  const first17 = `110199${birth}${sequence}`;
  return first17 + checkDigitFor(first17);
}

describe('who has come for five people already', () => {
  it('is sent to the counter with a number, not away', async () => {
    const companion = { name: SON.name, idNumber: numberOf(SON.birth, '901') };
    for (const sequence of ['111', '112', '113', '114', '115']) {
      const holder = { name: '测试甲', idNumber: numberOf('19400101', sequence) };
      await must(
        hall.as('kiosk').issueTicket({
          ...{ ...id(), serviceCode: SERVICE, holder, companion, companionRelation: 'agent' },
        }),
      );
    }
    await must(kiosk.beginWithoutCard(id()));
    await must(begin());
    await putBothCards();
    await proxyIs(({ staffNeeded }) => staffNeeded);
    expect(await print()).toEqual({ ok: false, error: { kind: 'proxy-needs-staff', limit: 5 } });
    expect(forms.forms).toEqual([]);
    expect((await must(take())).number).toBe('A006');
  });
});

describe('somebody with a card and an errand of their own', () => {
  it('says whose card it is, takes a number for both, and one for themselves', async () => {
    station.reader.placeCard(SON);
    await page.until((now) => now.visit['now']);
    const own = await must(take());
    await must(begin());
    expect(await proxyIs(({ unassigned }) => unassigned !== null)).toMatchObject({
      unassigned: { maskedName: '测*' },
      agent: null,
    });
    await must(kiosk.sayWhoseCard({ ...id(), who: 'agent' }));
    station.reader.placeCard(MOTHER);
    await proxyIs(({ principal }) => principal !== null);
    const both = await must(take());
    expect([own.number, both.number]).toEqual(['A001', 'A002']);
    expect(await must(take())).toEqual(both);
    expect(page.now.visit['now']?.tickets.map(({ people }) => people)).toEqual([1, 2]);
  });

  it('may change their mind: the visit goes on as their own', async () => {
    station.reader.placeCard(SON);
    const { visitId } = await page.until((now) => now.visit['now']);
    await must(begin());
    await must(kiosk.cancelProxy(id()));
    await page.until((now) => now.visit['now']?.proxy === null || undefined);
    expect(page.now.visit['now']).toMatchObject({ visitId, maskedName: '测*' });
    await must(take());
    expect(page.now.visit['now']?.tickets).toMatchObject([{ people: 1 }]);
  });

  it('for a second person a second number, in the same visit', async () => {
    await must(kiosk.beginWithoutCard(id()));
    await must(begin());
    await putBothCards();
    const first = await must(take());
    await must(begin());
    await proxyIs(({ principal }) => principal === null);
    station.reader.placeCard({ name: '测父', birth: '19380101', sex: 'male' });
    await proxyIs(({ principal }) => principal !== null);
    const second = await must(take());
    expect(second.number).not.toBe(first.number);
  });
});

describe('what cannot be done for somebody else', () => {
  it('is refused with the reason of the catalogue', async () => {
    await must(kiosk.beginWithoutCard(id()));
    expect(await begin('JZ-09')).toEqual({
      ok: false,
      error: { kind: 'not-by-proxy', serviceCode: 'JZ-09', rule: '须共同到场' },
    });
    expect(await begin('ZZ-99')).toMatchObject({ ok: false, error: { kind: 'unknown-service' } });
    expect((await must(kiosk.visit({}))).visit?.proxy).toBeNull();
  });

  it('nothing is prepared where nobody stands, or where nobody asked for it', async () => {
    expect(await begin()).toEqual({ ok: false, error: { kind: 'nobody-at-the-kiosk' } });
    await must(kiosk.beginWithoutCard(id()));
    const none = { ok: false, error: { kind: 'no-proxy' } };
    expect(await print()).toEqual(none);
    expect(await kiosk.cancelProxy(id())).toEqual(none);
    expect(await kiosk.sayWhoseCard({ ...id(), who: 'agent' })).toEqual(none);
    expect(await kiosk.typeProxyPerson({ ...id(), who: 'principal', idNumber: MOTHERS_NUMBER })).toEqual(
      none,
    );
  });

  it('a letter without a power is none', async () => {
    await must(kiosk.beginWithoutCard(id()));
    await must(begin());
    expect(await kiosk.printProxyLetter({ ...id(), relation: 'child', powers: [] })).toMatchObject({
      ok: false,
      error: { kind: 'bad-input' },
    });
  });
});

it('a kiosk without a form printer says so, and gives the number', async () => {
  const plain = await startRiggedStation(hall);
  const client = stationClient(plain);
  const follower = await followStation(plain);
  await must(client.beginWithoutCard(id()));
  await must(client.beginProxy({ ...id(), serviceCode: SERVICE }));
  plain.reader.placeCard(MOTHER);
  await follower.until((now) => now.visit['now']?.proxy?.principal ?? undefined);
  plain.reader.placeCard(SON);
  await follower.until((now) => now.visit['now']?.proxy?.agent ?? undefined);
  expect(await must(client.printProxyLetter({ ...id(), relation: 'child', powers: ['submit'] }))).toEqual({
    ...{ printState: 'refused', reason: 'none' },
  });
  expect((await must(client.takeTicket({ ...id(), serviceCode: SERVICE }))).number).toBe('A001');
});
