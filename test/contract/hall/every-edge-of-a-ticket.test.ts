import { expect, test } from 'vitest';
import type { ApiError } from '../../../preload/contracts/errors.ts';
import type { Result } from '../../../preload/contracts/result.ts';
import { TICKET_STATES, type TicketState } from '../../../preload/contracts/ticket-state.ts';
import { nextState, type TicketEvent } from '../../../main/hall/domain/ticket-lifecycle.ts';
import { SUPERVISOR, TestHall } from '../../support/open-test-hall.ts';

const DAY_MS = 86_400_000;
const HERE = { counterId: '1' };
const THERE = { counterId: '2' };

/** Counter 1 serves elders, counter 2 everything. */
function openCounters(hall: TestHall): void {
  hall.must('openCounter', { ...HERE, services: ['LN-01', 'LN-02'] });
  hall.must('openCounter', THERE);
}

/** The next service day. */
function nextDay(hall: TestHall): void {
  hall.clock.advance(DAY_MS);
  openCounters(hall);
}

/** What brings a ticket that waits to each state. */
const WAYS: Readonly<Record<TicketState, (hall: TestHall, ticketId: string) => void>> = {
  waiting: () => undefined,
  called: (hall) => void hall.must('callNext', HERE),
  serving: (hall, ticketId) => {
    WAYS.called(hall, ticketId);
    hall.must('startService', { ticketId });
  },
  parked: (hall, ticketId) => {
    WAYS.serving(hall, ticketId);
    hall.must('parkTicket', { ticketId });
  },
  missed: (hall, ticketId) => {
    WAYS.called(hall, ticketId);
    hall.must('missTicket', { ticketId });
  },
  done: (hall, ticketId) => {
    WAYS.serving(hall, ticketId);
    hall.must('finishService', { ticketId, outcome: 'done', endVisit: true });
  },
  cancelled: (hall, ticketId) => void hall.must('cancelTicket', { ticketId, reason: 'left' }),
  lapsed: (hall) => nextDay(hall),
};

type Answer = Result<unknown, ApiError>;
type Edge = Exclude<TicketEvent, 'issue' | 'serve-now' | 'lapse'>;

/** How somebody in the hall asks for each step. */
const STEPS: Readonly<Record<Edge, (hall: TestHall, ticketId: string) => Answer>> = {
  call: (hall, ticketId) => hall.do('callTicket', { ...THERE, ticketId, why: 'unwell' }, SUPERVISOR),
  recall: (hall, ticketId) => hall.do('recallTicket', { ticketId }),
  start: (hall, ticketId) => hall.do('startService', { ticketId }),
  finish: (hall, ticketId) => hall.do('finishService', { ticketId, outcome: 'done', endVisit: true }),
  'add-service': (hall, ticketId) => hall.do('addService', { ...HERE, ticketId, serviceCode: 'LN-03' }),
  'next-here': (hall, ticketId) => hall.do('finishService', { ticketId, outcome: 'done' }),
  'next-elsewhere': (hall, ticketId) => hall.do('finishService', { ticketId, outcome: 'done' }),
  miss: (hall, ticketId) => hall.do('missTicket', { ticketId }),
  return: (hall, ticketId) => hall.do('returnTicket', { ticketId }),
  park: (hall, ticketId) => hall.do('parkTicket', { ticketId }),
  resume: (hall, ticketId) => hall.do('resumeTicket', { ...THERE, ticketId }),
  transfer: (hall, ticketId) => hall.do('transferTicket', { ticketId, toCounterId: '2' }),
  cancel: (hall, ticketId) => hall.do('cancelTicket', { ticketId, reason: 'left' }),
};

/** The other matters of the visit, where the step is about them. */
const MORE: Partial<Readonly<Record<Edge, string[]>>> = {
  'next-here': ['LN-02'],
  'next-elsewhere': ['JZ-01'],
};

const edges = Object.keys(STEPS) as Edge[];
const pairs = TICKET_STATES.flatMap((state) => edges.map((edge) => ({ state, edge })));

/** Who is away is at no counter, so the next matter is always waited for. */
function expected(state: TicketState, edge: Edge): TicketState | undefined {
  return nextState(state, state === 'parked' && edge === 'next-here' ? 'next-elsewhere' : edge);
}

function withTicket(state: TicketState, more: string[] | undefined): { hall: TestHall; ticketId: string } {
  const hall = new TestHall({ policy: { recallCoolDownMs: 0 } });
  openCounters(hall);
  const wish = { serviceCode: 'LN-01', ...(more !== undefined && { moreServices: more }) };
  const { ticketId } = hall.must('issueTicket', wish);
  WAYS[state](hall, ticketId);
  return { hall, ticketId };
}

/** Everybody called or served sits at one counter, and nobody else does. */
function expectSeated(hall: TestHall, ticketId: string): void {
  const { counters } = hall.hall.snapshot();
  const { ticket } = hall.must('ticketStatus', { ticketId });
  const seats = counters.filter((counter) => counter.ticketId === ticketId).map(({ counterId }) => counterId);
  const sits = ticket.state === 'called' || ticket.state === 'serving';
  expect(seats).toEqual(sits ? [ticket.counterId] : []);
}

test.each(pairs)('$state, $edge: as the life cycle says, or refused and unchanged', ({ state, edge }) => {
  const { hall, ticketId } = withTicket(state, MORE[edge]);
  const standing = () => hall.must('ticketStatus', { ticketId }).ticket;
  const before = standing();
  expect(before.state).toBe(state);
  const wanted = expected(state, edge);
  const answer = STEPS[edge](hall, ticketId);
  if (wanted === undefined) {
    expect(answer).toMatchObject({ ok: false, error: { kind: 'not-now', state } });
    expect(standing()).toEqual(before);
  } else {
    expect(answer).toMatchObject({ ok: true });
    expect(standing().state).toBe(wanted);
  }
  expectSeated(hall, ticketId);
  hall.close();
});

test.each(TICKET_STATES)('%s: the day ends', (state) => {
  const { hall, ticketId } = withTicket(state, undefined);
  nextDay(hall);
  const wanted = nextState(state, 'lapse') ?? state;
  expect(hall.must('ticketStatus', { ticketId }).ticket.state).toBe(wanted);
  expectSeated(hall, ticketId);
  hall.close();
});
