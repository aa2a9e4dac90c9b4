import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { loadBookableServices } from '../../main/hall/policies/bookable-services.ts';
import { loadFestivals } from '../../main/hall/policies/festivals.ts';
import { loadLedgerData } from '../../main/hall/policies/ledger-data.ts';
import { loadOrganisationFigures } from '../../main/hall/policies/organisation-figures.ts';
import { elderPolicy } from '../../main/hall/policy.ts';
import { loadWorkCalendar } from '../../main/hall/catalogue/work-calendar.ts';
import { loadCatalogue, type HallType } from '../../main/hall/catalogue/catalogue.ts';
import { DEFAULT_MISSED_POLICY } from '../../main/hall/domain/missed-calls.ts';
import { DEFAULT_SERIES } from '../../main/hall/domain/number-series.ts';
import { DEFAULT_PRIORITY_POLICY } from '../../main/hall/domain/priority-from-age.ts';
import { DEFAULT_RATING_POLICY } from '../../main/hall/domain/rating/rating-policy.ts';
import { DEFAULT_RULES } from '../../main/hall/domain/rules/index.ts';
import { HALL_FILE } from '../../main/hall/files.ts';
import type { EventBody, EventKind } from '../../main/hall/journal/index.ts';
import { openHall, type Hall, type HallOptions, type HallStaff } from '../../main/hall/hall.ts';
import type { HallPolicy } from '../../main/hall/services/hall-context.ts';
import { ManualClock } from '../../main/foundation/clock.ts';
import { openDatabase } from '../../main/foundation/sqlite/open-database.ts';
import type { HallOperations } from '../../preload/contracts/hall-operations.ts';
import type { ApiError } from '../../preload/contracts/errors.ts';
import type { Caller, Input, Output } from '../../preload/contracts/operation.ts';
import type { Result } from '../../preload/contracts/result.ts';
import { bodiesOf } from './bodies-of.ts';
import { NO_STAFF } from './no-staff.ts';

export const TEST_POLICY: HallPolicy = {
  hallId: '440304-01',
  name: '福田区民政服务大厅',
  type: 'comprehensive',
  rule: DEFAULT_RULES['head-start'],
  priority: DEFAULT_PRIORITY_POLICY,
  missed: DEFAULT_MISSED_POLICY,
  series: DEFAULT_SERIES,
  counters: ['1', '2', '3', '4'].map((counterId) => ({
    counterId,
    name: `${counterId}号窗口`,
    services: [],
  })),
  recallCoolDownMs: 5_000,
  recallLimit: 3,
  undoMs: 5_000,
  clerksCallOutOfOrder: false,
  ratings: DEFAULT_RATING_POLICY,
  calendar: loadWorkCalendar({ holidays: [], workdays: [] }),
  organisationFigures: loadOrganisationFigures().figures,
  appointments: {
    services: loadBookableServices().services,
    festivals: loadFestivals(),
    openHours: [
      { opens: '08:30', closes: '12:00' },
      { opens: '14:00', closes: '17:30' },
    ],
    ...{ slotMinutes: 30, walkInShare: 0.3, fromDaysAhead: 1, daysAhead: 5 },
    ...{ windowBeforeMinutes: 10, windowAfterMinutes: 15, cancelHours: 2, noShowLimit: 3, noShowDays: 90 },
    ...{ festivalWalkInShare: 0.1, festivalHours: [] },
  },
  elders: elderPolicy('440304-01'),
  ledger: loadLedgerData(),
  serviceOrder: { learned: true, usual: ['LN-01', 'LN-10', 'JZ-01', 'JZ-05', 'JZ-13'] },
  simulated: [],
};

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'songting-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export const CLERK: Caller = {
  ...{ role: 'counter', name: 'test counter' },
  staff: { staffNumber: '1001', role: 'clerk' },
};
export const SUPERVISOR: Caller = {
  ...{ role: 'admin', name: 'test admin' },
  staff: { staffNumber: '2001', role: 'supervisor' },
};
export const KIOSK: Caller = { role: 'kiosk', name: 'test kiosk' };

