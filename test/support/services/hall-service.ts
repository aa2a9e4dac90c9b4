import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Clock } from '../../../main/foundation/clock.ts';
import type { AcceptedToken } from '../../../main/foundation/process-messages.ts';
import type { RunningService } from '../../../main/foundation/run-as-process.ts';
import { startHallService, type HallServiceOptions } from '../../../main/hall/start-hall.ts';
import { hallOperations, type HallOperations } from '../../../preload/contracts/hall-operations.ts';
import type { Client, Role, StaffRole } from '../../../preload/contracts/operation.ts';
import { clientOf, makeFolder, postTo, type Post } from './service-under-test.ts';
import { addTestStaff, SignIns, usualStaff } from './staff.ts';
import { mintTokens, type Tokens } from './tokens.ts';

export interface TestHallOptions {
  /** YAML; the demo hall without it. */
  readonly configuration?: string;
  readonly ballastBytes?: number;
  /** PCs besides the one of each kind. */
  readonly otherTokens?: readonly AcceptedToken[];
}

/** The real hall service on loopback, in this process, in a folder of its own. */
export class HallService {
  readonly folder: string;
  readonly tokens: Tokens = mintTokens();
  readonly #remove: () => void;
  readonly #options: TestHallOptions;
  #service: RunningService | undefined;
  #port = 0;
  #log = '';
  /** The queue's time from the next start on; the system's without it. */
  clock: Clock | undefined;

  private constructor(options: TestHallOptions) {
    const { folder, remove } = makeFolder();
    this.folder = folder;
    this.#remove = remove;
    this.#options = options;
  }

  static async start(options: TestHallOptions = {}): Promise<HallService> {
    const hall = new HallService(options);
    await hall.start();
    return hall;
  }

  /** The same, ended with the test. */
  static async forTest(options: TestHallOptions = {}): Promise<HallService> {
    const hall = await HallService.start(options);
    onTestFinished(() => hall.end());
    return hall;
  }

  get address(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Everything that was logged. */
  get log(): string {
    return this.#log;
  }

  /** With the same port and the same data as before. */
  async start(): Promise<void> {
    await addTestStaff(join(this.folder, 'data'));
    this.#service = await startHallService(this.#serviceOptions());
    this.#port = Number(new URL(this.#service.address).port);
  }

  async stop(): Promise<void> {
    const service = this.#service;
    this.#service = undefined;
    await service?.stop();
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  async end(): Promise<void> {
    await this.stop();
    this.#remove();
  }

  readonly signIns = new SignIns(() => this.address);
  readonly post: Post = postTo(() => this.address, this.tokens, this.signIns);

  /** A PC of this kind, with the person who usually works there signed in, or another. */
  as(role: Role, staff: StaffRole | undefined = usualStaff(role)): Client<HallOperations> {
    const token = this.tokens.of(role);
    const signIn = staff && (() => this.signIns.at(token, staff));
    return clientOf(hallOperations, this.address, token, signIn);
  }

  #serviceOptions(): HallServiceOptions {
    const { configuration, ballastBytes = 0, otherTokens = [] } = this.#options;
    return {
      dataDirectory: join(this.folder, 'data'),
      tokens: [...this.tokens.accepted, ...otherTokens],
      ...(this.clock !== undefined && { clock: this.clock }),
      allowOrigins: [],
      port: this.#port,
      ballastBytes,
      logTo: { write: (line) => void (this.#log += line) },
      ...(configuration !== undefined && { configurationFile: this.#write(configuration) }),
    };
  }

  #write(configuration: string): string {
    const file = join(this.folder, 'hall.yaml');
    writeFileSync(file, configuration);
    return file;
  }
}
