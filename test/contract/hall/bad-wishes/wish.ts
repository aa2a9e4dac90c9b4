import { randomUUID } from 'node:crypto';
import type { Role } from '../../../../preload/contracts/operation.ts';

export interface BadWish {
  readonly why: string;
  readonly body: object;
  readonly status: number;
  readonly error: object;
  readonly role?: Role;
}

export const nowhere = { requestId: randomUUID(), ticketId: randomUUID() };
export const unknownTicket = {
  why: 'a ticket nobody has',
  body: nowhere,
  status: 404,
  error: { kind: 'unknown-ticket' },
};
export const badId = {
  why: 'a ticket id that is none',
  body: { requestId: randomUUID(), ticketId: 'A001' },
  status: 400,
  error: { kind: 'bad-input', problems: [{ where: 'ticketId' }] },
};
export const noId = {
  why: 'no request id',
  body: { ticketId: randomUUID(), counterId: '1', serviceCode: 'LN-01' },
  status: 400,
  error: { kind: 'bad-input' },
};
export const counterWish = (counterId: string) => ({ requestId: randomUUID(), counterId });
export const badCounters: readonly BadWish[] = [
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
export const steps: readonly BadWish[] = [unknownTicket, badId, noId];
export const issue = (wish: object): object => ({ requestId: randomUUID(), serviceCode: 'LN-01', ...wish });
export const holder = (wish: object): object => issue({ holder: { name: '测试甲', ...wish } });
