import type { Clock } from '../../foundation/clock.ts';
import type { LocalTime } from '../../foundation/local-time.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { AppointmentPolicy } from '../domain/appointments/appointment-policy.ts';
import type { BenefitData, PlaceRule } from '../policies/benefits-file.ts';
import type { MealData } from '../policies/meals.ts';
import type { DatedFigure } from '../domain/dated-figures.ts';
import type { LedgerData } from '../policies/ledger-data.ts';
import type { MissedPolicy } from '../domain/missed-calls.ts';
import type { SeriesTable } from '../domain/number-series.ts';
import type { PriorityPolicy } from '../domain/priority-from-age.ts';
import type { RatingPolicy } from '../domain/rating/rating-policy.ts';
import type { WorkCalendar } from '../domain/rating/working-days.ts';
import type { QueueRule } from '../domain/rules/index.ts';
import type { Journal } from '../journal/journal.ts';
import type { AppointmentStore } from '../store/appointment-store.ts';
import type { AssistStore } from '../store/assist-store.ts';
import type { CareStore } from '../store/care-store.ts';
import type { ElderStore } from '../store/elder-store.ts';
import type { CallStore } from '../store/call-store.ts';
import type { CatalogueStore } from '../store/catalogue-store.ts';
import type { CounterStore } from '../store/counter-store.ts';
import type { DayStore } from '../store/day-store.ts';
import type { LedgerStore } from '../store/ledger-store.ts';
import type { DraftStore } from '../store/draft-store.ts';
import type { OrganisationStore } from '../store/organisation-store.ts';
import type { ProxyStore } from '../store/proxy-store.ts';
import type { RatingCaseStore } from '../store/rating-case-store.ts';
import type { RatingStore } from '../store/rating-store.ts';
import type { RequestStore } from '../store/request-store.ts';
import type { ServiceDemandStore } from '../store/service-demand-store.ts';
import type { ServiceTimeStore } from '../store/service-time-store.ts';
import type { StepStore } from '../store/step-store.ts';
import type { TicketStore } from '../store/ticket-store.ts';
import type { VisitStore } from '../store/visit-store.ts';
import type { Vault } from '../vault/index.ts';

/** A counter as the hall's configuration knows it. */
export interface ConfiguredCounter {
  readonly counterId: string;
  readonly name: string;
  /** Codes it serves by default; empty = all. */
  readonly services: readonly string[];
}

/** The hall's rules as data: what the administrator chose. */
export interface HallPolicy {
  readonly hallId: string;
  readonly name: string;
  readonly type: string;
  readonly rule: QueueRule;
  readonly priority: PriorityPolicy;
  readonly missed: MissedPolicy;
  readonly series: SeriesTable;
  readonly counters: readonly ConfiguredCounter[];
  readonly recallCoolDownMs: number;
  /** Calls in all before a number counts as missed. */
  readonly recallLimit: number;
  /** For how long a counter's last step can be taken back. */
  readonly undoMs: number;
  /** Supervisors always may. */
  readonly clerksCallOutOfOrder: boolean;
  readonly ratings: RatingPolicy;
  /** Which days offices work. */
  readonly calendar: WorkCalendar;
  /** Numbers of the rules for social organisations, with the dates on which they count. */
  readonly organisationFigures: readonly DatedFigure[];
  readonly appointments: AppointmentPolicy;
  readonly elders: ElderPolicy;
  /** Measures, questions and usual terms of the ledger. */
  readonly ledger: LedgerData;
  readonly serviceOrder: {
    /** False: the program's own order, whoever comes. */
    readonly learned: boolean;
    /** What halls of this kind are mostly asked for. */
    readonly usual: readonly string[];
  };
  /** Devices of this installation that are stand-ins: every page says so. */
  readonly simulated: readonly string[];
}

/** What elders are paid and given here. */
export interface ElderPolicy {
  readonly benefits: BenefitData;
  /** The rule of the place in which the hall is; undefined where the data have none for it. */
  readonly place: PlaceRule | undefined;
  readonly meals: MealData;
}

export interface HallStores {
  readonly tickets: TicketStore;
  readonly counters: CounterStore;
  readonly days: DayStore;
  readonly calls: CallStore;
  readonly requests: RequestStore;
  readonly steps: StepStore;
  readonly assist: AssistStore;
  readonly proxy: ProxyStore;
  readonly drafts: DraftStore;
  readonly elders: ElderStore;
  readonly care: CareStore;
  readonly serviceTimes: ServiceTimeStore;
  readonly ratings: RatingStore;
  readonly ratingCases: RatingCaseStore;
  readonly visits: VisitStore;
  readonly demand: ServiceDemandStore;
  readonly catalogue: CatalogueStore;
  readonly appointments: AppointmentStore;
  readonly ledger: LedgerStore;
  readonly organisations: OrganisationStore;
}

/** Everything an operation may use. One per hall; handed to every operation. */
export interface HallContext {
  readonly policy: HallPolicy;
  /** What the hall offers on its service day. */
  readonly catalogue: Catalogue;
  /** With what it no longer offers: numbers given before are still served. */
  readonly everyService: Catalogue;
  readonly clock: Clock;
  readonly localTime: LocalTime;
  readonly journal: Journal;
  /** Undefined while its key is lost: the queue goes on, names are not kept. */
  readonly vault: Vault | undefined;
  readonly stores: HallStores;
  /** The hall's own time for queueing: follows the monotonic clock. */
  readonly hallNowMs: () => number;
  readonly activity: Activity;
  /** Names this run of the service: monotonic times compare only within one. */
  readonly bootId: string;
  /** A person of staff by the number on the badge; the number itself where nobody has it any more. */
  readonly staffName: (staffNumber: string) => string;
}

/** Since when nobody was issued or called by this process: decides whether the service day may turn. */
export interface Activity {
  sinceStart: boolean;
  lastMonotonicMs: number;
}
