import { beforeEach, describe, expect, it } from 'vitest';
import { ManualClock } from '../../../main/foundation/clock.ts';
import { readIdNumber } from '../../../main/foundation/identity/index.ts';
import { composeCard, type CardFields } from '../../../main/station/devices/id-card-reader/compose-card.ts';
import { toIdCard } from '../../../main/station/devices/id-card-reader/id-card.ts';
import { personOfNumber, type ProxyPerson } from '../../../main/station/proxy/proxy-person.ts';
import {
  beginProxy,
  proxyView,
  withMatter,
  withOwner,
  withoutPerson,
  withPerson,
  type Proxy,
} from '../../../main/station/proxy/proxy.ts';
import { VisitDesk } from '../../../main/station/visit/visit-desk.ts';

const TODAY = '2026-06-15';
const MATTER = { serviceCode: 'LN-01', serviceName: '高龄津贴申请', rule: null };
const MOTHER = { name: '欧阳测试', birth: '19400615', sex: 'female' } as const;
const SON = { name: '测丁', birth: '19900101', sex: 'male' } as const;
const GRANDSON = { name: '测小小', birth: '20100101', sex: 'male' } as const;

const cardOf = (fields: CardFields) => toIdCard(composeCard(fields), TODAY);
function typed(number: string): ProxyPerson {
  const reading = readIdNumber(number, TODAY);
  if (!reading.valid) throw new Error(reading.reason);
  return personOfNumber(reading);
}

let desk: VisitDesk;
const put = (fields: CardFields): void => desk.onReaderEvent({ kind: 'card-placed', card: cardOf(fields) });
const lift = (): void => desk.onReaderEvent({ kind: 'card-removed' });
const proxy = (): Proxy => {
  const now = desk.visit?.proxy;
  if (now === undefined) throw new Error('nothing is prepared');
  return now;
};
const names = () => {
  const { principal, agent, notice } = proxyView(proxy(), TODAY);
  return { principal: principal?.maskedName, agent: agent?.maskedName, notice };
};
function begin(): void {
  const visit = desk.visit ?? desk.beginWithoutCard();
  desk.noteProxy(visit.visitId, beginProxy(MATTER, visit.card));
}
const change = (next: Proxy): void => desk.noteProxy(desk.visit?.visitId ?? '', next);

beforeEach(() => {
  desk = new VisitDesk(new ManualClock(`${TODAY}T09:00:00+08:00`), () => undefined);
});

