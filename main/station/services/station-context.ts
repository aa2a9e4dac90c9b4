import type { Client } from '../../../preload/contracts/operation.ts';
import type { HallOperations } from '../../../preload/contracts/hall-operations.ts';
import type { Clock } from '../../foundation/clock.ts';
import type { LocalTime } from '../../foundation/local-time.ts';
import type { FormPrinter } from '../devices/form-printer/port.ts';
import type { IdCardReader } from '../devices/id-card-reader/port.ts';
import type { VirtualIdCardReader } from '../devices/id-card-reader/virtual-reader.ts';
import type { OpenedRatingPad } from '../devices/rating-pad/index.ts';
import type { ReadAloud } from '../devices/read-aloud/index.ts';
import type { Speaker } from '../devices/speaker/index.ts';
import type { TicketPrinter } from '../devices/ticket-printer/index.ts';
import type { OpenedWindowDisplay } from '../devices/window-display/index.ts';
import type { DifficultyReports, HelpDesk } from '../help/index.ts';
import type { FormPrints } from '../forms/form-prints.ts';
import type { FormTemplate } from '../forms/form-template.ts';
import type { KioskVoice } from '../voice/kiosk-voice.ts';
import type { PrintSpool } from '../spool/index.ts';
import type { VisitDesk } from '../visit/visit-desk.ts';
import type { KnownServices } from './known-services.ts';
import type { StepCards } from './step-cards.ts';
import type { StationFacts } from './views.ts';

/** Everything a station's operation may use. One per PC. */
export interface StationContext {
  /** What the configuration says of this PC and its hall. */
  readonly facts: StationFacts;
  readonly services: KnownServices;
  readonly stepCards: StepCards;
  /** The hall's own first, then the shipped ones, whatever their dates. */
  readonly forms: readonly FormTemplate[];
  readonly formPrints: FormPrints;
  readonly elderAgeYears: number;
  readonly clock: Clock;
  readonly localTime: LocalTime;
  readonly hall: Client<HallOperations>;
  readonly desk: VisitDesk;
  readonly help: HelpDesk;
  readonly difficulties: Pick<DifficultyReports, 'report'>;
  /** Undefined on a PC without one. */
  readonly reader: IdCardReader | undefined;
  /** The same reader when it is the stand-in. */
  readonly virtualReader: VirtualIdCardReader | undefined;
  readonly printer: TicketPrinter | undefined;
  /** For forms on A4. */
  readonly formPrinter?: FormPrinter | undefined;
  readonly speaker: Speaker | undefined;
  readonly readAloud: ReadAloud | undefined;
  /** Also on a PC that has none: it then says so. */
  readonly voice: KioskVoice;
  /** In the order of the configuration. */
  readonly windowDisplays: readonly OpenedWindowDisplay[];
  readonly ratingPad: OpenedRatingPad | undefined;
  readonly spool: PrintSpool | undefined;
}

/** Today where the hall is, YYYY-MM-DD, by this PC's clock. */
export function today(station: StationContext): string {
  return station.localTime.date(station.clock.nowMs());
}
