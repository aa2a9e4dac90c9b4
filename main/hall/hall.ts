import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import {
  hallOperations,
  deviceRows,
  ledgerFileRows,
  staffRows,
  statisticsRows,
  type CallView,
  type HallOperations,
  type ServiceWait,
} from '../../preload/contracts/hall-operations.ts';
import type { ApiError } from '../../preload/contracts/errors.ts';
import type { Caller, Handlers } from '../../preload/contracts/operation.ts';
import { ok, type Result } from '../../preload/contracts/result.ts';
import { localTimeIn } from '../foundation/local-time.ts';
import { DeviceBoard, type DevicesByStation } from './devices/device-board.ts';
import { openCore, type CoreOptions, type HallCore, type HallRun } from './hall-core.ts';
import { Ballast } from './recovery/ballast.ts';
import { CoreKeeper } from './recovery/core-keeper.ts';
import type { CoreHandlers } from './services/handlers.ts';
import type { RatingByCode } from './services/rating/rate-by-code.ts';
import type { queueSnapshot, Storage } from './services/looking.ts';
import { createLedgerFiles } from './services/ledger/export/export-ledger.ts';
import type { PagedHall } from './services/statistics/day-pages.ts';
import { createStatistics } from './services/statistics/index.ts';
import type { Accounts } from './staff/accounts.ts';
import { Sessions } from './staff/sessions.ts';
import { createSignInDesk, type SignInDeskParts } from './staff/sign-in-desk.ts';
import type { OpenDatabaseError } from '../foundation/sqlite/open-database.ts';
import type { VaultKeyError } from './vault/index.ts';

/** Who works here, and how they sign in. */
export interface HallStaff {
  readonly accounts: Accounts;
  /** After so long without a step the person must sign in again. */
  readonly idleMinutes: number;
  /** Accounts of a demo hall, with their PINs; empty in a real one. */
  readonly demo: SignInDeskParts['demo'];
  readonly log: SignInDeskParts['log'];
}

export interface HallOptions extends Omit<CoreOptions, 'staffName'> {
  readonly staff: HallStaff;
  /** Room kept for the day the disk is full; none unless said. */
  readonly ballastBytes?: number;
  /** After every commit that changed something: pages are told. */
  readonly onChange: () => void;
  /** A station said how its devices are. */
  readonly onDevices?: (views: DevicesByStation) => void;
  readonly onStorageTrouble: (trouble: Exclude<Storage, 'well'>, code: string) => void;
}

type Snapshot = ReturnType<typeof queueSnapshot>;

/** The hall's core: the only writer of its file. No network, no Electron. */
export interface Hall {
  readonly handlers: Handlers<HallOperations>;
  /** Whose hand a request is. */
  readonly sessions: Sessions;
  /** For the rating page: what the holder of a ticket's code may do. */
  readonly ratingByCode: RatingByCode;
  /** Also while the file cannot be read: then as it was last, with the trouble named. */
  snapshot(): Snapshot;
  /** How long somebody who came now would wait; nothing while the file cannot be read. */
  serviceWaits(): ServiceWait[];
  /** Nobody announced this call in time: one fact for the journal. A disk that fails loses it, not the queue. */
  noteUnanswered(call: CallView): void;
  /** Nobody answers a call for help: the supervisors are told, once. False: it could not be written down. */
  escalateHelp(helpId: string): boolean;
  /** Why no names can be kept, if so. The queue works all the same. */
  readonly vaultProblem: VaultKeyError | undefined;
  close(): void;
}

/** Opens the hall's file (made at the first start) and writes down that it started. */
export function openHall(options: HallOptions): Result<Hall, OpenDatabaseError> {
  mkdirSync(options.dataDirectory, { recursive: true, mode: 0o700 });
  const keeper = keepCore(options);
  const started = keeper.start();
  if (!started.ok) return started;
  const { vaultProblem } = started.value;
  const snapshot = rememberingSnapshot(keeper, started.value);
  const sessions = openSessions(options, keeper);
  sessions.load(started.value.signing.sessions());
  return ok({
    handlers: {
      ...createHandlers(keeper),
      ...createDesk(options, keeper, sessions),
      ...readingInTurns(keeper),
      ...hearingOfDevices(options),
      queueSnapshot: () => ok(snapshot()),
    },
    sessions,
    ratingByCode: {
      look: (code) => keeper.read((core) => core.ratingByCode.look(code)),
      rate: (code, level) => keeper.write((core) => core.ratingByCode.rate(code, level)),
    },
    snapshot,
    serviceWaits: () => {
      const waits = keeper.read((core) => ok(core.serviceWaits()));
      return waits.ok ? waits.value : [];
    },
    noteUnanswered: (call) => void keeper.write((core) => ok(core.noteUnanswered(call))),
    escalateHelp: (helpId) => keeper.write((core) => ok(core.escalateHelp(helpId))).ok,
    vaultProblem,
    close: () => keeper.close(),
  });
}

