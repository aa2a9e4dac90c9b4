import type { ApiError } from '../../../preload/contracts/errors.ts';
import type { HallOperations } from '../../../preload/contracts/hall-operations.ts';
import type { Input, Output } from '../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import { openHelp } from './assist/help.ts';
import { orderWaiting } from '../domain/rules/index.ts';
import type { TicketRow } from '../store/ticket-row.ts';
import type { HallContext } from './hall-context.ts';
import { countersFor, queueNow } from './queue.ts';
import { undoableSteps } from './undo.ts';
import { callView, counterView, ticketView } from './views.ts';
import { waitOf } from './waiting.ts';

export type Storage = Output<HallOperations, 'queueSnapshot'>['hall']['storage'];
type Snapshot = Output<HallOperations, 'queueSnapshot'>;

/** As many as a display or a counter lists. */
const ORDER_SHOWN = 50;

/** The hall as its pages see it. */
export function queueSnapshot(hall: HallContext, storage: Storage): Snapshot {
  const { tickets, counters, calls, days } = hall.stores;
  const day = days.current();
  const live = tickets.live().filter(({ dayId }) => dayId === day?.dayId);
  const { waiting, rule, situation } = queueNow(hall);
  const numbers = new Map(live.map(({ ticketId, number }) => [ticketId, number]));
  const rows = new Map(counters.all().map((row) => [row.counterId, row]));
  const order = orderWaiting(waiting, rule, situation).slice(0, ORDER_SHOWN);
  const undoable = undoableSteps(hall);
  return {
    hall: {
      hallId: hall.policy.hallId,
      name: hall.policy.name,
      type: hall.policy.type,
      dayDate: day?.date ?? null,
      waiting: waiting.length,
      rule: rule.name,
      clerksCallOutOfOrder: hall.policy.clerksCallOutOfOrder,
      simulated: [...hall.policy.simulated],
      storage,
    },
    order: { numbers: order.flatMap(({ ticketId }) => numbers.get(ticketId) ?? []) },
    tickets: live.map((row) => ticketView(hall, row)),
    counters: hall.policy.counters.map((counter) =>
      counterView(
        hall,
        counter,
        rows.get(counter.counterId),
        waiting,
        undoable.get(counter.counterId) ?? null,
      ),
    ),
    help: openHelp(hall, day?.dayId),
    calls: day === undefined ? [] : calls.lastOfDay(day.dayId).map((call) => callView(hall, call)),
  };
}

/** Where one ticket stands, by its id or by its number of the day. */
export function ticketStatus(
  hall: HallContext,
  input: Input<HallOperations, 'ticketStatus'>,
): Result<Output<HallOperations, 'ticketStatus'>, ApiError> {
  const row = findTicket(hall, input);
  if (row === undefined) return err({ kind: 'unknown-ticket' });
  const ticket = ticketView(hall, row);
  if (row.state !== 'waiting') return ok({ ticket, waitingAhead: null, waitMinutes: null });
  const { waitingAhead, waitMinutes } = waitOf(hall, countersFor(hall, row), row.ticketId);
  return ok({ ticket, waitingAhead, waitMinutes });
}

function findTicket(hall: HallContext, input: Input<HallOperations, 'ticketStatus'>): TicketRow | undefined {
  const { tickets, days } = hall.stores;
  if ('ticketId' in input) return tickets.byId(input.ticketId);
  const day = days.current();
  return day && tickets.byNumber(day.dayId, input.number);
}
