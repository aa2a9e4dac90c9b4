import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HallOperations } from '../../../preload/contracts/hall-operations.ts';
import type { Role } from '../../../preload/contracts/operation.ts';
import { HallService } from '../../support/services/hall-service.ts';

let hall: HallService;
beforeAll(async () => {
  hall = await HallService.start();
});
afterAll(() => hall.end());

interface BadWish {
  readonly why: string;
  readonly body: object;
  readonly status: number;
  readonly error: object;
  readonly role?: Role;
}

const nowhere = { requestId: randomUUID(), ticketId: randomUUID() };
const unknownTicket = {
  why: 'a ticket nobody has',
  body: nowhere,
  status: 404,
  error: { kind: 'unknown-ticket' },
};
const badId = {
  why: 'a ticket id that is none',
  body: { requestId: randomUUID(), ticketId: 'A001' },
  status: 400,
  error: { kind: 'bad-input', problems: [{ where: 'ticketId' }] },
};
const noId = {
  why: 'no request id',
  body: { ticketId: randomUUID(), counterId: '1', serviceCode: 'LN-01' },
  status: 400,
  error: { kind: 'bad-input' },
};
const counterWish = (counterId: string) => ({ requestId: randomUUID(), counterId });
const badCounters: readonly BadWish[] = [
  {
    why: 'a counter nobody built',
    body: counterWish('99'),
    status: 404,
    error: { kind: 'unknown-counter', counterId: '99' },
  },
  {
    why: 'a counter id that is none',
    body: counterWish('1; drop table'),
    status: 400,
    error: { kind: 'bad-input' },
  },
  { why: 'an empty counter id', body: counterWish(''), status: 400, error: { kind: 'bad-input' } },
  { ...noId, body: { counterId: '1' } },
];
const steps: readonly BadWish[] = [unknownTicket, badId, noId];
const issue = (wish: object): object => ({ requestId: randomUUID(), serviceCode: 'LN-01', ...wish });
const holder = (wish: object): object => issue({ holder: { name: '测试甲', ...wish } });

const noSuchCase = { requestId: randomUUID(), caseId: randomUUID() };
const badSpans = [
  ['days in the wrong order', '2026-06-16', '2026-06-15'],
  ['more than a year at once', '2024-01-01', '2026-01-01'],
  ['a day that is none', '2026-02-30', '2026-03-01'],
].map(([why = '', from, to]) => ({ why, body: { from, to }, status: 400, error: { kind: 'bad-input' } }));

/** Each row's own mistakes; a row that is missing here does not compile. */
const BAD_WISHES: Readonly<Record<keyof HallOperations, readonly BadWish[]>> = {
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
  openCounter: [
    ...badCounters,
    {
      why: 'a service nobody offers',
      body: { ...counterWish('1'), services: ['ZZ-99'] },
      status: 404,
      error: { kind: 'unknown-service' },
    },
  ],
  pauseCounter: [
    ...badCounters,
    {
      why: 'a reason that is not on the list',
      body: { ...counterWish('1'), reason: '午休' },
      status: 400,
      error: { kind: 'bad-input', problems: [{ where: 'reason' }] },
    },
    {
      why: 'a counter that is closed',
      body: counterWish('3'),
      status: 409,
      error: { kind: 'counter-closed' },
    },
  ],
  closeCounter: badCounters,
  callNext: [
    ...badCounters,
    {
      why: 'a counter that is closed',
      body: counterWish('3'),
      status: 409,
      error: { kind: 'counter-closed' },
    },
  ],
  callTicket: [
    { ...unknownTicket, body: { ...nowhere, counterId: '1', why: 'unwell' } },
    {
      why: 'a reason that is not on the list',
      body: { ...nowhere, counterId: '1', why: 'a friend' },
      status: 400,
      error: { kind: 'bad-input', problems: [{ where: 'why' }] },
    },
    {
      why: 'no counter',
      body: { ...nowhere, why: 'unwell' },
      status: 400,
      error: { kind: 'bad-input', problems: [{ where: 'counterId' }] },
    },
  ],
  recallTicket: steps,
  startService: steps,
  finishService: [
    ...steps,
    {
      why: 'an outcome nobody knows',
      body: { ...nowhere, outcome: 'gone' },
      status: 400,
      error: { kind: 'bad-input', problems: [{ where: 'outcome' }] },
    },
  ],
  missTicket: steps,
  returnTicket: steps,
  cancelTicket: steps,
  parkTicket: steps,
  resumeTicket: [
    {
      why: 'a counter that is closed',
      body: { ...nowhere, counterId: '3' },
      status: 409,
      error: { kind: 'counter-closed' },
    },
    {
      why: 'no counter',
      body: nowhere,
      status: 400,
      error: { kind: 'bad-input', problems: [{ where: 'counterId' }] },
    },
  ],
  transferTicket: [
    { ...unknownTicket, body: { ...nowhere, serviceCode: 'LN-02' } },
    {
      why: 'a service nobody offers',
      body: { ...nowhere, serviceCode: 'ZZ-99' },
      status: 404,
      error: { kind: 'unknown-service' },
    },
    {
      why: 'nowhere to pass on to',
      body: nowhere,
      status: 400,
      error: { kind: 'bad-input', problems: [{ where: 'serviceCode' }] },
    },
    {
      why: 'two places at once',
      body: { ...nowhere, toCounterId: '2', toSender: true },
      status: 400,
      error: { kind: 'bad-input', problems: [{ where: 'toCounterId' }] },
    },
  ],
  correctPriority: [
    { ...unknownTicket, body: { ...nowhere, priorityClass: 'elder', why: 'evident' } },
    {
      why: 'a reason that is not on the list',
      body: { ...nowhere, priorityClass: 'elder', why: 'because' },
      status: 400,
      error: { kind: 'bad-input', problems: [{ where: 'why' }] },
    },
  ],
  recordPrint: [
    { ...unknownTicket, body: { ...nowhere, printState: 'sent', reprint: false } },
    {
      why: 'a state no paper has',
      body: { ...nowhere, printState: 'burnt', reprint: false },
      status: 400,
      error: { kind: 'bad-input', problems: [{ where: 'printState' }] },
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
};

const CASES = Object.entries(BAD_WISHES).flatMap(([operation, wishes]) =>
  wishes.map((wish) => ({ operation, ...wish })),
);

test.each(CASES)('$operation refuses $why', async ({ operation, body, status, error, role }) => {
  const before = (await hall.post('queueSnapshot', {})).text;
  const answer = await hall.post(operation, body, role);
  expect(answer).toMatchObject({ status, json: { ok: false, error } });
  expect(answer.text).not.toMatch(/测试|1956|2099|1700|长长/);
  expect((await hall.post('queueSnapshot', {})).text).toBe(before);
});

test('no wish became a fault of the program', () => {
  expect(hall.log).not.toContain('an operation failed');
  expect(hall.log).not.toContain('does not fit the contract');
});