function openSessions({ staff, clock }: HallOptions, keeper: CoreKeeper): Sessions {
  return new Sessions({
    accounts: staff.accounts,
    clock,
    idleMs: staff.idleMinutes * MINUTE_MS,
    onEnd: (session, why) => void keeper.write((core) => core.signing.ended([session], why)),
  });
}

function createDesk({ staff, clock, dataDirectory }: HallOptions, keeper: CoreKeeper, sessions: Sessions) {
  return createSignInDesk({
    ...staff,
    dataFolder: dataDirectory,
    sessions,
    clock,
    onFile: (work) => keeper.write((core) => work(core.signing)),
  });
}

function keepCore(options: HallOptions): CoreKeeper {
  const { clock, dataDirectory, ballastBytes = 0, onChange, onStorageTrouble } = options;
  const run: HallRun = {
    bootId: randomUUID(),
    activity: { sinceStart: false, lastMonotonicMs: clock.monotonicMs() },
  };
  const { accounts } = options.staff;
  const staffName = (staffNumber: string): string => accounts.find(staffNumber)?.name ?? staffNumber;
  let vaultLost = false;
  const keeper: CoreKeeper = new CoreKeeper({
    ballast: new Ballast({ folder: dataDirectory, bytes: ballastBytes }),
    clock,
    onTrouble: onStorageTrouble,
    open: (again) => {
      const core = openCore({ ...options, staffName }, run, events, again);
      vaultLost = core.ok ? core.value.vaultProblem !== undefined : vaultLost;
      return core;
    },
  });
  const events = {
    onCommit: () => {
      keeper.noteCommit();
      onChange();
    },
    onTrouble: (trouble: Exclude<Storage, 'well'>, code: string) => keeper.noteTrouble(trouble, code),
    storage: (): Storage => keeper.trouble ?? (vaultLost ? 'vault-key-lost' : 'well'),
  };
  return keeper;
}

function rememberingSnapshot(keeper: CoreKeeper, first: HallCore): () => Snapshot {
  let last = first.snapshot();
  return () => {
    const now = keeper.read((core) => ok(core.snapshot()));
    if (now.ok) last = now.value;
    else last = { ...last, hall: { ...last.hall, storage: keeper.trouble ?? 'failing' } };
    return last;
  };
}

const MINUTE_MS = 60_000;

/** Not through the file: a hall whose disk fails still hears of its devices. */
function hearingOfDevices({
  clock,
  timeZone,
  onDevices,
}: HallOptions): Pick<Handlers<HallOperations>, 'reportDevices'> {
  const { instant } = localTimeIn(timeZone);
  const board = new DeviceBoard({
    instant: () => instant(clock.nowMs()),
    onReport: (views) => onDevices?.(views),
  });
  return {
    reportDevices: (report) => {
      board.hear(report);
      return ok({});
    },
  };
}

/** What reads much or becomes a file: page by page, whoever calls or takes a ticket in between goes first. */
function readingInTurns(keeper: CoreKeeper) {
  const hall: PagedHall = {
    read: (work) => keeper.read(({ context }) => work(context)),
    letOthersGo: () => new Promise((goOn) => setImmediate(goOn)),
  };
  return { ...createStatistics(hall), ...createLedgerFiles(hall) };
}

type AnyHandler = (input: unknown, caller: Caller) => Result<unknown, ApiError>;

/** Every row through the keeper: whichever core is open answers, and a failing disk is a value. */
function createHandlers(keeper: CoreKeeper): CoreHandlers {
  const ofCore = Object.entries(hallOperations).filter(
    ([name]) =>
      ![deviceRows, ledgerFileRows, staffRows, statisticsRows].some((rows) => Object.hasOwn(rows, name)),
  );
  const rows = ofCore.map(([name, { effect }]) => {
    const row = name as keyof CoreHandlers;
    const handler: AnyHandler = (input, caller) =>
      keeper[effect === 'mutation' ? 'write' : 'read']((core) =>
        (core.handlers[row] as AnyHandler)(input, caller),
      );
    return [row, handler];
  });
  return Object.fromEntries(rows) as CoreHandlers;
}
