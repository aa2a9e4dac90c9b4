import type { ApiError } from '../../../../preload/contracts/errors.ts';
import type { HallOperations, HelpView } from '../../../../preload/contracts/hall-operations.ts';
import type { Caller, Input } from '../../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../../preload/contracts/result.ts';
import { uuidText, uuidV7 } from '../../journal/uuid.ts';
import type { HelpRow } from '../../store/assist-store.ts';
import { findCounter } from '../counters.ts';
import type { HallContext } from '../hall-context.ts';
import { serviceDay } from '../service-day.ts';
import { helpView } from './views.ts';

type Wish = Input<HallOperations, 'callForHelp'>;
type Answer = Result<HelpView, ApiError>;

/** Asks for somebody to come. Pressed again while nobody has come, it is the same call. */
export function callForHelp(hall: HallContext, wish: Wish, { role, name: place }: Caller): Answer {
  if (role === 'kiosk' && wish.kind !== 'visitor')
    return err({ kind: 'not-allowed', role, operation: `callForHelp: ${wish.kind}` });
  const { kind, counterId, staffNumber } = wish;
  const counter = counterId === undefined ? undefined : findCounter(hall, counterId);
  if (counter?.ok === false) return counter;
  const day = serviceDay(hall);
  if (!day.ok) return day;
  const same = hall.stores.assist
    .openHelp(day.value.dayId)
    .find((one) => one.kind === kind && one.place === place && one.counterId === (counterId ?? null));
  if (same !== undefined) return ok(helpView(hall, same));
  const helpId = uuidText(uuidV7(hall.clock.nowMs()));
  hall.journal.append('help.asked', 1, {
    ...{ helpId, kind, place },
    ...(counterId !== undefined && { counterId }),
    ...(staffNumber !== undefined && { staffNumber }),
  });
  return view(hall, helpId);
}

/** The first to answer goes; who answers after hears who it is. */
export function answerHelp(hall: HallContext, { helpId }: Input<HallOperations, 'answerHelp'>): Answer {
  const help = hall.stores.assist.help(helpId);
  if (help?.ended === 1) return err({ kind: 'not-now', state: 'ended', step: 'answer-help' });
  if (help?.answered === 0) hall.journal.append('help.answered', 1, { helpId });
  return view(hall, helpId);
}

/** A kiosk ends what was asked there and nothing else: whoever stands before it needs nobody any more. */
export function endHelp(
  hall: HallContext,
  { helpId }: Input<HallOperations, 'endHelp'>,
  { role, name }: Caller,
): Answer {
  const help = hall.stores.assist.help(helpId);
  const isElsewhere = help !== undefined && (help.place !== name || help.kind !== 'visitor');
  if (role === 'kiosk' && isElsewhere)
    return err({ kind: 'not-allowed', role, operation: 'endHelp: asked elsewhere' });
  if (help?.ended === 0) hall.journal.append('help.ended', 1, { helpId });
  return view(hall, helpId);
}

/**
 * Nobody has answered for as long as the hall waits: the supervisors are told, once. Nothing is written where somebody is on
 * the way meanwhile.
 */
export function escalateHelp(hall: HallContext, helpId: string): void {
  const help = hall.stores.assist.help(helpId);
  const isForgotten =
    help !== undefined && help.ended === 0 && help.answered === 0 && help.escalatedAtMs === null;
  if (isForgotten) hall.journal.append('help.escalated', 1, { helpId });
}

/** Calls of today that have not ended, oldest first. */
export function openHelp(hall: HallContext, dayId: string | undefined): HelpView[] {
  return dayId === undefined
    ? []
    : hall.stores.assist.openHelp(dayId).map((row: HelpRow) => helpView(hall, row));
}

function view(hall: HallContext, helpId: string): Answer {
  const row = hall.stores.assist.help(helpId);
  return row === undefined ? err({ kind: 'not-found' }) : ok(helpView(hall, row));
}
