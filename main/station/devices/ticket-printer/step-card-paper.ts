import type { ReaderSide } from '../../../../preload/contracts/configuration-kiosk.ts';
import type { CounterLooks } from './ticket-paper.ts';

/** Languages in which the card is written. Any other reader gets the Chinese one. */
export const STEP_CARD_LANGUAGES = ['zh', 'en'] as const;
export type StepCardLanguage = (typeof STEP_CARD_LANGUAGES)[number];

/** How a number is taken at this hall, to hold in the hand. The same for everybody: nothing of a person is in it. */
export interface StepCardPaper {
  readonly kind: 'step-card';
  readonly language: StepCardLanguage;
  readonly hallName: string;
  /** Where the card reader is, seen from the screen; null: this PC has none. */
  readonly readerSide: ReaderSide | null;
  readonly waitingArea: string | null;
  /** Where people are served without a machine. */
  readonly manualCounters: readonly string[];
  readonly counterLooks: CounterLooks;
  readonly telephone: string | null;
  /** Printed by a rehearsal. */
  readonly simulated: boolean;
}
