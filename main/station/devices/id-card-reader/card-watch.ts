import type { Clock } from '../../../foundation/clock.ts';
import { CardHolding } from './card-holding.ts';
import { toIdCard } from './id-card.ts';
import { chinaDate } from './china-date.ts';
import { pause } from '../lines/pause.ts';
import type { IdCard, IdCardReaderEvent } from './port.ts';
import {
  ask,
  readFoundCard,
  troubleIn,
  type ReadOutcome,
  type SamContext,
  type SamTrouble,
} from './sam/read-card.ts';
import type { SamTimings } from './timings.ts';
import { UnreadableEpisodes } from './unreadable-episodes.ts';

type CardOutcome = Extract<ReadOutcome, { kind: 'card' }>;

/**
 * Knows which card lies on the reader and tells when that changes. Outlives connections: a cable that drops out
 * while a card rests must not give the person a second ticket.
 */
export class CardWatch {
  readonly #clock: Clock;
  readonly #timings: SamTimings;
  readonly #tell: (event: IdCardReaderEvent) => void;
  readonly #episodes: UnreadableEpisodes;
  #holding: CardHolding | undefined;
  #probeAnswers = true;

  constructor(clock: Clock, timings: SamTimings, tell: (event: IdCardReaderEvent) => void) {
    this.#clock = clock;
    this.#timings = timings;
    this.#tell = tell;
    this.#episodes = new UnreadableEpisodes(timings.forgetFailuresMs);
  }

  /** A new connection: the module may have lost power, so what was learned about it no longer holds. */
  relinked(): void {
    this.#holding?.learn('unknown');
    this.#probeAnswers = true;
  }

  /** One look at the reader. Gives back what stops the work, if anything. */
  async look(context: SamContext): Promise<SamTrouble | undefined> {
    if (await this.#answersProbe(context)) return undefined;
    const found = await ask(context, 'find');
    const trouble = troubleIn(found);
    if (trouble !== undefined) return trouble;
    if (found.kind === 'answer' && found.status.verdict === 'card-found') return this.#approach(context);
    if (found.kind === 'answer') this.#nothingFound();
    return undefined;
  }

  #nothingFound(): void {
    if (this.#holding === undefined) {
      this.#episodes.empty(this.#clock.monotonicMs());
      return;
    }
    if (this.#holding.sign === 'unknown') this.#holding.learn('latched');
    if (this.#holding.missing(this.#clock.monotonicMs())) this.#removed();
  }

  async #approach(context: SamContext): Promise<SamTrouble | undefined> {
    const outcome = await readFoundCard(context);
    if (outcome.kind === 'trouble') return outcome.trouble;
    if (outcome.kind === 'unreadable') this.#unreadable(outcome);
    else return this.#read(outcome, context);
    return undefined;
  }

  async #read(outcome: CardOutcome, context: SamContext): Promise<SamTrouble | undefined> {
    const card = toIdCard(outcome.text, chinaDate(this.#clock.nowMs()));
    const holding = this.#holding;
    if (holding?.mayStillRest(card.number) !== true) return this.#placed(card, context);
    holding.present(this.#clock.monotonicMs());
    return holding.sign === 'unknown' ? this.#learnSign(holding, context) : undefined;
  }

  async #placed(card: IdCard, context: SamContext): Promise<SamTrouble | undefined> {
    if (this.#holding !== undefined) this.#removed();
    const holding = new CardHolding(card.number, this.#timings.removalMs, this.#clock.monotonicMs());
    this.#holding = holding;
    this.#episodes.success();
    // Learnt before it is told: whoever hears of the card may lift it at once.
    const trouble = await this.#learnSign(holding, context);
    this.#tell({ kind: 'card-placed', card });
    return trouble;
  }

  /** Right after the read nobody can have lifted the card yet, so the answers show how this reader behaves. */
  async #learnSign(holding: CardHolding, context: SamContext): Promise<SamTrouble | undefined> {
    if (await this.#probe(context)) {
      holding.learn('probe');
      return undefined;
    }
    const found = await ask(context, 'find');
    const trouble = troubleIn(found);
    if (trouble !== undefined) return trouble;
    const again = found.kind === 'answer' && found.status.verdict === 'card-found';
    holding.learn(again ? 're-readable' : 'latched');
    return undefined;
  }

  /** Whether the held card says that it is still there. A lifted card fails twice, bad radio only once. */
  async #answersProbe(context: SamContext): Promise<boolean> {
    const holding = this.#holding;
    if (holding === undefined || (holding.sign !== 'probe' && holding.sign !== 'unknown')) return false;
    let present = await this.#probe(context);
    if (!present && holding.sign === 'probe' && !holding.doubtful) {
      await pause(this.#timings.settleMs, context.signal);
      present = await this.#probe(context);
    }
    if (!present) return false;
    holding.learn('probe');
    holding.present(this.#clock.monotonicMs());
    return true;
  }

  /** Reading the newest address answers only for the card that was selected and still lies there. */
  async #probe(context: SamContext): Promise<boolean> {
    if (!this.#probeAnswers) return false;
    const answer = await ask(context, 'read-address');
    if (answer.kind === 'no-answer') this.#probeAnswers = false; // a module that does not know the command
    if (answer.kind !== 'answer') return false;
    return answer.status.verdict === 'done' || answer.status.verdict === 'no-content';
  }

  #unreadable(outcome: Extract<ReadOutcome, { kind: 'unreadable' }>): void {
    // While a card is held, a failed second look says only that it moved.
    if (this.#holding?.sign === 're-readable') {
      this.#nothingFound();
      return;
    }
    if (this.#holding !== undefined) this.#removed();
    const advice = this.#episodes.failure(outcome.advice);
    if (advice !== undefined) this.#tell({ kind: 'card-unreadable', advice });
  }

  #removed(): void {
    this.#holding = undefined;
    this.#tell({ kind: 'card-removed' });
  }
}
