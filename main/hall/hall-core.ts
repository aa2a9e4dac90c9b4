import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CallView, ServiceWait } from '../../preload/contracts/hall-operations.ts';
import { err, ok, type Result } from '../../preload/contracts/result.ts';
import type { Clock } from '../foundation/clock.ts';
import { localTimeIn } from '../foundation/local-time.ts';
import { classifyDatabaseError } from '../foundation/sqlite/classify-error.ts';
import { openDatabase, type Database, type OpenDatabaseError } from '../foundation/sqlite/open-database.ts';
import { createUnansweredNote } from './announcements/index.ts';
import type { Catalogue } from './catalogue/catalogue.ts';
import { liveCatalogue } from './catalogue/live-catalogue.ts';
import { hallTimeMs, startHallTime, type HallTime } from './domain/hall-time.ts';
import { HALL_FILE, VAULT_KEY_FILE } from './files.ts';
import { createEscalation } from './help/index.ts';
import { createJournal, type Journal } from './journal/journal.ts';
import { uuidV7 } from './journal/uuid.ts';
import type { StorageTrouble } from './recovery/storage-trouble.ts';
import { createDayTurn } from './services/day-turn.ts';
import { eraseReplacedLists } from './services/elders/erase-lists.ts';
import { createHallHandlers, type CoreHandlers } from './services/handlers.ts';
import type { Activity, HallContext, HallPolicy, HallStores } from './services/hall-context.ts';
import { queueSnapshot, type Storage } from './services/looking.ts';
import { serviceWaits } from './services/service-waits.ts';
import { createSigning, type Signing } from './services/signing.ts';
import { createRatingByCode, type RatingByCode } from './services/rating/rate-by-code.ts';
import { createTransactor } from './services/transact.ts';
import { createAppointmentStore } from './store/appointment-store.ts';
import { createAssistStore } from './store/assist-store.ts';
import { createCareStore } from './store/care-store.ts';
import { createDraftStore } from './store/draft-store.ts';
import { createElderStore } from './store/elder-store.ts';
import { createOrganisationStore } from './store/organisation-store.ts';
import { createProxyStore } from './store/proxy-store.ts';
import { createCatalogueStore } from './store/catalogue-store.ts';
import { createCallStore } from './store/call-store.ts';
import { createCounterStore } from './store/counter-store.ts';
import { createDayStore } from './store/day-store.ts';
import { createLedgerStore } from './store/ledger-store.ts';
import { createMemory, type Memory } from './store/memory.ts';
import { hallMigrations } from './store/migrations.ts';
import { createProjector } from './store/projections.ts';
import { createRatingCaseStore } from './store/rating-case-store.ts';
import { createRatingStore } from './store/rating-store.ts';
import { createRequestStore } from './store/request-store.ts';
import { createServiceDemandStore } from './store/service-demand-store.ts';
import { createServiceTimeStore } from './store/service-time-store.ts';
import { createStaffStore } from './store/staff-store.ts';
import { createStepStore } from './store/step-store.ts';
import { createTicketStore } from './store/ticket-store.ts';
import { createVisitStore } from './store/visit-store.ts';
import { createVault, type Vault, type VaultKeyError } from './vault/index.ts';

export interface CoreOptions {
  readonly dataDirectory: string;
  /** Where the vault's key is; in the data directory unless the hall keeps it elsewhere. */
  readonly vaultKeyFile?: string;
  readonly policy: HallPolicy;
  readonly timeZone: string;
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  readonly version: string;
  /** A person of staff by the number on the badge; the number itself where nobody has it any more. */
  readonly staffName: (staffNumber: string) => string;
}

/** What belongs to this run of the program, not to the file: it outlives an opening of the file anew. */
export interface HallRun {
  readonly bootId: string;
  readonly activity: Activity;
  /** Set at the first opening. */
  time?: HallTime;
}

export interface CoreEvents {
  readonly onCommit: () => void;
  readonly onTrouble: (trouble: StorageTrouble, code: string) => void;
  readonly storage: () => Storage;
}

/** The hall on one opened file. A disk that fails costs the core; the hall opens another. */
export interface HallCore {
  readonly database: Database;
  /** For work that reads a page at a time and comes back later. */
  readonly context: HallContext;
  readonly handlers: CoreHandlers;
  readonly signing: Signing;
  /** What the holder of a ticket's code may do. */
  readonly ratingByCode: RatingByCode;
  readonly snapshot: () => ReturnType<typeof queueSnapshot>;
  readonly serviceWaits: () => ServiceWait[];
  /** Writes down that nobody announced a call. Throws what a failing disk throws. */
  readonly noteUnanswered: (call: CallView) => void;
  /** Nobody answers a call for help: told to the supervisors, once. Throws what a failing disk throws. */
  readonly escalateHelp: (helpId: string) => void;
  /** Why no names can be kept, if so. The queue works all the same. */
  readonly vaultProblem: VaultKeyError | undefined;
}

