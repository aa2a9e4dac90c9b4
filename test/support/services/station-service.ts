import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { RunningService } from '../../../main/foundation/run-as-process.ts';
import { startStationService } from '../../../main/station/start-station.ts';
import type { Client, Role } from '../../../preload/contracts/operation.ts';
import {
  stationCollections,
  stationOperations,
  type StationOperations,
} from '../../../preload/contracts/station-operations.ts';
import { FeedListener } from './feed-listener.ts';
import type { HallService } from './hall-service.ts';
import { clientOf, makeFolder, postTo, type Post } from './service-under-test.ts';
import { mintTokens, type Tokens } from './tokens.ts';

export interface TestStationOptions {
  /** YAML; the demo kiosk without it. */
  readonly configuration?: string;
  /** Where the hall is, if not where it says: behind a proxy. */
  readonly hallAddress?: string;
}

/** What every station under test offers, whatever it is made of. */
export interface StationUnderTest {
  readonly address: string;
  readonly tokens: Tokens;
}

/** Follows a station's feed until the test is over. */
export async function followStation(
  station: StationUnderTest,
): Promise<FeedListener<typeof stationCollections>> {
  const listener = await FeedListener.join(stationCollections, station.address, station.tokens.of('kiosk'));
  onTestFinished(() => listener.leave());
  return listener;
}

export function stationClient(station: StationUnderTest, role: Role = 'kiosk'): Client<StationOperations> {
  return clientOf(stationOperations, station.address, station.tokens.of(role));
}

/** The real station service on loopback, in this process, in a folder of its own, with a real hall behind it. */
export class StationService implements StationUnderTest {
  readonly folder: string;
  readonly tokens: Tokens = mintTokens();
  readonly #remove: () => void;
  readonly #hall: HallService;
  readonly #options: TestStationOptions;
  #service: RunningService | undefined;
  #port = 0;
  #log = '';

  private constructor(hall: HallService, options: TestStationOptions) {
    const { folder, remove } = makeFolder();
    this.folder = folder;
    this.#remove = remove;
    this.#hall = hall;
    this.#options = options;
  }

  static async start(hall: HallService, options: TestStationOptions = {}): Promise<StationService> {
    const station = new StationService(hall, options);
    await station.start();
    return station;
  }

  /** The same, ended with the test. */
  static async forTest(hall: HallService, options: TestStationOptions = {}): Promise<StationService> {
    const station = await StationService.start(hall, options);
    onTestFinished(() => station.end());
    return station;
  }

  get address(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get log(): string {
    return this.#log;
  }

  get dataDirectory(): string {
    return join(this.folder, 'data');
  }

  async start(): Promise<void> {
    const { configuration, hallAddress = this.#hall.address } = this.#options;
    const file = join(this.folder, 'station.yaml');
    if (configuration !== undefined) writeFileSync(file, configuration);
    this.#service = await startStationService({
      dataDirectory: this.dataDirectory,
      tokens: this.tokens.accepted,
      allowOrigins: [],
      port: this.#port,
      hallAddress,
      hallToken: this.#hall.tokens.of('kiosk'),
      logTo: { write: (line) => void (this.#log += line) },
      ...(configuration !== undefined && { configurationFile: file }),
    });
    this.#port = Number(new URL(this.#service.address).port);
  }

  async stop(): Promise<void> {
    const service = this.#service;
    this.#service = undefined;
    await service?.stop();
  }

  async end(): Promise<void> {
    await this.stop();
    this.#remove();
  }

  readonly post: Post = postTo(() => this.address, this.tokens);
}
