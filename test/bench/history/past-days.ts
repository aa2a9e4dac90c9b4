/** One finished visit of the past, as it stood in the hall. Times are wall-clock milliseconds. */
export interface PastVisit {
  readonly ordinal: number;
  readonly serviceCode: string;
  readonly elder: boolean;
  readonly counterId: string;
  readonly issuedAt: number;
  readonly calledAt: number;
  readonly startedAt: number;
  readonly finishedAt: number;
}

export interface PastDay {
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly openedAt: number;
  readonly visits: readonly PastVisit[];
}

export const TICKETS_A_DAY = 1_000;

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const LAST_MORNING = Date.parse('2026-06-14T08:30:00+08:00');
const SERVICES = ['LN-01', 'LN-02', 'LN-05', 'JZ-01', 'JZ-07'] as const;
const BETWEEN_VISITORS_MS = 30_000;

/** The days before the one that is measured, oldest first. The same count gives the same days. */
export function* pastDays(tickets: number): Generator<PastDay> {
  const days = Math.ceil(tickets / TICKETS_A_DAY);
  for (let day = 0; day < days; day += 1) {
    const openedAt = LAST_MORNING - (days - 1 - day) * DAY_MS;
    const visits = Math.min(TICKETS_A_DAY, tickets - day * TICKETS_A_DAY);
    yield {
      date: new Date(openedAt).toISOString().slice(0, 10),
      openedAt,
      visits: Array.from({ length: visits }, (_, place) => pastVisit(openedAt, place)),
    };
  }
}

function pastVisit(openedAt: number, place: number): PastVisit {
  const issuedAt = openedAt + place * BETWEEN_VISITORS_MS;
  const calledAt = issuedAt + 15 * MINUTE_MS;
  const startedAt = calledAt + MINUTE_MS / 2;
  return {
    ordinal: place + 1,
    serviceCode: SERVICES[place % SERVICES.length] ?? SERVICES[0],
    elder: place % 4 === 0,
    counterId: String(1 + (place % 4)),
    issuedAt,
    calledAt,
    startedAt,
    finishedAt: startedAt + (6 + (place % 7)) * MINUTE_MS,
  };
}
