import type { ApiError } from '../../../../preload/contracts/errors.ts';
import type { DifficultyView, HallOperations } from '../../../../preload/contracts/hall-operations.ts';
import type { Caller, Input, Output } from '../../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../../preload/contracts/result.ts';
import { uuidText, uuidV7 } from '../../journal/uuid.ts';
import { findCounter } from '../counters.ts';
import type { HallContext } from '../hall-context.ts';
import { serviceDay } from '../service-day.ts';
import { difficultyView } from './views.ts';

type Answer = Result<DifficultyView, ApiError>;

/** Something was hard for a visitor: into the ledger the same minute, without a name (困难上报). */
export function reportDifficulty(
  hall: HallContext,
  { kind, counterId, ticketId }: Input<HallOperations, 'reportDifficulty'>,
  { name: place }: Caller,
): Answer {
  const counter = counterId === undefined ? undefined : findCounter(hall, counterId);
  if (counter?.ok === false) return counter;
  if (ticketId !== undefined && hall.stores.tickets.byId(ticketId) === undefined)
    return err({ kind: 'unknown-ticket' });
  const day = serviceDay(hall);
  if (!day.ok) return day;
  const difficultyId = uuidText(uuidV7(hall.clock.nowMs()));
  hall.journal.append('difficulty.reported', 1, {
    ...{ difficultyId, kind, place },
    ...(counterId !== undefined && { counterId }),
    ...(ticketId !== undefined && { aboutTicketId: ticketId }),
  });
  return view(hall, difficultyId);
}

export function listDifficulties(
  hall: HallContext,
  { state, from, to }: Input<HallOperations, 'listDifficulties'>,
): Result<Output<HallOperations, 'listDifficulties'>, ApiError> {
  const settled = state === undefined ? null : state === 'settled' ? 1 : 0;
  const rows = hall.stores.assist.difficulties({ settled, from: from ?? null, to: to ?? null });
  return ok({ difficulties: rows.map((row) => difficultyView(hall, row)) });
}

/** What became of it. Said once: another result needs another report. */
export function settleDifficulty(
  hall: HallContext,
  { difficultyId, result }: Input<HallOperations, 'settleDifficulty'>,
): Answer {
  const known = hall.stores.assist.difficulty(difficultyId);
  if (known === undefined) return err({ kind: 'not-found' });
  if (known.result !== null && known.result !== result)
    return err({ kind: 'not-now', state: 'settled', step: 'settle-difficulty' });
  if (known.result === null) {
    const on = hall.localTime.date(hall.clock.nowMs());
    hall.journal.append('difficulty.settled', 1, { difficultyId, result, on });
  }
  return view(hall, difficultyId);
}

function view(hall: HallContext, difficultyId: string): Answer {
  const row = hall.stores.assist.difficulty(difficultyId);
  return row === undefined ? err({ kind: 'not-found' }) : ok(difficultyView(hall, row));
}
