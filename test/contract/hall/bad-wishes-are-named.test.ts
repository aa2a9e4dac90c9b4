import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HallOperations } from '../../../preload/contracts/hall-operations.ts';
import { HallService } from '../../support/services/hall-service.ts';
import { appointmentWishes } from './bad-wishes/appointment-wishes.ts';
import { assistWishes } from './bad-wishes/assist-wishes.ts';
import { catalogueWishes } from './bad-wishes/catalogue-wishes.ts';
import { careWishes, elderWishes } from './bad-wishes/elder-wishes.ts';
import { counterWishes } from './bad-wishes/counter-wishes.ts';
import { ledgerWishes } from './bad-wishes/ledger-wishes.ts';
import { organisationWishes } from './bad-wishes/organisation-wishes.ts';
import { rulesWishes } from './bad-wishes/rules-wishes.ts';
import { STAFF_WISHES } from './bad-wishes/staff-wishes.ts';
import { holder, issue, nowhere, unknownTicket, type BadWish } from './bad-wishes/wish.ts';
import { overseersWishes } from './bad-wishes/overseers-wishes.ts';

let hall: HallService;
beforeAll(async () => {
  hall = await HallService.start();
});
afterAll(() => hall.end());

const noSuchCase = { requestId: randomUUID(), caseId: randomUUID() };
const badSpans = [
  ['days in the wrong order', '2026-06-16', '2026-06-15'],
  ['more than a year at once', '2024-01-01', '2026-01-01'],
  ['a day that is none', '2026-02-30', '2026-03-01'],
].map(([why = '', from, to]) => ({ why, body: { from, to }, status: 400, error: { kind: 'bad-input' } }));
/** Each row's own mistakes; a row that is missing here does not compile. */
const BAD_WISHES: Readonly<Record<keyof HallOperations, readonly BadWish[]>> = {
  ...counterWishes,
  ...appointmentWishes,
  ...assistWishes,
  ...rulesWishes,
  ...catalogueWishes,
  ...elderWishes,
  ...careWishes,
  ...ledgerWishes,
  ...organisationWishes,
  issueTicket: [
    {
      why: 'no service',
      body: { requestId: randomUUID() },
      status: 400,
      error: { kind: 'bad-input', problems: [{ where: 'serviceCode' }] },
    },
    {
      why: 'a service nobody offers',
      body: issue({ serviceCode: 'ZZ-99' }),
      status: 404,
      error: { kind: 'unknown-service', serviceCode: 'ZZ-99' },
    },
    {
      why: 'a birth date in the future',
      body: issue({ birthDate: '20990101' }),
      status: 400,
      error: { kind: 'bad-birth-date', reason: 'in-the-future' },
    },
    {
      why: 'a birth date that is no date',
      body: issue({ birthDate: '19560231' }),
      status: 400,
      error: { kind: 'bad-birth-date', reason: 'unreadable' },
    },
    {
      why: 'a birth date before anybody living',
      body: issue({ birthDate: '17000101' }),
      status: 400,
      error: { kind: 'bad-birth-date', reason: 'too-long-ago' },
    },
    {
      why: 'a wrong check digit',
      body: holder({ idNumber: '110199195606159038' }),
      status: 400,
      error: { kind: 'bad-id-number', where: 'holder.idNumber' },
    },
    {
      why: 'a holder without a name',
      body: holder({ name: '   ' }),
      status: 400,
      error: { kind: 'bad-input' },
    },
    {
      why: 'a name of a thousand characters',
      body: holder({ name: '长'.repeat(1000) }),
      status: 400,
      error: { kind: 'bad-input' },
    },
    {
      why: 'the same service twice',
      body: issue({ moreServices: ['LN-02', 'LN-02'] }),
      status: 400,
      error: { kind: 'bad-input', problems: [{ where: 'moreServices' }] },
    },
    {
      why: 'a further service nobody offers',
      body: issue({ moreServices: ['ZZ-99'] }),
      status: 404,
      error: { kind: 'unknown-service', serviceCode: 'ZZ-99' },
    },
    {
      why: 'six further services',
      body: issue({ moreServices: ['LN-02', 'LN-03', 'LN-04', 'LN-05', 'LN-06', 'JZ-01'] }),
      status: 400,
      error: { kind: 'bad-input', problems: [{ where: 'moreServices' }] },
    },
    {
      why: 'a companion who is nothing to anybody',
      body: issue({ companionRelation: 'stranger' }),
      status: 400,
      error: { kind: 'bad-input', problems: [{ where: 'companionRelation' }] },
    },
    {
      why: 'a class nobody may state',
      body: issue({ priorityClass: 'urgent', priorityReason: 'stated' }),
      status: 400,
      error: { kind: 'bad-input' },
    },
    {
      why: 'a class given by staff, from a kiosk',
      body: issue({ priorityClass: 'urgent', priorityReason: 'staff' }),
      status: 403,
      error: { kind: 'not-allowed' },
      role: 'kiosk',
    },
    {
      why: 'an appointment nobody made',
      body: issue({ appointmentId: 'x' }),
      status: 404,
      error: { kind: 'unknown-appointment' },
    },
    {
      why: 'a request id that is no uuid',
      body: issue({ requestId: '1' }),
      status: 400,
      error: { kind: 'bad-input', problems: [{ where: 'requestId' }] },
    },
  ],
  listServices: [
    { why: 'a wish it does not know', body: { all: true }, status: 400, error: { kind: 'bad-input' } },
  ],
  queueSnapshot: [
    { why: 'a wish it does not know', body: { day: 'yesterday' }, status: 400, error: { kind: 'bad-input' } },
  ],
  ticketStatus: [
    { why: 'neither id nor number', body: {}, status: 400, error: { kind: 'bad-input' } },
    {
      why: 'both',
      body: { ticketId: randomUUID(), number: 'A001' },
      status: 400,
      error: { kind: 'bad-input' },
    },
    { why: 'a number nobody has', body: { number: 'A999' }, status: 404, error: { kind: 'unknown-ticket' } },
    {
      why: 'an id nobody has',
      body: { ticketId: randomUUID() },
      status: 404,
      error: { kind: 'unknown-ticket' },
    },
  ],
  ...overseersWishes,
  recordPrint: [
    {
      why: 'paper that nobody wanted',
      body: { ...nowhere, printState: 'none', reprint: false },
      status: 400,
      error: { kind: 'bad-input', problems: [{ where: 'printState' }] },
    },
    { ...unknownTicket, body: { ...nowhere, printState: 'sent', reprint: false } },
    {
      why: 'a state no paper has',
      body: { ...nowhere, printState: 'burnt', reprint: false },
      status: 400,
      error: { kind: 'bad-input', problems: [{ where: 'printState' }] },
    },
  ],
  ratableVisits: [
    {
      why: 'no card',
      body: {},
      role: 'kiosk',
      status: 400,
      error: { kind: 'bad-input', problems: [{ where: 'idNumber' }] },
    },
  ],
  rateVisit: [
    { ...unknownTicket, body: { ...nowhere, level: 5, channel: 'pad' } },
    ...[0, 6, 2.5, '5', null].map((level) => ({
      why: `a level that is none: ${String(level)}`,
      body: { ...nowhere, level, channel: 'pad' },
      status: 400,
      error: { kind: 'bad-input', problems: [{ where: 'level' }] },
    })),
    {
      why: 'a channel that only the code on the paper opens',
      body: { ...nowhere, level: 5, channel: 'qr-code' },
      status: 400,
      error: { kind: 'bad-input', problems: [{ where: 'channel' }] },
    },
  ],
  listRatingCases: [
    ...badSpans,
    { why: 'neither', body: {}, status: 400, error: { kind: 'bad-input' } },
    { why: 'the closed ones only', body: { open: false }, status: 400, error: { kind: 'bad-input' } },
  ],
  advanceRatingCase: [
    {
      why: 'a case nobody has',
      body: { ...noSuchCase, step: 'fix', note: 'apologised' },
      status: 404,
      error: { kind: 'unknown-rating-case' },
    },
    {
      why: 'a step nobody knows',
      body: { ...noSuchCase, step: 'forget' },
      status: 400,
      error: { kind: 'bad-input', problems: [{ where: 'step' }] },
    },
    {
      why: 'a judgement without its kind',
      body: { ...noSuchCase, step: 'judge', note: 'other' },
      status: 400,
      error: { kind: 'bad-input', problems: [{ where: 'judgement' }] },
    },
    {
      why: 'words of its own instead of the list',
      body: { ...noSuchCase, step: 'fix', note: '测试甲 13900000000' },
      status: 400,
      error: { kind: 'bad-input', problems: [{ where: 'note' }] },
    },
  ],
  ratingStatistics: badSpans,
  ...STAFF_WISHES,
};

const CASES = Object.entries(BAD_WISHES).flatMap(([operation, wishes]) =>
  wishes.map((wish) => ({ operation, ...wish })),
);

test.each(CASES)('$operation refuses $why', async ({ operation, body, status, error, role }) => {
  // Each PC may ask so often only: those who look are not those who wish.
  const before = (await hall.post('queueSnapshot', {}, 'display')).text;
  const answer = await hall.post(operation, body, role);
  expect(answer).toMatchObject({ status, json: { ok: false, error } });
  expect(answer.text).not.toMatch(/测试|1956|2099|1700|长长/);
  expect((await hall.post('queueSnapshot', {}, 'kiosk')).text).toBe(before);
});

test('no wish became a fault of the program', () => {
  expect(hall.log).not.toContain('an operation failed');
  expect(hall.log).not.toContain('does not fit the contract');
});
