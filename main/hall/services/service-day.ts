import type { ApiError } from '../../../preload/contracts/errors.ts';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import { decideServiceDay, type ServiceDay } from '../domain/service-day.ts';
import { closePastBookings } from './appointments/missed.ts';
import type { HallContext } from './hall-context.ts';
import { learnServiceOrder } from './service-order/learn.ts';

/**
 * The service day this mutation belongs to, opened first when its time has come. Call it inside the transaction:
 * what was left over from the day before lapses in the same commit.
 */
export function serviceDay(hall: HallContext): Result<ServiceDay, ApiError> {
  const { days, tickets, requests } = hall.stores;
  const day = days.current();
  const wallMs = hall.clock.nowMs();
  const localDate = hall.localTime.date(wallMs);
  if (day?.date === localDate) return ok(day);
  const decision = decideServiceDay({
    ...(day && { day }),
    localDate,
    freshStart: !hall.activity.sinceStart,
    idleMonotonicMs: hall.clock.monotonicMs() - hall.activity.lastMonotonicMs,
    liveTickets: tickets.countLive(),
  });
  if (decision === 'keep') {
    if (day === undefined) throw new Error('A hall without a day cannot keep it');
    return ok(day);
  }
  if ('refuse' in decision) return err({ kind: 'absurd-clock', year: new Date(wallMs).getUTCFullYear() });

  for (const { ticketId } of tickets.live()) hall.journal.append('ticket.lapsed', 1, { ticketId });
  hall.journal.append('day.opened', 1, { date: decision.open });
  closePastBookings(hall, decision.open);
  const opened = days.current();
  if (opened === undefined) throw new Error('The day did not open');
  learnServiceOrder(hall);
  requests.forgetAllBut(opened.dayId, day?.dayId ?? opened.dayId);
  return ok(opened);
}

/** A ticket was issued or called: the hall is in use. */
export function noteActivity(hall: HallContext): void {
  hall.activity.sinceStart = true;
  hall.activity.lastMonotonicMs = hall.clock.monotonicMs();
}
