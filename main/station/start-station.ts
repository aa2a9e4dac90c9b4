import { mkdirSync } from 'node:fs';
import { hallOperations } from '../../preload/contracts/hall-operations.ts';
import { stationCollections, stationOperations } from '../../preload/contracts/station-operations.ts';
import { systemClock } from '../foundation/clock.ts';
import { virtualDevices, type LoadedConfiguration } from '../foundation/configuration/index.ts';
import { createFeedHub } from '../foundation/feed/index.ts';
import { createApiServer, createClient } from '../foundation/http/index.ts';
import { Lifetime } from '../foundation/lifetime.ts';
import { localTimeIn } from '../foundation/local-time.ts';
import { createLog, type Log, type LogOptions } from '../foundation/log/index.ts';
import type { StationProcessOptions } from '../foundation/process-messages.ts';
import { pagesFolder } from '../foundation/resources.ts';
import type { RunningService } from '../foundation/run-as-process.ts';
import { accessFor, configurationFor } from '../foundation/service-parts.ts';
import { productVersion } from '../foundation/version.ts';
import { openDevices, type StationDevices } from './devices/open-devices.ts';
import type { FormTemplate } from './forms/form-template.ts';
import { loadForms, loadShippedForms } from './forms/load-forms.ts';
import { openStation } from './station.ts';

export interface StationServiceOptions extends StationProcessOptions {
  readonly logTo?: NonNullable<LogOptions['destination']>;
}

/** A kiosk gives up on the hall sooner than a person does; the retry has the same request id. */
const HALL_ANSWER_MS = 5_000;

/**
 * The station service: the PC's devices, its spool, the kiosk page and its API on one port. Throws one readable
 * sentence for whatever keeps it from starting; a hall that cannot be reached does not.
 */
export async function startStationService(options: StationServiceOptions): Promise<RunningService> {
  const configuration = configurationFor(options.configurationFile, options.release ?? false);
  const simulated = virtualDevices(configuration);
  const log = createLog({ name: 'station', simulated, destination: options.logTo ?? 'stderr' });
  const life = new Lifetime();
  try {
    mkdirSync(options.dataDirectory, { recursive: true, mode: 0o700 });
    const hub = createFeedHub(stationCollections);
    const station = life.own(
      openStation({
        configuration,
        dataDirectory: options.dataDirectory,
        devices: devicesOf(configuration, options.dataDirectory, log),
        hall: createClient(hallOperations, {
          baseAddress: options.hallAddress,
          token: options.hallToken,
          timeoutMs: HALL_ANSWER_MS,
        }),
        forms: formsFor(configuration, log),
        hallFeed: { address: options.hallAddress, token: options.hallToken },
        feed: hub,
        clock: systemClock,
        log,
      }),
      (opened) => opened.stop(),
    );
    await station.start();
    const server = life.own(
      await createApiServer({
        operations: stationOperations,
        handlers: station.handlers,
        access: accessFor(options.dataDirectory, options.tokens, log),
        feed: { hub, roles: ['kiosk', 'admin'] },
        pages: { folder: pagesFolder(), mounts: ['kiosk'], home: { page: 'kiosk' } },
        listen: {
          ...configuration.station.listen,
          ...(options.port !== undefined && { port: options.port }),
        },
        allowOrigins: options.allowOrigins,
        log,
        info: { name: 'songting-station', version: productVersion(), title: 'Songting station' },
      }),
      (opened) => opened.close(),
    );
    return { address: server.address, stop: () => life.end() };
  } catch (failure) {
    await life.end();
    throw failure;
  }
}

/** The hall's own forms, which come first on their days, and the shipped ones; one of its own that has a mistake is named and not used. */
function formsFor({ hall }: LoadedConfiguration, log: Log): readonly FormTemplate[] {
  const shipped = loadShippedForms();
  if (hall.formsFolder === null) return shipped;
  const { forms, faults } = loadForms(hall.formsFolder);
  for (const { form } of faults)
    log.error('a form of the hall has a mistake and is not used; `songting forms check` says which', {
      ...(form !== '' && { code: form }),
    });
  return [...forms, ...shipped];
}

function devicesOf(
  { devices, hall, station }: LoadedConfiguration,
  dataDirectory: string,
  log: Log,
): StationDevices {
  const opened = openDevices(devices, {
    dataDirectory,
    stationId: station.id,
    clock: systemClock,
    localTime: localTimeIn(hall.timeZone),
    log,
  });
  if (!opened.ok) throw new Error(opened.error);
  return opened.value;
}