/** The administration's PC with people signed in who may decide, one and another. */
export const LEADER: Caller = {
  role: 'admin',
  name: 'test office',
  staff: { staffNumber: '2001', role: 'supervisor' },
};
export const OTHER_LEADER: Caller = {
  role: 'admin',
  name: 'test office',
  staff: { staffNumber: '2002', role: 'hall-admin' },
};

type Answer<Name extends keyof HallOperations> = Result<Output<HallOperations, Name>, ApiError>;

/** A hall core on a clock that stands still, in a folder of its own. */
export class TestHall {
  readonly clock: ManualClock;
  readonly folder: string;
  readonly #policy: Partial<HallPolicy>;
  readonly #type: HallType;
  readonly #staff: HallStaff;
  hall: Hall;
  changes = 0;

  constructor(
    options: {
      start?: string;
      policy?: Partial<HallPolicy>;
      folder?: string;
      type?: HallType;
      staff?: HallStaff;
    } = {},
  ) {
    this.clock = new ManualClock(options.start ?? '2026-06-15T09:00:00+08:00');
    this.folder = options.folder ?? temporaryFolder();
    this.#policy = options.policy ?? {};
    this.#type = options.type ?? 'comprehensive';
    this.#staff = options.staff ?? NO_STAFF;
    this.hall = this.#open();
  }

  #open(): Hall {
    const options: HallOptions = {
      dataDirectory: this.folder,
      policy: { ...TEST_POLICY, ...this.#policy },
      timeZone: 'Asia/Shanghai',
      catalogue: loadCatalogue(this.#type),
      clock: this.clock,
      version: '0.0.0-test',
      staff: this.#staff,
      onChange: () => (this.changes += 1),
      onStorageTrouble: (trouble, code) => {
        throw new Error(`storage ${trouble} ${code}`);
      },
    };
    const opened = openHall(options);
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    return opened.value;
  }

  restart(): void {
    this.hall.close();
    this.hall = this.#open();
  }

  close(): void {
    this.hall.close();
  }

  /** A mutation with a request id of its own. */
  do<Name extends keyof HallOperations>(
    operation: Name,
    input: Omit<Input<HallOperations, Name>, 'requestId'>,
    caller: Caller = operation === 'issueTicket' ? KIOSK : CLERK,
  ): Answer<Name> {
    return this.raw(operation, { requestId: randomUUID(), ...input } as Input<HallOperations, Name>, caller);
  }

  raw<Name extends keyof HallOperations>(
    operation: Name,
    input: Input<HallOperations, Name>,
    caller: Caller = CLERK,
  ): Answer<Name> {
    return this.hall.handlers[operation](input, caller) as Answer<Name>;
  }

  /** The same, where a refusal is a failed test. */
  must<Name extends keyof HallOperations>(
    operation: Name,
    input: Omit<Input<HallOperations, Name>, 'requestId'>,
    caller?: Caller,
  ): Output<HallOperations, Name> {
    const answer = this.do(operation, input, caller);
    if (!answer.ok) throw new Error(`${operation} was refused: ${JSON.stringify(answer.error)}`);
    return answer.value;
  }

  /** As if all these numbers of a series had been given today; the hall is started anew on them. */
  useNumbersUpTo(series: string, last: number): void {
    this.hall.close();
    const file = new Sqlite(join(this.folder, HALL_FILE));
    file.prepare('update number_series set last = ? where series = ?').run(last, series);
    file.close();
    this.hall = this.#open();
  }

  /** What the journal says of one kind of fact, oldest first. */
  bodiesOf<Kind extends EventKind>(kind: Kind): EventBody<Kind>[] {
    return bodiesOf(this.folder, kind);
  }

  /** The hall's mean of what it measured of a service, minutes; undefined before the first. */
  measuredMinutes(serviceCode: string): number | undefined {
    const opened = openDatabase({ file: join(this.folder, HALL_FILE), readonly: true });
    if (!opened.ok) throw new Error(opened.error.kind);
    const mean = opened.value.prepare('select mean from service_time where service_code = ?').pluck();
    const minutes = mean.get(serviceCode) as number | undefined;
    opened.value.close();
    return minutes;
  }
}
