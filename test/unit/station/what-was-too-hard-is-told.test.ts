import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { ManualClock } from '../../../main/foundation/clock.ts';
import { loadConfiguration } from '../../../main/foundation/configuration/index.ts';
import { Lifetime } from '../../../main/foundation/lifetime.ts';
import { createLog } from '../../../main/foundation/log/index.ts';
import { HELP_FILE, openHelp, type DifficultyReports } from '../../../main/station/help/index.ts';
import type { ApiError } from '../../../preload/contracts/errors.ts';
import type { HallOperations } from '../../../preload/contracts/hall-operations.ts';
import type { Client, Input } from '../../../preload/contracts/operation.ts';
import { err, type Result } from '../../../preload/contracts/result.ts';
import { sampleId } from '../../support/fake-services/samples.ts';
import { folderForTest } from '../../support/services/service-under-test.ts';

type Report = Input<HallOperations, 'reportDifficulty'>;
type Refusal = ApiError['kind'];

/** A kiosk's record of difficulties before a hall that answers as it is told. */
class Kiosk {
  readonly clock = new ManualClock('2026-06-15T09:00:00+08:00');
  readonly asked: Report[] = [];
  readonly folder: string;
  log = '';
  refusal: Refusal | null = null;
  #life = new Lifetime();
  difficulties: DifficultyReports;

  constructor(folder = folderForTest()) {
    this.folder = folder;
    this.difficulties = this.#open();
    onTestFinished(() => this.#life.end());
  }

  #open(): DifficultyReports {
    const configuration = loadConfiguration(undefined);
    if (!configuration.ok) throw new Error('the defaults do not load');
    const log = createLog({ name: 'station', destination: { write: (line) => void (this.log += line) } });
    const hall = { reportDifficulty: (wish: Report) => this.#answer(wish) };
    return openHelp(
      {
        ...{ configuration: configuration.value, dataDirectory: this.folder, clock: this.clock, log },
        hall: hall as unknown as Client<HallOperations>,
      },
      this.#life,
      () => undefined,
    ).difficulties;
  }

  async #answer(wish: Report): Promise<Result<never, ApiError>> {
    this.asked.push(wish);
    if (this.refusal === null) return { ok: true, value: {} as never };
    return err({ kind: this.refusal } as ApiError);
  }

  report(n: number): void {
    this.difficulties.report({ requestId: sampleId(n), kind: 'could-not-use-machine' });
  }

  async passes(ms: number): Promise<void> {
    await settle();
    this.clock.advance(ms);
    await settle();
  }

  async restart(): Promise<void> {
    await this.#life.end();
    this.#life = new Lifetime();
    this.difficulties = this.#open();
    this.difficulties.start();
    await settle();
  }

  ids(): readonly string[] {
    return this.asked.map(({ requestId }) => requestId);
  }
}

/** Everything that is already on its way arrives. */
const settle = (): Promise<void> => new Promise((done) => setImmediate(done));

it('a difficulty reaches the hall at once', async () => {
  const kiosk = new Kiosk();
  kiosk.report(1);
  await settle();
  expect(kiosk.asked).toEqual([{ requestId: sampleId(1), kind: 'could-not-use-machine' }]);
  await kiosk.passes(60_000);
  await kiosk.restart();
  expect(kiosk.asked).toHaveLength(1);
});

it('a hall that is away gets each difficulty when it is back, in order and under its own request', async () => {
  const kiosk = new Kiosk();
  kiosk.refusal = 'hall-unreachable';
  kiosk.report(1);
  kiosk.report(2);
  await kiosk.passes(500);
  await kiosk.passes(1_000);
  expect(new Set(kiosk.ids())).toEqual(new Set([sampleId(1)]));
  kiosk.refusal = null;
  kiosk.asked.length = 0;
  await kiosk.passes(8_000);
  expect(kiosk.ids()).toEqual([sampleId(1), sampleId(2)]);
});

it('what the hall has not taken outlives this program and is told once more under the same request', async () => {
  const kiosk = new Kiosk();
  kiosk.refusal = 'hall-unreachable';
  kiosk.report(1);
  kiosk.report(2);
  await settle();
  kiosk.asked.length = 0;
  kiosk.refusal = null;
  await kiosk.restart();
  expect(kiosk.ids()).toEqual([sampleId(1), sampleId(2)]);
  kiosk.asked.length = 0;
  await kiosk.restart();
  expect(kiosk.asked).toEqual([]);
});

it.each<Refusal>(['storage', 'not-signed-in', 'absurd-clock', 'too-many-requests'])(
  'a hall that answers %s is asked again: that passes',
  async (refusal) => {
    const kiosk = new Kiosk();
    kiosk.refusal = refusal;
    kiosk.report(1);
    await settle();
    kiosk.refusal = null;
    await kiosk.passes(500);
    expect(kiosk.ids()).toEqual([sampleId(1), sampleId(1)]);
  },
);

it('what the hall refuses for good does not hold up what comes after', async () => {
  const kiosk = new Kiosk();
  kiosk.refusal = 'bad-input';
  kiosk.report(1);
  await settle();
  kiosk.refusal = null;
  kiosk.report(2);
  await settle();
  expect(kiosk.ids()).toEqual([sampleId(1), sampleId(2)]);
  expect(kiosk.log).toContain('does not take a difficulty');
});

it('a file that is no database costs the record, not the help', async () => {
  const folder = folderForTest();
  writeFileSync(join(folder, HELP_FILE), 'not a database, and long enough to be told from an empty one');
  const kiosk = new Kiosk(folder);
  kiosk.report(1);
  await settle();
  expect(kiosk.ids()).toEqual([sampleId(1)]);
  expect(kiosk.log).toContain('kept in memory');
});

it('a PC that no visitor touches keeps no such file', () => {
  const folder = folderForTest();
  const file = join(folder, 'station.yaml');
  writeFileSync(file, 'station: { id: C1, role: counter }\n');
  const configuration = loadConfiguration(file);
  if (!configuration.ok) throw new Error('it does not load');
  const opened = openHelp(
    {
      ...{ configuration: configuration.value, dataDirectory: folder },
      ...{ clock: new ManualClock('2026-06-15T09:00:00+08:00'), log: createLog({ name: 'station' }) },
      hall: {} as Client<HallOperations>,
    },
    new Lifetime(),
    () => undefined,
  );
  expect(opened.listeners).toEqual([]);
  expect(existsSync(join(folder, HELP_FILE))).toBe(false);
});