/**
 * Opens the hall's file (made at the first start) and writes down that the hall started. `again`: after a fault, when
 * nothing started and a file that is gone must not be made anew, or its numbers would be given twice.
 */
export function openCore(
  options: CoreOptions,
  run: HallRun,
  events: CoreEvents,
  again: boolean,
): Result<HallCore, OpenDatabaseError> {
  const file = join(options.dataDirectory, HALL_FILE);
  if (again && !existsSync(file)) return err({ kind: 'file-missing', file });
  const opened = openDatabase({ file, migrations: hallMigrations });
  if (!opened.ok) return err(opened.error);
  try {
    return ok(createCore(opened.value, options, run, events, again));
  } catch (failure) {
    closeQuietly(opened.value);
    const fault = classifyDatabaseError(failure);
    if (fault === undefined) throw failure;
    return err({ ...fault, file });
  }
}

/** A failing disk may fail the closing as well; the handle is given up either way. */
export function closeQuietly(database: Database): void {
  try {
    database.close();
  } catch (failure) {
    if (classifyDatabaseError(failure) === undefined) throw failure;
  }
}

function createCore(
  database: Database,
  options: CoreOptions,
  run: HallRun,
  events: CoreEvents,
  again: boolean,
): HallCore {
  const vault = createVault({
    database,
    keyFile: options.vaultKeyFile ?? join(options.dataDirectory, VAULT_KEY_FILE),
    newUid: () => uuidV7(options.clock.nowMs()),
  });
  const memory = createMemory(database);
  const stores = openStores(database, memory);
  const project = createProjector(database, memory);
  const journal = createJournal({ database, clock: options.clock, bootId: run.bootId, project });
  const hall = createContext(options, run, stores, journal, vault.ok ? vault.value : undefined);
  const transact = createTransactor({
    database,
    requests: stores.requests,
    days: stores.days,
    onCommit: events.onCommit,
    onStorageTrouble: events.onTrouble,
  });
  const turnDay = createDayTurn(database, hall, events.onCommit);
  const start = () =>
    hall.journal.append('hall.started', 1, { version: options.version, hallTimeMs: hall.hallNowMs() });
  if (!again) database.transaction(start).immediate();
  eraseReplacedLists(database, hall);
  return {
    database,
    context: hall,
    ratingByCode: createRatingByCode(hall, transact),
    handlers: createHallHandlers(hall, transact, turnDay, events.storage),
    signing: createSigning({ database, hall, store: createStaffStore(database), transact }),
    snapshot: () => queueSnapshot(hall, events.storage()),
    serviceWaits: () => serviceWaits(hall),
    noteUnanswered: createUnansweredNote(database, journal, events.onCommit),
    escalateHelp: createEscalation(database, hall, events.onCommit),
    vaultProblem: vault.ok ? undefined : vault.error,
  };
}

function openStores(database: Database, memory: Memory): HallStores {
  return {
    tickets: createTicketStore(database, memory),
    counters: createCounterStore(database, memory),
    days: createDayStore(database, memory),
    calls: createCallStore(database),
    requests: createRequestStore(database),
    steps: createStepStore(database),
    assist: createAssistStore(database),
    proxy: createProxyStore(database),
    drafts: createDraftStore(database),
    elders: createElderStore(database),
    care: createCareStore(database),
    serviceTimes: createServiceTimeStore(database, memory),
    ratings: createRatingStore(database),
    ratingCases: createRatingCaseStore(database),
    visits: createVisitStore(database),
    demand: createServiceDemandStore(database, memory),
    catalogue: createCatalogueStore(database, memory),
    appointments: createAppointmentStore(database),
    ledger: createLedgerStore(database),
    organisations: createOrganisationStore(database),
  };
}

function createContext(
  options: CoreOptions,
  run: HallRun,
  stores: HallStores,
  journal: Journal,
  vault: Vault | undefined,
): HallContext {
  const { clock, policy } = options;
  const localTime = localTimeIn(options.timeZone);
  const today = (): string => stores.days.current()?.date ?? localTime.date(clock.nowMs());
  const ofToday = liveCatalogue(options.catalogue, stores.catalogue.changes, today);
  const time = (run.time ??= timeOf(stores, clock));
  return {
    policy,
    get catalogue() {
      return ofToday().offered;
    },
    get everyService() {
      return ofToday().every;
    },
    clock,
    localTime,
    journal,
    vault,
    stores,
    staffName: options.staffName,
    hallNowMs: () => hallTimeMs(time, clock.monotonicMs()),
    activity: run.activity,
    bootId: run.bootId,
  };
}

function timeOf({ days, tickets }: HallStores, clock: Clock): HallTime {
  const day = days.current();
  const lastHallMs = day && tickets.lastQueuedAtMs(day.dayId);
  return startHallTime({
    wallMs: clock.nowMs(),
    monotonicMs: clock.monotonicMs(),
    ...(lastHallMs !== undefined && { lastHallMs }),
  });
}
