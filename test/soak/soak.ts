import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Lifetime } from '../../main/foundation/lifetime.ts';
import { openDatabase } from '../../main/foundation/sqlite/open-database.ts';
import { HALL_FILE } from '../../main/hall/files.ts';
import { hallMigrations } from '../../main/hall/store/migrations.ts';
import { createFolders } from '../bench/folders.ts';
import { ensureBuiltPages } from '../support/built-pages.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { Clerk } from './clerk.ts';
import { readSoakOptions, USAGE, type SoakOptions } from './command-line.ts';
import { COUNTERS, MINUTE_MS, type Day } from './day.ts';
import { describeFindings, faultsOf, type Findings } from './findings.ts';
import { complaints, factsOf, type TicketFact } from './journal-check.ts';
import { lastCall } from './last-call.ts';
import { growthOf, readMemory, type Reading } from './memory-watch.ts';
import { startRig, type SoakRig } from './rig.ts';
import { scaledClock } from './scaled-clock.ts';
import { letVisitorsIn } from './visitors.ts';

const MORNING = Date.parse('2026-06-15T06:30:00+08:00');
/** A long day is read often enough for its quarters to have means; a short one need not wait for the reading itself. */
const READINGS = { most: 48, least: 8, anHour: 16 } as const;
/** Before the end nobody comes in any more, so that whoever waits is served. */
const DOORS_SHUT_MS = 45 * MINUTE_MS;
const DISPLAYS_CHANGE_MS = 10 * MINUTE_MS;
const COMMAND_LINE = fileURLToPath(new URL('../../main/cli/songting.ts', import.meta.url));

function openDay(rig: SoakRig, { speed, seed }: SoakOptions): Day {
  const [kiosk, clerk] = [rig.client('kiosk'), rig.client('counter')];
  return {
    clock: scaledClock(MORNING, speed),
    random: seededRandom(seed),
    ...{ kiosk, station: rig.stationClient, clerkAt: () => clerk },
    ...{ issued: [], told: [], doorsShut: false, onTheirWay: 0 },
    seen: { missed: 0, returned: 0, parked: 0, passedOn: 0, cancelled: 0, atKiosk: 0 },
  };
}

/** Displays are switched on and off all day: each leaves nothing behind. */
async function switchDisplays(rig: SoakRig, day: Day): Promise<void> {
  while (!day.doorsShut) {
    const listeners = await Promise.all(Array.from({ length: 5 }, () => rig.listen()));
    await day.clock.sleep(DISPLAYS_CHANGE_MS);
    for (const listener of listeners) await listener.leave();
  }
}

async function liveThrough(rig: SoakRig, options: SoakOptions): Promise<{ day: Day; readings: Reading[] }> {
  const day = openDay(rig, options);
  const dayMs = options.hours * 60 * MINUTE_MS;
  const readings: Reading[] = [];
  const wished = Math.ceil(options.hours * READINGS.anHour);
  const planned = Math.min(READINGS.most, Math.max(READINGS.least, wished));
  const watched = { hall: rig.hall.child, station: rig.station.child, page: rig.devTools };
  const watching = async (): Promise<void> => {
    for (let place = 1; place <= planned; place += 1) {
      await sleep(Math.max(0, (dayMs * place) / planned - day.clock.monotonicMs()) / options.speed);
      readings.push(await readMemory(watched));
    }
  };
  const shutting = async (): Promise<void> => {
    await day.clock.sleep(dayMs - Math.min(DOORS_SHUT_MS, dayMs / 4));
    day.doorsShut = true;
  };
  const clerks = COUNTERS.map((counterId) => new Clerk(day, counterId).work());
  await Promise.all([shutting(), watching(), switchDisplays(rig, day), letVisitorsIn(day), ...clerks]);
  return { day, readings };
}

function readFacts(folder: string): TicketFact[] {
  const opened = openDatabase({ file: join(folder, 'hall', HALL_FILE), migrations: hallMigrations });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  try {
    return factsOf(opened.value);
  } finally {
    opened.value.close();
  }
}

async function verifyJournal(folder: string): Promise<string> {
  const words = ['verify', '--data', folder, '--json'];
  const { stdout } = await promisify(execFile)(process.execPath, [COMMAND_LINE, ...words]);
  return (JSON.parse(stdout) as { state: string }).state;
}

function errorsIn(logs: readonly string[]): string[] {
  return logs
    .flatMap((file) => (existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []))
    .filter((line) => /"level":"(error|fatal)"/.test(line));
}

async function soak(options: SoakOptions): Promise<Findings> {
  const folders = new Lifetime();
  const folder = createFolders(folders, undefined).onDisk();
  const services = new Lifetime();
  const begun = performance.now();
  try {
    const rig = await startRig(folder, { startWallMs: MORNING, speed: options.speed }, services);
    const { day, readings } = await liveThrough(rig, options);
    const wallMs = performance.now() - begun;
    const lastCallReached = await lastCall(rig);
    await services.end();
    const facts = readFacts(folder);
    const { ticketId: last = '' } = facts.at(-1) ?? {};
    return {
      ...{ hours: options.hours, speed: options.speed, seed: options.seed, wallMs, lastCallReached },
      tickets: day.issued.length,
      calls: day.told.length,
      seen: day.seen,
      complaints: complaints(facts, [...day.issued, last], [...day.told, last]),
      errorsLogged: errorsIn(rig.logs),
      journal: await verifyJournal(folder),
      memory: growthOf(readings),
    };
  } finally {
    await services.end();
    await folders.end();
  }
}

async function main(): Promise<number> {
  const options = readSoakOptions(process.argv.slice(2));
  if (!options.ok) {
    console.error(`${options.error}\n\n${USAGE}`);
    return 2;
  }
  await ensureBuiltPages();
  const findings = await soak(options.value);
  console.log(describeFindings(findings));
  const faults = faultsOf(findings);
  if (options.value.jsonFile !== undefined)
    writeFileSync(options.value.jsonFile, `${JSON.stringify({ ...findings, faults }, undefined, 2)}\n`);
  return faults.length === 0 ? 0 : 1;
}

process.exitCode = await main();
