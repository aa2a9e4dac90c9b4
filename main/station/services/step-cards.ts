import type { Language } from '../../../preload/contracts/configuration-kiosk.ts';
import type { ApiError } from '../../../preload/contracts/errors.ts';
import type { Input, Output } from '../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import type { StationOperations, StationView } from '../../../preload/contracts/station-operations.ts';
import type { Clock } from '../../foundation/clock.ts';
import {
  STEP_CARD_LANGUAGES,
  type StepCardLanguage,
  type StepCardPaper,
} from '../devices/ticket-printer/index.ts';
import type { StepCardPrintChange } from '../spool/index.ts';
import type { StationContext } from './station-context.ts';

/** Paper is not a toy: three cards a minute from one kiosk at most. */
export const STEP_CARD_PAUSE_MS = 20_000;
/** Whoever wanted the card has read by then what became of it. */
const OUTCOME_SHOWN_MS = 60_000;

type Shown = NonNullable<StationView['stepCard']>;
type Answer = Result<Output<StationOperations, 'printStepCard'>, ApiError>;

const isUnderWay = ({ state }: Shown): boolean => state === 'pending' || state === 'sent';

/** The step cards of this kiosk: one at a time, not too many, and what became of the newest. Belongs to nobody. */
export class StepCards {
  readonly #clock: Clock;
  #jobId: string | undefined;
  #newest: Shown | undefined;
  #changedAtMs = 0;
  #takenAtMs: number | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  note({ jobId, state, reason }: StepCardPrintChange): void {
    // An earlier card that is confirmed late says nothing of this one; a new one begins as pending.
    if (state === 'pending') this.#jobId = jobId;
    if ((this.#jobId ?? jobId) !== jobId) return;
    this.#newest = { state, problem: reason };
    this.#changedAtMs = this.#clock.monotonicMs();
  }

  /** What pages see: the card on its way, and for a minute what became of it. */
  view(): StationView['stepCard'] {
    if (this.#newest === undefined) return null;
    const isOver = this.#clock.monotonicMs() - this.#changedAtMs >= OUTCOME_SHOWN_MS;
    return isOver && !isUnderWay(this.#newest) ? null : this.#newest;
  }

  /** While a card is on its way, that one is the answer; a moment after it, none is printed. */
  print(station: StationContext, { requestId, language }: Input<StationOperations, 'printStepCard'>): Answer {
    station.desk.touch();
    if (this.#newest !== undefined && isUnderWay(this.#newest)) return ok({ printState: this.#newest.state });
    const pauseMs = this.#pauseLeftMs();
    if (pauseMs > 0) return err({ kind: 'too-soon', retryAfterSeconds: Math.ceil(pauseMs / 1000) });
    const queued = station.spool?.enqueueStepCard({ jobId: requestId, paper: stepCardOf(station, language) });
    if (queued === undefined) return err({ kind: 'not-found' });
    if (!queued.ok) return err({ kind: 'storage', trouble: 'failing' });
    this.#takenAtMs = this.#clock.monotonicMs();
    return ok({ printState: queued.value });
  }

  #pauseLeftMs(): number {
    if (this.#takenAtMs === undefined) return 0;
    return this.#takenAtMs + STEP_CARD_PAUSE_MS - this.#clock.monotonicMs();
  }
}

/** The hall's facts, and nothing of whoever stands there. */
function stepCardOf(
  { facts, reader, printer }: StationContext,
  language: Language | undefined,
): StepCardPaper {
  const { hallName, readerSide, waitingArea, manualCounters, counterLooks, telephone } = facts;
  return {
    kind: 'step-card',
    language:
      STEP_CARD_LANGUAGES.find((written): written is StepCardLanguage => written === language) ?? 'zh',
    hallName,
    readerSide: reader === undefined ? null : readerSide,
    waitingArea,
    manualCounters,
    counterLooks,
    telephone,
    simulated: printer?.simulated ?? false,
  };
}
