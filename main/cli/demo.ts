import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Role } from '../../preload/contracts/operation.ts';
import { hashToken, mintToken } from '../foundation/access/index.ts';
import { defaultDataFolder, hallFolder, stationFolder } from '../foundation/configuration/index.ts';
import { Lifetime } from '../foundation/lifetime.ts';
import type { AcceptedToken } from '../foundation/process-messages.ts';
import { startHallService } from '../hall/start-hall.ts';
import { startStationService } from '../station/start-station.ts';
import { untilSignal } from './until-signal.ts';

const USAGE = `songting demo [--config FILE] [--data FOLDER] [--hall-port N] [--station-port N]
在本机启动一个演示大厅（模拟读卡器与打印机），用浏览器即可取号、叫号、办结。
`;

interface DemoOptions {
  readonly configurationFile?: string;
  readonly dataFolder: string;
  readonly hallPort?: number;
  readonly stationPort?: number;
}

export interface DemoHall {
  readonly kiosk: string;
  readonly counter: string;
  readonly display: string;
  readonly office: string;
  /** For who walks the hall with a tablet. */
  readonly guide: string;
  /** The screen that faces the visitor at counter 1. */
  readonly rating: string;
  readonly hallAddress: string;
  readonly stationAddress: string;
  stop(): Promise<void>;
}

/** `songting demo`: the whole hall on loopback, for a newcomer with only a browser. Serves until it is asked to end. */
export async function demoCommand(args: readonly string[]): Promise<number> {
  const options = readArguments(args);
  if (options === undefined) {
    process.stderr.write(USAGE);
    return 2;
  }
  try {
    const demo = await startDemo(options);
    process.stdout.write(greeting(demo));
    await untilSignal();
    await demo.stop();
    return 0;
  } catch (failure) {
    process.stderr.write(`${failure instanceof Error ? failure.message : String(failure)}\n`);
    return 1;
  }
}

/** Hall and station of one small hall in this process, with tokens that end with it. */
export async function startDemo(options: DemoOptions): Promise<DemoHall> {
  const life = new Lifetime();
  const page = {
    kiosk: pageToken('kiosk'),
    counter: pageToken('counter'),
    display: pageToken('display'),
    office: pageToken('admin'),
  };
  const station = pageToken('kiosk', 'station');
  const common = {
    ...(options.configurationFile !== undefined && { configurationFile: options.configurationFile }),
    allowOrigins: [],
    tokens: [...Object.values(page), station].map(({ accepted }) => accepted),
  };
  try {
    const hall = life.own(
      await startHallService({
        ...common,
        demo: true,
        dataDirectory: hallFolder(options.dataFolder),
        ...(options.hallPort !== undefined && { port: options.hallPort }),
      }),
      (service) => service.stop(),
    );
    const kiosk = life.own(
      await startStationService({
        ...common,
        dataDirectory: stationFolder(options.dataFolder),
        hallAddress: hall.address,
        hallToken: station.clear,
        ...(options.stationPort !== undefined && { port: options.stationPort }),
      }),
      (service) => service.stop(),
    );
    return {
      kiosk: `${kiosk.address}/kiosk/#token=${page.kiosk.clear}`,
      counter: `${hall.address}/counter/#token=${page.counter.clear}`,
      display: `${hall.address}/display/#token=${page.display.clear}`,
      office: `${hall.address}/admin/#token=${page.office.clear}`,
      guide: `${hall.address}/guide/#token=${page.counter.clear}`,
      rating: `${hall.address}/rating/#counter=1&token=${page.counter.clear}`,
      hallAddress: hall.address,
      stationAddress: kiosk.address,
      stop: () => life.end(),
    };
  } catch (failure) {
    await life.end();
    throw failure;
  }
}

function pageToken(role: Role, name: string = `demo ${role}`): { clear: string; accepted: AcceptedToken } {
  const clear = mintToken();
  return { clear, accepted: { role, name, sha256: hashToken(clear) } };
}

function greeting({ kiosk, counter, display, rating, office, guide, hallAddress }: DemoHall): string {
  return `
松厅演示大厅已启动（设备均为模拟）。请用浏览器打开：
Songting's demo hall is running (all devices simulated). Open in a browser:

  取号机 kiosk      ${kiosk}
  窗口   counter    ${counter}
  综合屏 display    ${display}
  管理   office     ${office}
  引导员 guide      ${guide}
  评价屏 rating     ${rating}
  接口   API        ${hallAddress}/api/openapi.json

1. 取号机：点「没带身份证」，选一项服务。  2. 窗口：用页面上的演示工号登录，选窗口号，开窗，叫号。  3. 看综合屏。
Ctrl+C 结束 / ends it.

`;
}

function readArguments(args: readonly string[]): DemoOptions | undefined {
  const text = { type: 'string' } as const;
  const options = { config: text, data: text, 'hall-port': text, 'station-port': text } as const;
  try {
    const { values } = parseArgs({ args: [...args], options });
    const ports = [values['hall-port'], values['station-port']];
    if (ports.some((port) => port !== undefined && !/^\d{1,5}$/.test(port))) return undefined;
    const [hallPort, stationPort] = ports.map((port) => (port === undefined ? undefined : Number(port)));
    return {
      dataFolder: values.data ?? join(defaultDataFolder(), 'demo'),
      ...(values.config !== undefined && { configurationFile: values.config }),
      ...(hallPort !== undefined && { hallPort }),
      ...(stationPort !== undefined && { stationPort }),
    };
  } catch {
    return undefined;
  }
}
