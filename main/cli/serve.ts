import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { err, ok, type Result } from '../../preload/contracts/result.ts';
import { readTokenFile } from '../foundation/access/index.ts';
import {
  describeProblems,
  hallFolder,
  loadConfiguration,
  stationFolder,
} from '../foundation/configuration/index.ts';
import type { RunningService } from '../foundation/run-as-process.ts';
import { startHallService } from '../hall/start-hall.ts';
import { startStationService } from '../station/start-station.ts';
import { untilSignal } from './until-signal.ts';

const USAGE = `songting hall    [--config FILE] [--data FOLDER] [--port N]
songting station [--config FILE] [--data FOLDER] [--port N]
  FILE    hall.yaml; without it the demo hall
  FOLDER  where this installation keeps its files
配置文件缺省为演示大厅；数据目录保存本机的记录与密钥。
`;

interface ServeArguments {
  readonly configurationFile?: string;
  readonly dataFolder?: string;
  readonly port?: number;
}

/** `songting hall`: serves until it is asked to end. */
export function hallCommand(args: readonly string[]): Promise<number> {
  return serve(args, ({ dataFolder, ...options }) =>
    startHallService({ ...options, dataDirectory: hallFolder(dataFolder), tokens: [], allowOrigins: [] }),
  );
}

/** `songting station`: needs the token that `songting enrol` printed at the hall. */
export function stationCommand(args: readonly string[]): Promise<number> {
  return serve(args, ({ dataFolder, ...options }) => {
    const hall = hallOf(options.configurationFile, stationFolder(dataFolder));
    if (!hall.ok) throw new Error(hall.error);
    return startStationService({
      ...options,
      ...hall.value,
      dataDirectory: stationFolder(dataFolder),
      tokens: [],
      allowOrigins: [],
    });
  });
}

function hallOf(
  configurationFile: string | undefined,
  folder: string,
): Result<{ hallAddress: string; hallToken: string }, string> {
  const loaded = loadConfiguration(configurationFile);
  if (!loaded.ok) return err(describeProblems(loaded.error));
  const { hall, hallTokenFile } = loaded.value.station;
  const file = hallTokenFile ?? join(folder, 'hall-token');
  const token = readTokenFile(file);
  if (token.ok) return ok({ hallAddress: hall, hallToken: token.value });
  return err(
    `${file}: ${token.error}. At the hall: songting enrol --role kiosk --name K1, then write the token into this file. / 请在大厅主机上发放令牌并写入此文件。`,
  );
}

async function serve(
  args: readonly string[],
  start: (options: ServeArguments) => Promise<RunningService>,
): Promise<number> {
  const options = readArguments(args);
  if (options === undefined) {
    process.stderr.write(USAGE);
    return 2;
  }
  try {
    const service = await start(options);
    process.stdout.write(`${service.address}\n`);
    await untilSignal();
    await service.stop();
    return 0;
  } catch (failure) {
    process.stderr.write(`${failure instanceof Error ? failure.message : String(failure)}\n`);
    return 1;
  }
}

function readArguments(args: readonly string[]): ServeArguments | undefined {
  const options = { config: { type: 'string' }, data: { type: 'string' }, port: { type: 'string' } } as const;
  try {
    const { config, data, port } = parseArgs({ args: [...args], options }).values;
    if (port !== undefined && !/^\d{1,5}$/.test(port)) return undefined;
    return {
      ...(config !== undefined && { configurationFile: config }),
      ...(data !== undefined && { dataFolder: data }),
      ...(port !== undefined && { port: Number(port) }),
    };
  } catch {
    return undefined;
  }
}
