import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CDPSession, Page } from 'playwright';
import { createClient } from '../../main/foundation/http/index.ts';
import type { Lifetime } from '../../main/foundation/lifetime.ts';
import {
  hallCollections,
  hallOperations,
  type HallOperations,
} from '../../preload/contracts/hall-operations.ts';
import type { Client, Role } from '../../preload/contracts/operation.ts';
import type { ApiError } from '../../preload/contracts/errors.ts';
import type { Result } from '../../preload/contracts/result.ts';
import { stationOperations, type StationOperations } from '../../preload/contracts/station-operations.ts';
import { startProcess, type StartedProcess } from '../bench/http/start-process.ts';
import { launchChromium } from '../support/chromium.ts';
import { FeedListener } from '../support/services/feed-listener.ts';
import { addTestStaff, signIn, STAFF_NUMBERS, usualStaff } from '../support/services/staff.ts';
import { mintTokens } from '../support/services/tokens.ts';
import type { SoakHallOptions } from './hall-process.ts';
import type { SoakStationOptions } from './station-process.ts';

/** Nobody is signed out for reading a form: at fifty times the pace that would be every twelve seconds. */
const HALL = 'hall: { staff: { idleMinutes: 60 }, call: { recallCoolDownSeconds: 0 } }\n';
/** Paper and voice; sentences said once and fast, so that the voice keeps up with a day in minutes. */
const STATION = `station: { id: K1, role: kiosk }
devices:
  idCardReader: { driver: none }
  ticketPrinter: { driver: virtual }
  speaker: { driver: virtual, times: 1, bell: false, pace: 1.5, repeatPace: 1.5 }
`;
const VIEWPORT = { width: 1920, height: 1080 };

const program = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

export interface SoakRig {
  readonly hall: StartedProcess;
  readonly station: StartedProcess;
  readonly page: Page;
  readonly devTools: CDPSession;
  readonly folder: string;
  readonly logs: readonly string[];
  readonly client: (role: Role) => Client<HallOperations>;
  readonly stationClient: Client<StationOperations>;
  readonly listen: () => Promise<FeedListener<typeof hallCollections>>;
}

/** Hall and station in processes of their own, a display page in Chromium, all of it gone with the lifetime. */
export async function startRig(
  folder: string,
  { startWallMs, speed }: { readonly startWallMs: number; readonly speed: number },
  life: Lifetime,
): Promise<SoakRig> {
  const tokens = mintTokens();
  const logs = [join(folder, 'hall.log'), join(folder, 'station.log')];
  const [hallLog = '', stationLog = ''] = logs;
  const common = { tokens: tokens.accepted, allowOrigins: [], port: 0 };
  const dataDirectory = join(folder, 'hall');
  await addTestStaff(dataDirectory);
  const hall = await startProcess(
    program('./hall-process.ts'),
    {
      ...common,
      ...{ dataDirectory, startWallMs, speed, logFile: hallLog, ballastBytes: 0 },
      configurationFile: configurationIn(folder, 'hall.yaml', HALL),
    } satisfies SoakHallOptions,
    life,
  );
  const station = await startProcess(
    program('./station-process.ts'),
    {
      ...common,
      ...{ dataDirectory: join(folder, 'station'), logFile: stationLog },
      ...{ hallAddress: hall.address, hallToken: tokens.of('kiosk') },
      configurationFile: configurationIn(folder, 'station.yaml', STATION),
    } satisfies SoakStationOptions,
    life,
  );
  const displayed = await showDisplay(`${hall.address}/display/#token=${tokens.of('display')}`, life);
  return {
    ...{ hall, station, folder, logs },
    ...displayed,
    client: (role) => clientAt(hall.address, tokens.of(role), role),
    stationClient: createClient(stationOperations, {
      ...{ baseAddress: station.address, token: tokens.of('kiosk'), timeoutMs: 30_000 },
    }),
    listen: () => FeedListener.join(hallCollections, hall.address, tokens.of('display')),
  };
}

function configurationIn(folder: string, name: string, text: string): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

/** As a page does it: who works there signs in when the hall asks for it, also at the end of a long shift. */
function clientAt(address: string, token: string, role: Role): Client<HallOperations> {
  let secret: string | undefined;
  let signingIn: Promise<string> | undefined;
  const client = createClient(hallOperations, {
    ...{ baseAddress: address, token, timeoutMs: 30_000 },
    session: () => secret,
  });
  const staff = usualStaff(role);
  const rows = Object.entries(client).map(([name, row]) => {
    const ask = row as (input: unknown) => Promise<Result<unknown, ApiError>>;
    return [
      name,
      async (input: unknown) => {
        const used = secret;
        const answer = await ask(input);
        if (answer.ok || answer.error.kind !== 'staff-not-signed-in' || staff === undefined) return answer;
        // Several hands at one PC: the first that is asked signs in for all.
        if (secret === used) {
          signingIn ??= signIn(address, token, STAFF_NUMBERS[staff]);
          secret = await signingIn;
          signingIn = undefined;
        }
        return ask(input);
      },
    ];
  });
  return Object.fromEntries(rows) as Client<HallOperations>;
}

async function showDisplay(url: string, life: Lifetime): Promise<Pick<SoakRig, 'page' | 'devTools'>> {
  const browser = life.own(await launchChromium(), (opened) => opened.close());
  const context = await browser.newContext({
    viewport: VIEWPORT,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  const page = await context.newPage();
  await page.goto(url);
  const devTools = await context.newCDPSession(page);
  await devTools.send('Performance.enable');
  return { page, devTools };
}
