import type { WaitingTicket } from '../../../main/hall/domain/rules/index.ts';

export const MINUTE_MS = 60_000;
/** Ten in the morning of some day. */
export const TEN_MS = 1_767_578_400_000;

/** "N1 P1 N2": N ordinary, P elder, U urgent, A appointment, D disabled; one minute between two arrivals, the last one now. */
export function waitingPeople(names: string, minutesBetween = 1): readonly WaitingTicket[] {
  const all = names.split(' ').filter((name) => name !== '');
  return all.map((name, index) => ({
    ticketId: name,
    sequence: index + 1,
    issuedAtMs: TEN_MS - (all.length - 1 - index) * minutesBetween * MINUTE_MS,
    priorityClass: CLASS_OF_LETTER[name.charAt(0) as keyof typeof CLASS_OF_LETTER],
    serviceCode: 'LN-01',
    missedCount: 0,
  }));
}

const CLASS_OF_LETTER = {
  N: 'ordinary',
  P: 'elder',
  U: 'urgent',
  A: 'appointment',
  D: 'disabled',
} as const;

export const calm = { nowMs: TEN_MS, priorityCallsInARow: 0 };

export const names = (tickets: readonly WaitingTicket[]): string =>
  tickets.map(({ ticketId }) => ticketId).join(' ');
