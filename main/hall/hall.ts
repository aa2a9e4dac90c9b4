import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Handlers } from '../../preload/contracts/operation.ts';
import type { HallOperations } from '../../preload/contracts/hall-operations.ts';
import { err, ok, type Result } from '../../preload/contracts/result.ts';
import type { Clock } from '../foundation/clock.ts';
import { localTimeIn } from '../foundation/local-time.ts';
import { openDatabase, type Database, type OpenDatabaseError } from '../foundation/sqlite/open-database.ts';
import type { Catalogue } from './catalogue/catalogue.ts';
import { hallTimeMs, startHallTime } from './domain/hall-time.ts';
import { createJournal } from './journal/journal.ts';
import { uuidV7 } from './journal/uuid.ts';
import { createHallHandlers } from './services/handlers.ts';
import type { HallContext, HallPolicy, HallStores } from './services/hall-context.ts';
import { queueSnapshot, type Storage } from './services/looking.ts';
import { createTransactor } from './services/transact.ts';
import { createCallStore } from './store/call-store.ts';
import { createCounterStore } from './store/counter-store.ts';
import { createDayStore } from './store/day-store.ts';
import { hallMigrations } from './store/migrations.ts';
import { createProjector } from './store/projections.ts';
import { createRequestStore } from './store/request-store.ts';
import { createServiceTimeStore } from './store/service-time-store.ts';
import { createTicketStore } from './store/ticket-store.ts';
import { HALL_FILE, VAULT_KEY_FILE } from './files.ts';
import { createVault, type Vault, type VaultKeyError } from './vault/index.ts';

export interface HallOptions {
  readonly dataDirectory: string;
  /** Where the vault's key is; in the data directory unless the hall keeps it elsewhere. */
  readonly vaultKeyFile?: string;
  readonly policy: HallPolicy;
  readonly timeZone: string;
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  readonly version: string;
  /** After every commit that changed something: pages are told. */
  readonly onChange: () => void;
  readonly onStorageTrouble: (trouble: Storage, code: string) => void;
}

/** The hall's core: the only writer of its file. No network, no Electron. */
export interface Hall {
  readonly handlers: Handlers<HallOperations>;
  snapshot(): ReturnType<typeof queueSnapshot>;
  /** Why no names can be kept, if so. The queue works all the same. */
  readonly vaultProblem: VaultKeyError | undefined;
  close(): void;
}

/** Opens the hall's file (made at the first start) and writes down that it started. */
export function openHall(options: HallOptions): Result<Hall, OpenDatabaseError> {
  mkdirSync(options.dataDirectory, { recursive: true, mode: 0o700 });
  const opened = openDatabase({ file: join(options.dataDirectory, HALL_FILE), migrations: hallMigrations });
  if (!opened.ok) return err(opened.error);
  const database = opened.value;
  try {
    return ok(startHall(database, options));
  } catch (failure) {
    database.close();
    throw failure;
  }
}

function startHall(database: Database, options: HallOptions): Hall {
  const vault = openVault(database, options);
  const stores = openStores(database);
  const hall = createContext(database, options, stores, vault.ok ? vault.value : undefined);
  let storage: Storage = vault.ok ? 'well' : 'vault-key-lost';
  const transact = createTransactor({
    database,
    requests: stores.requests,
    days: stores.days,
    onCommit: options.onChange,
    onStorageTrouble: (trouble, code) => {
      storage = trouble;
      options.onStorageTrouble(trouble, code);
    },
  });
  database
    .transaction(() => hall.journal.append('hall.started', 1, { version: options.version }))
    .immediate();
  return {
    handlers: createHallHandlers(hall, transact, () => storage),
    snapshot: () => queueSnapshot(hall, storage),
    vaultProblem: vault.ok ? undefined : vault.error,
    close: () => void database.close(),
  };
}

function openVault(database: Database, options: HallOptions): Result<Vault, VaultKeyError> {
  return createVault({
    database,
    keyFile: options.vaultKeyFile ?? join(options.dataDirectory, VAULT_KEY_FILE),
    newUid: () => uuidV7(options.clock.nowMs()),
  });
}

function openStores(database: Database): HallStores {
  return {
    tickets: createTicketStore(database),
    counters: createCounterStore(database),
    days: createDayStore(database),
    calls: createCallStore(database),
    requests: createRequestStore(database),
    serviceTimes: createServiceTimeStore(database),
  };
}

function createContext(
  database: Database,
  options: HallOptions,
  stores: HallStores,
  vault: Vault | undefined,
): HallContext {
  const { clock, policy, catalogue } = options;
  const day = stores.days.current();
  const lastHallMs = day && stores.tickets.lastQueuedAtMs(day.dayId);
  const hallTime = startHallTime({
    wallMs: clock.nowMs(),
    monotonicMs: clock.monotonicMs(),
    ...(lastHallMs !== undefined && { lastHallMs }),
  });
  return {
    policy,
    catalogue,
    clock,
    localTime: localTimeIn(options.timeZone),
    journal: createJournal({ database, clock, bootId: randomUUID(), project: createProjector(database) }),
    vault,
    stores,
    hallNowMs: () => hallTimeMs(hallTime, clock.monotonicMs()),
    activity: { sinceStart: false, lastMonotonicMs: clock.monotonicMs() },
  };
}