describe('somebody without a card of their own on the reader', () => {
  beforeEach(begin);

  it('puts down two cards, one after the other: the principal’s, then the agent’s', () => {
    const { visitId } = desk.beginWithoutCard();
    put(MOTHER);
    expect(names()).toEqual({ principal: '欧**试', agent: undefined, notice: null });
    lift();
    put(SON);
    expect(names()).toEqual({ principal: '欧**试', agent: '测*', notice: null });
    expect(desk.visit?.visitId).toBe(visitId);
  });

  it('is told kindly when it is the same card again', () => {
    put(MOTHER);
    lift();
    put(MOTHER);
    expect(names()).toEqual({ principal: '欧**试', agent: undefined, notice: 'same-person' });
    put(SON);
    expect(names()).toEqual({ principal: '欧**试', agent: '测*', notice: null });
  });

  it('a third card changes nothing, unless somebody was taken out', () => {
    put(MOTHER);
    put(SON);
    put({ name: '测路人', birth: '19800101' });
    expect(names()).toEqual({ principal: '欧**试', agent: '测*', notice: 'both-known' });
    put(MOTHER);
    expect(names()).toMatchObject({ principal: '欧**试', agent: '测*', notice: null });
    change(withoutPerson(proxy(), 'principal'));
    put({ name: '测路人', birth: '19800101' });
    expect(names()).toEqual({ principal: '测*人', agent: '测*', notice: null });
  });

  it('nobody under eighteen acts for anybody; they may be acted for', () => {
    put(MOTHER);
    put(GRANDSON);
    expect(names()).toEqual({ principal: '欧**试', agent: undefined, notice: 'agent-too-young' });
    change(withoutPerson(proxy(), 'principal'));
    put(GRANDSON);
    put(SON);
    expect(names()).toEqual({ principal: '测*小', agent: '测*', notice: null });
  });

  it.each([
    ['20080615', null],
    ['20080616', 'agent-too-young'],
  ])('born on %s and today is 15 June 2026: %s', (birth, notice) => {
    put(MOTHER);
    put({ ...SON, birth });
    expect(names().notice).toBe(notice);
  });

  it('a chip without a birth date is taken: the counter looks', () => {
    put(MOTHER);
    put({ ...SON, birth: '19900231', number: '110199199001019031' });
    expect(proxyView(proxy(), TODAY).agent).toMatchObject({ age: null, from: 'card' });
  });

  it('whoever changes their mind is a visitor like any other again', () => {
    put(MOTHER);
    desk.noteProxy(desk.visit?.visitId ?? '', undefined);
    put(SON);
    expect(desk.visit?.card?.name.masked).toBe('测*');
    expect(desk.visit?.proxy).toBeUndefined();
  });

  it('once both have their number, another card is another visit, and their own cards are not', () => {
    put(MOTHER);
    put(SON);
    const visitId = desk.visit?.visitId;
    desk.changeProxy(proxy().proxyId, (now) => ({ ...now, ticketId: 'some ticket' }));
    put(MOTHER);
    expect(desk.visit?.visitId).toBe(visitId);
    put({ name: '测路人', birth: '19800101' });
    expect(desk.visit?.visitId).not.toBe(visitId);
    expect(desk.visit?.proxy).toBeUndefined();
  });

  it('leaves nothing when they go', () => {
    put(MOTHER);
    const { proxyId } = proxy();
    desk.end();
    desk.changeProxy(proxyId, (now) => now);
    expect(desk.visit).toBeUndefined();
    expect(desk.beginWithoutCard().proxy).toBeUndefined();
  });
});

describe('somebody whose card was read before they said that they come for another', () => {
  beforeEach(() => {
    put(SON);
    begin();
  });

  it('says whose it is; until then another card fills no place', () => {
    put(MOTHER);
    expect(names()).toEqual({ principal: undefined, agent: undefined, notice: 'whose-first' });
    const placed = withOwner(proxy(), 'agent', TODAY);
    if (!placed.ok) throw new Error(placed.error.kind);
    change(placed.value);
    put(MOTHER);
    expect(names()).toEqual({ principal: '欧**试', agent: '测*', notice: null });
    expect(proxyView(proxy(), TODAY).unassigned).toBeNull();
  });

  it('may put the same card down again meanwhile', () => {
    put(SON);
    expect(names().notice).toBeNull();
  });

  it('another matter keeps the people: nothing is asked twice', () => {
    const placed = withOwner(proxy(), 'principal', TODAY);
    if (!placed.ok) throw new Error(placed.error.kind);
    change(withMatter(placed.value, { ...MATTER, serviceCode: 'LN-05' }));
    expect(names().principal).toBe('测*');
  });
});

describe('a number that was typed', () => {
  beforeEach(begin);

  it('stands for somebody without a name, with the age that it tells', () => {
    const placed = withPerson(proxy(), 'principal', typed('110199194006159022'), TODAY);
    if (!placed.ok) throw new Error(placed.error.kind);
    expect(proxyView(placed.value, TODAY).principal).toEqual({
      ...{ maskedName: null, maskedIdNumber: '110***********9022', age: 86, from: 'typed' },
    });
  });

  it('is the same person as the card with that number', () => {
    put(MOTHER);
    const mother = typed(composeCard(MOTHER).number);
    expect(withPerson(proxy(), 'agent', mother, TODAY)).toEqual({
      ok: false,
      error: { kind: 'same-person' },
    });
  });

  it('of a minor is nobody’s agent, and a place that is taken stays taken', () => {
    expect(withPerson(proxy(), 'agent', typed('110199201001019015'), TODAY)).toEqual({
      ok: false,
      error: { kind: 'agent-too-young', ageYears: 18 },
    });
    put(MOTHER);
    expect(withPerson(proxy(), 'principal', typed('110199199001019023'), TODAY)).toEqual({
      ok: false,
      error: { kind: 'proxy-place-taken' },
    });
  });
});
