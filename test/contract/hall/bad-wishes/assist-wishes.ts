import { randomUUID } from 'node:crypto';
import { nowhere, unknownTicket } from './wish.ts';

const requestId = randomUUID();
const nobodyKnows = {
  why: 'an id nobody knows',
  status: 404,
  error: { kind: 'not-found' },
} as const;
const look = { counterId: '1', who: 'holder', field: 'name', purpose: 'staff-view' } as const;
const badKind = {
  why: 'a kind that is not on the list',
  body: { requestId, kind: '测试' },
  status: 400,
  error: { kind: 'bad-input', problems: [{ where: 'kind' }] },
} as const;
const unknownCounter = {
  why: 'a counter nobody built',
  status: 404,
  error: { kind: 'unknown-counter', counterId: '99' },
} as const;

const noService = {
  why: 'a service nobody offers',
  role: 'kiosk',
  status: 404,
  error: { kind: 'unknown-service', serviceCode: 'ZZ-99' },
} as const;
const letter = {
  ...{ requestId, serviceCode: 'LN-01', relation: 'child', powers: ['submit'], days: 30 },
  printState: 'confirmed',
  holder: { name: '测试甲', idNumber: '110199195606159039' },
  companion: { name: '测试乙' },
} as const;

/** What goes wrong with people, help and difficulties. */
export const assistWishes = {
  ticketPeople: [
    { ...unknownTicket, body: { ticketId: nowhere.ticketId, counterId: '1' } },
    {
      why: 'no counter',
      body: { ticketId: nowhere.ticketId },
      status: 400,
      error: { kind: 'bad-input', problems: [{ where: 'counterId' }] },
    },
  ],
  revealPerson: [
    { ...unknownTicket, body: { ...nowhere, ...look } },
    {
      why: 'a purpose that is not for staff',
      body: { ...nowhere, ...look, purpose: 'central-sync' },
      status: 400,
      error: { kind: 'bad-input', problems: [{ where: 'purpose' }] },
    },
  ],
  proxyStanding: [
    {
      why: 'no agent',
      body: {},
      role: 'kiosk',
      status: 400,
      error: { kind: 'bad-input', problems: [{ where: 'agentIdNumber' }] },
    },
  ],
  recordProxyLetter: [
    { ...noService, body: { ...letter, serviceCode: 'ZZ-99' } },
    {
      why: 'one person on both sides',
      body: { ...letter, companion: letter.holder },
      role: 'kiosk',
      status: 409,
      error: { kind: 'same-person' },
    },
    {
      why: 'an authority of more than a year',
      body: { ...letter, days: 366 },
      role: 'kiosk',
      status: 400,
      error: { kind: 'bad-input', problems: [{ where: 'days' }] },
    },
    {
      why: 'an authority for everything',
      body: { ...letter, powers: ['everything'] },
      role: 'kiosk',
      status: 400,
      error: { kind: 'bad-input', problems: [{ where: 'powers.0' }] },
    },
  ],
  callForHelp: [
    badKind,
    { ...unknownCounter, body: { requestId, kind: 'colleague', counterId: '99' } },
    {
      why: 'a colleague for a kiosk',
      body: { requestId, kind: 'colleague' },
      status: 403,
      error: { kind: 'not-allowed', role: 'kiosk' },
      role: 'kiosk',
    },
  ],
  answerHelp: [{ ...nobodyKnows, body: { requestId, helpId: randomUUID() } }],
  endHelp: [{ ...nobodyKnows, body: { requestId, helpId: randomUUID() } }],
  reportDifficulty: [
    badKind,
    { ...unknownCounter, body: { requestId, kind: 'hearing', counterId: '99' } },
    { ...unknownTicket, body: { ...nowhere, kind: 'hearing' } },
    {
      why: 'words of their own',
      body: { requestId, kind: 'other', note: '测试' },
      status: 400,
      error: { kind: 'bad-input', problems: [{ where: 'note' }] },
    },
  ],
  listDifficulties: [
    {
      why: 'a date that is none',
      body: { from: 'yesterday' },
      status: 400,
      error: { kind: 'bad-input', problems: [{ where: 'from' }] },
    },
  ],
  settleDifficulty: [
    { ...nobodyKnows, body: { requestId, difficultyId: randomUUID(), result: 'noted' } },
    {
      why: 'a result that is not on the list',
      body: { requestId, difficultyId: randomUUID(), result: 'gone' },
      status: 400,
      error: { kind: 'bad-input', problems: [{ where: 'result' }] },
    },
  ],
} as const;
