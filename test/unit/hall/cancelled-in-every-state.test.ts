import { describe, expect, it } from 'vitest';
import type { TicketState } from '../../../preload/contracts/ticket-state.ts';
import { EMPTY_STAGE, hearCalls, tick } from '../../../renderer/display/stage/call-stage.ts';
import { listedCalls } from '../../../renderer/display/hall/listed-calls.ts';
import { KIOSK, TestHall } from '../../support/open-test-hall.ts';

const NIGHT_MS = 20 * 3_600_000;
const counterId = '1';
const other = '2';

/** Steps that bring a called ticket further. */
const start = (hall: TestHall, ticketId: string): void => void hall.must('startService', { ticketId });
const call = (hall: TestHall): void => void hall.must('callNext', { counterId });

/** How a ticket comes to each state of its life. */
const WAYS: Readonly<Record<TicketState, (hall: TestHall, ticketId: string) => void>> = {
  waiting: () => undefined,
  called: call,
  serving: (hall, ticketId) => {
    call(hall);
    start(hall, ticketId);
  },
  parked: (hall, ticketId) => {
    WAYS.serving(hall, ticketId);
    hall.must('parkTicket', { ticketId });
  },
  missed: (hall, ticketId) => {
    call(hall);
    hall.must('missTicket', { ticketId });
  },
  done: (hall, ticketId) => {
    WAYS.serving(hall, ticketId);
    hall.must('finishService', { ticketId, outcome: 'done' });
  },
  cancelled: (hall, ticketId) => void hall.must('cancelTicket', { ticketId, reason: 'left' }),
  lapsed: (hall) => {
    call(hall);
    hall.clock.advance(NIGHT_MS);
    hall.must('openCounter', { counterId: other });
  },
};

/** In whatever state, cancelling either ends the ticket or is refused in words. */
const ANSWERS: Readonly<Record<TicketState, string>> = {
  waiting: 'cancelled',
  called: 'cancelled',
  serving: 'refused',
  parked: 'cancelled',
  missed: 'cancelled',
  done: 'refused',
  cancelled: 'refused',
  lapsed: 'refused',
};

function hallWith(state: TicketState): { hall: TestHall; ticketId: string } {
  const hall = new TestHall();
  hall.must('openCounter', { counterId });
  const { ticketId } = hall.must('issueTicket', { serviceCode: 'LN-01' });
  WAYS[state](hall, ticketId);
  expect(hall.must('ticketStatus', { ticketId }).ticket.state).toBe(state);
  return { hall, ticketId };
}

/** What a display lists as called or being served. */
function listed(hall: TestHall): string[] {
  const { calls, tickets } = hall.hall.snapshot();
  const byId = Object.fromEntries(tickets.map((ticket) => [ticket.ticketId, ticket]));
  return listedCalls(calls, byId, []).map(({ call: { ticketId } }) => ticketId);
}

describe('cancelling a ticket', () => {
  it.each(Object.entries(ANSWERS) as [TicketState, string][])(
    'that is %s is %s, and leaves nobody called',
    (state, expected) => {
      const { hall, ticketId } = hallWith(state);
      const before = hall.hall.snapshot();
      const answer = hall.do('cancelTicket', { ticketId, reason: 'left' }, KIOSK);
      expect(answer.ok ? answer.value.state : 'refused').toBe(expected);
      const { counters, tickets } = hall.hall.snapshot();
      const live = new Map(tickets.map((ticket) => [ticket.ticketId, ticket.state]));
      for (const { ticketId: seated } of counters)
        if (seated !== null) expect(['called', 'serving']).toContain(live.get(seated));
      expect(listed(hall)).toEqual(expected === 'refused' && live.has(ticketId) ? [ticketId] : []);
      if (expected === 'refused') expect(hall.hall.snapshot()).toEqual(before);
      else expect(live.has(ticketId)).toBe(false);
      hall.close();
    },
  );

  it.each(['called', 'parked', 'missed'] as const)('that is %s frees the counter for the next', (state) => {
    const { hall, ticketId } = hallWith(state);
    hall.must('cancelTicket', { ticketId, reason: 'left' });
    const next = hall.must('issueTicket', { serviceCode: 'LN-01' });
    expect(hall.must('callNext', { counterId }).ticketId).toBe(next.ticketId);
    hall.close();
  });

  it('takes its call off the stage, and out of the queue of those that still wait for the stage', () => {
    const hall = new TestHall();
    for (const id of [counterId, other]) hall.must('openCounter', { counterId: id });
    const empty = hearCalls(EMPTY_STAGE, hall.hall.snapshot().calls, 0);
    for (let place = 0; place < 2; place += 1) hall.must('issueTicket', { serviceCode: 'LN-01' });
    const [first, second] = [counterId, other].map((id) => hall.must('callNext', { counterId: id }));
    const crowded = hearCalls(empty, hall.hall.snapshot().calls, 0);
    const announced = (stage: typeof crowded): (string | undefined)[] =>
      [...stage.onStage.map((staged) => staged.call), ...stage.queue].map(({ ticketId }) => ticketId);
    expect(announced(crowded)).toEqual([first?.ticketId, second?.ticketId]);
    for (const called of [first, second])
      hall.must('cancelTicket', { ticketId: called?.ticketId ?? '', reason: 'left' });
    const after = tick(hearCalls(crowded, hall.hall.snapshot().calls, 1), 60_000);
    expect(announced(after)).toEqual([]);
    hall.close();
  });
});
