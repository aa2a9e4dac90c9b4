import type { Clock } from '../foundation/clock.ts';
import { hallFolder, stationFolder } from '../foundation/configuration/index.ts';
import type {
  AcceptedToken,
  HallProcessOptions,
  StationProcessOptions,
} from '../foundation/process-messages.ts';
import type { AccessToken } from './access-tokens.ts';
import type { ShellLog } from './log.ts';
import { PAGE_ORIGIN } from './own-page.ts';
import type { ServiceAddresses } from '../../preload/contracts/page-shell.ts';
import { ServiceSupervisor, type ServiceChild } from './service-supervisor.ts';
import type { ShellSettings } from './settings.ts';

export type ServiceName = keyof ServiceAddresses;

export interface ServicesOptions {
  readonly settings: ShellSettings;
  /** Each service has its own folder in it. */
  readonly dataDirectory: string;
  readonly isRelease: boolean;
  /** What pages of each role say to both services. */
  readonly pageTokens: readonly AcceptedToken[];
  /** What the station says to the hall. */
  readonly stationToken: AccessToken;
  readonly clock: Clock;
  readonly log: ShellLog;
  launch(name: ServiceName): ServiceChild;
}

export interface ServicesEvents {
  onReady(addresses: ServiceAddresses): void;
  onGone(service: ServiceName): void;
  onGaveUp(service: ServiceName): void;
}

export interface Services {
  addresses(): ServiceAddresses | undefined;
  stop(): Promise<void>;
}

/** The hall first, then the station that needs its address; `onReady` comes once, when both have said so. */
export function startServices(options: ServicesOptions, events: ServicesEvents): Services {
  const { clock, log } = options;
  let hall: string | undefined;
  let station: string | undefined;
  const addresses = () => (hall === undefined || station === undefined ? undefined : { hall, station });

  const supervise = (
    name: ServiceName,
    startOptions: (last?: string) => unknown,
    onReady: (address: string) => void,
  ) =>
    new ServiceSupervisor(
      {
        name,
        launch: () => options.launch(name),
        options: startOptions,
        onReady,
        onGone: () => events.onGone(name),
        onGaveUp: () => events.onGaveUp(name),
      },
      clock,
      log,
    );
  const stationService = supervise(
    'station',
    (last) => stationOptions(options, hall ?? '', last),
    (address) => {
      const isFirst = station === undefined;
      station = address;
      const both = addresses();
      if (isFirst && both !== undefined) events.onReady(both);
    },
  );
  const hallService = supervise(
    'hall',
    (last) => hallOptions(options, last),
    (address) => {
      const isFirst = hall === undefined;
      hall = address;
      if (isFirst) stationService.start();
    },
  );
  hallService.start();
  return {
    addresses,
    stop: async () => {
      await stationService.stop();
      await hallService.stop();
    },
  };
}

function hallOptions(options: ServicesOptions, lastAddress: string | undefined): HallProcessOptions {
  return {
    ...common(options, lastAddress, options.settings.hallPort),
    dataDirectory: hallFolder(options.dataDirectory),
    tokens: [...options.pageTokens, options.stationToken.accepted],
    demo: !options.isRelease && options.settings.configurationFile === undefined,
  };
}

function stationOptions(
  options: ServicesOptions,
  hallAddress: string,
  lastAddress: string | undefined,
): StationProcessOptions {
  return {
    ...common(options, lastAddress, options.settings.stationPort),
    dataDirectory: stationFolder(options.dataDirectory),
    hallAddress,
    hallToken: options.stationToken.clear,
    tokens: options.pageTokens,
  };
}

/** A restarted service serves where it served before: the pages' policy and their connections name that address. */
function common(options: ServicesOptions, lastAddress: string | undefined, firstPort: number | undefined) {
  const { configurationFile } = options.settings;
  const port = lastAddress === undefined ? firstPort : Number(new URL(lastAddress).port);
  return {
    ...(configurationFile === undefined ? {} : { configurationFile }),
    ...(port === undefined ? {} : { port }),
    allowOrigins: [PAGE_ORIGIN],
    release: options.isRelease,
  };
}
