import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Audience } from '../../../preload/contracts/age-band.ts';
import { HALL_FILE } from '../../../main/hall/files.ts';
import { KIOSK, LEADER, TestHall } from '../../support/open-test-hall.ts';

const DAY_MS = 86_400_000;
const BIRTH = { 45: '1981-03-05', 63: '1963-02-01', 75: '1951-01-07', 84: '1942-04-09' } as const;
type Age = keyof typeof BIRTH;
type EachDay = readonly (readonly [Age, serviceCode: string, count: number])[];

/** So many mornings on which these people came. The morning after has opened when it returns. */
function mornings(hall: TestHall, days: number, people: EachDay): void {
  for (let day = 0; day < days; day += 1) {
    for (const [age, serviceCode, count] of people)
      for (let n = 0; n < count; n += 1)
        hall.must('issueTicket', { serviceCode, birthDate: BIRTH[age] }, KIOSK);
    hall.clock.advance(DAY_MS);
    hall.must('issueTicket', { serviceCode: 'JZ-13' }, KIOSK);
  }
}

function firstFor(hall: TestHall, audience: Audience, count = 4): string[] {
  return hall
    .must('listServices', {}, KIOSK)
    .services.toSorted((one, other) => one.placeByAge[audience] - other.placeByAge[audience])
    .slice(0, count)
    .map(({ serviceCode }) => serviceCode);
}

const USUAL = ['LN-01', 'LN-10', 'JZ-01', 'JZ-05'];
/** The seventies eat here, the eighties want somebody to come, the young adopt. */
const MONTH: EachDay = [
  [75, 'LN-13', 2],
  [75, 'LN-01', 1],
  [84, 'LN-17', 2],
  [45, 'JZ-08', 3],
];

test('before anybody came the program’s own order stands, for every age', () => {
  const hall = new TestHall();
  for (const audience of ['under-60', '60-69', '80-plus', 'elder', 'anyone'] as const)
    expect(firstFor(hall, audience)).toEqual(USUAL);
  hall.close();
});

test('after some weeks each age finds first what its own people come for', () => {
  const hall = new TestHall();
  mornings(hall, 17, MONTH);
  expect(firstFor(hall, '70-79')[0]).toBe('LN-13');
  expect(firstFor(hall, '80-plus')[0]).toBe('LN-17');
  expect(firstFor(hall, 'under-60')[0]).toBe('JZ-08');
  // Nobody of the sixties came: those next in age speak for them.
  expect(firstFor(hall, '60-69')[0]).toBe('LN-13');
  expect(firstFor(hall, 'elder')).toEqual(expect.arrayContaining(['LN-13', 'LN-17']));
  hall.close();
});

test('an order stands for a whole service day and over a restart', () => {
  const hall = new TestHall();
  mornings(hall, 17, MONTH);
  const before = firstFor(hall, '70-79', 38);
  for (let n = 0; n < 60; n += 1)
    hall.must('issueTicket', { serviceCode: 'LN-19', birthDate: BIRTH[75] }, KIOSK);
  expect(firstFor(hall, '70-79', 38)).toEqual(before);
  hall.restart();
  expect(firstFor(hall, '70-79', 38)).toEqual(before);
  // Sixty on one day: a class trip, not what people of that age come for.
  mornings(hall, 1, []);
  expect(firstFor(hall, '70-79', 38)).toEqual(before);
  hall.close();
});

test('the band is on record and the birth date is nowhere', () => {
  const hall = new TestHall();
  hall.must('openCounter', { counterId: '1' });
  hall.must('serveNow', {
    counterId: '1',
    serviceCode: 'LN-01',
    holder: { name: '测试', idNumber: '11010519491231002X' },
  });
  mornings(hall, 1, [[84, 'LN-17', 1]]);
  const bands = hall.bodiesOf('ticket.issued').map(({ ageBand }) => ageBand);
  expect(bands).toEqual(['80-plus', undefined]);
  expect(hall.bodiesOf('ticket.served-now').map(({ ageBand }) => ageBand)).toEqual(['70-79']);
  hall.close();
  const bytes = readFileSync(join(hall.folder, HALL_FILE));
  for (const date of ['1942-04-09', '19420409', '19491231']) expect(bytes.includes(date)).toBe(false);
});

test('what was learned is written down once, not every morning', () => {
  const hall = new TestHall();
  mornings(hall, 25, MONTH);
  const learned = hall.bodiesOf('service-order.learned').filter(({ audience }) => audience === '80-plus');
  expect(learned[0]).toMatchObject({ first: expect.arrayContaining(['LN-17']), days: expect.any(Number) });
  expect(learned.length).toBeLessThanOrEqual(2);
  hall.close();
});

test('a hall that wants the fixed order keeps it, and learns nothing', () => {
  const usual = ['LN-01', 'LN-10', 'JZ-01', 'JZ-05'];
  const hall = new TestHall({ policy: { serviceOrder: { learned: false, usual } } });
  mornings(hall, 17, MONTH);
  for (const audience of ['70-79', '80-plus', 'anyone'] as const)
    expect(firstFor(hall, audience)).toEqual(usual);
  expect(hall.bodiesOf('service-order.learned')).toEqual([]);
  expect(hall.must('serviceOrder', {}, LEADER)).toMatchObject({ setting: 'fixed' });
  hall.close();
});

test('the office is told why: since when, out of how many, what share', () => {
  const hall = new TestHall();
  mornings(hall, 3, MONTH);
  const few = hall.must('serviceOrder', {}, LEADER).audiences.find(({ audience }) => audience === '80-plus');
  expect(few).toMatchObject({ learnedSince: null, learnedFrom: null, tickets: 0, bands: [] });
  expect(few?.first[0]).toMatchObject({ serviceCode: 'LN-01', tickets: 0, perMille: null });
  mornings(hall, 14, MONTH);
  const { setting, leastTickets, audiences } = hall.must('serviceOrder', {}, LEADER);
  expect([setting, leastTickets]).toEqual(['learned', 30]);
  const old = audiences.find(({ audience }) => audience === '80-plus');
  expect(old).toMatchObject({ tickets: 34, days: 17, bands: ['80-plus'], learnedSince: expect.any(String) });
  expect(old?.first[0]).toEqual({
    ...{ serviceCode: 'LN-17', serviceName: '上门服务预约', tickets: 34, perMille: 1000 },
  });
  hall.close();
});
