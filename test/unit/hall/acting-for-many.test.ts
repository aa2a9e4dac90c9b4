import { beforeEach, describe, expect, it } from 'vitest';
import { checkDigitFor } from '../../../main/foundation/identity/index.ts';
import { KIOSK, TestHall } from '../../support/open-test-hall.ts';

const DAY_MS = 86_400_000;
/** The n-th invented person; every tenth figure of the county is one that nobody has. */
function person(n: number, born = '19400615') {
  const first17 = `110199${born}${String(n).padStart(3, '0')}`;
  return { name: `测试${n}`, idNumber: first17 + checkDigitFor(first17) };
}
const AGENT = person(1, '19900101');

let hall: TestHall;
beforeEach(() => {
  hall = new TestHall();
});
const ticketFor = (principal: ReturnType<typeof person>, serviceCode = 'LN-01') =>
  hall.must('issueTicket', {
    ...{ serviceCode, holder: principal, companion: AGENT, companionRelation: 'agent' },
  });
const letterFor = (principal: ReturnType<typeof person>) =>
  hall.must(
    'recordProxyLetter',
    {
      ...{ serviceCode: 'LN-01', relation: 'child', powers: ['submit'], days: 30, printState: 'confirmed' },
      ...{ holder: principal, companion: AGENT },
    },
    KIOSK,
  );
const standing = (principal?: ReturnType<typeof person>) =>
  hall.must(
    'proxyStanding',
    {
      agentIdNumber: AGENT.idNumber,
      ...(principal !== undefined && { principalIdNumber: principal.idNumber }),
    },
    KIOSK,
  );

describe('an agent', () => {
  it('acts for five people without staff; with the sixth staff look at it', () => {
    for (let n = 11; n <= 15; n += 1) ticketFor(person(n));
    expect(standing()).toEqual({ principals: 5, limit: 5, staffNeeded: false });
    expect(standing(person(15))).toMatchObject({ principals: 5, staffNeeded: false });
    expect(standing(person(16))).toMatchObject({ principals: 6, staffNeeded: true });
  });

  it('with three matters of one person acts for one', () => {
    for (const serviceCode of ['LN-01', 'LN-05', 'LN-13']) ticketFor(person(11), serviceCode);
    letterFor(person(11));
    expect(standing()).toMatchObject({ principals: 1 });
  });

  it('is known again on other days, by letters as well as by tickets, from either side of a ticket', () => {
    ticketFor(person(11));
    hall.clock.advance(DAY_MS);
    letterFor(person(12));
    hall.clock.advance(DAY_MS);
    hall.must('issueTicket', {
      ...{ serviceCode: 'LN-05', holder: AGENT, companion: person(13), companionRelation: 'principal' },
    });
    ticketFor(person(11), 'LN-05');
    expect(standing()).toMatchObject({ principals: 3 });
    expect(standing(person(14))).toMatchObject({ principals: 4 });
  });

  it('what is thirty days old does not count any more', () => {
    ticketFor(person(11));
    hall.clock.advance(29 * DAY_MS);
    ticketFor(person(12));
    expect(standing()).toMatchObject({ principals: 2 });
    hall.clock.advance(DAY_MS);
    ticketFor(person(13));
    expect(standing()).toMatchObject({ principals: 2 });
  });

  it('who only came along as family acts for nobody', () => {
    hall.must('issueTicket', {
      ...{ serviceCode: 'LN-01', holder: person(11), companion: AGENT, companionRelation: 'family' },
    });
    expect(standing()).toMatchObject({ principals: 0, staffNeeded: false });
  });
});

describe('a ticket for somebody else', () => {
  it('has the priority of whose matter it is, and knows two people', () => {
    expect(ticketFor(person(11))).toMatchObject({ priorityClass: 'elder', priorityReason: 'age' });
    expect(hall.hall.snapshot().tickets).toMatchObject([{ people: 2, companionRelation: 'agent' }]);
  });

  it('is not given to one person on both sides, however the number is written', () => {
    const holder = { name: '测试甲', idNumber: '11010519491231002X' };
    const companion = { name: '测试甲', idNumber: '11010519491231002ｘ' };
    expect(hall.do('issueTicket', { serviceCode: 'LN-01', holder, companion })).toEqual({
      ok: false,
      error: { kind: 'same-person' },
    });
  });
});

describe('a letter that was printed', () => {
  it('is a fact: what it allows, for how long, and ids of the vault instead of people', () => {
    const { letterId } = letterFor(person(11));
    const [fact] = hall.bodiesOf('proxy.letter-printed');
    expect(fact).toMatchObject({
      ...{ letterId, serviceCode: 'LN-01', relation: 'child', powers: ['submit'], days: 30 },
      ...{ printState: 'confirmed', place: 'test kiosk' },
    });
    expect(fact?.principalVaultId).toMatch(/^[0-9a-f-]{36}$/);
    expect(fact?.agentVaultId).not.toBe(fact?.principalVaultId);
    expect(JSON.stringify(fact)).not.toMatch(/测试|110199/);
  });
});
