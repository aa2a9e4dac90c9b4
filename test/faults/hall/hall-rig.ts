import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { openDatabase } from '../../../main/foundation/sqlite/open-database.ts';
import type { HallServiceOptions } from '../../../main/hall/start-hall.ts';
import { hallOperations, type HallOperations } from '../../../preload/contracts/hall-operations.ts';
import type { Client, Role } from '../../../preload/contracts/operation.ts';
import { clientOf, folderForTest, postTo } from '../../support/services/service-under-test.ts';
import { ServiceProcess, type StartOptions } from '../../support/services/service-process.ts';
import { addTestStaff, SignIns, usualStaff } from '../../support/services/staff.ts';
import { mintTokens, type Tokens } from '../../support/services/tokens.ts';

export const SERVICE = 'LN-01';
const COMMAND_LINE = fileURLToPath(new URL('../../../main/cli/songting.ts', import.meta.url));

type RigOptions = StartOptions & {
  readonly alsoKnown?: HallServiceOptions['tokens'];
  /** False: the folder is left as it is; then nobody can sign in. */
  readonly withStaff?: boolean;
};

/** A hall that is a process, on a disk and a port that stay the same over its lives. */
export class HallRig {
  readonly dataDirectory: string;
  readonly tokens: Tokens = mintTokens();
  readonly #options: Partial<HallServiceOptions>;
  process: ServiceProcess | undefined;
  #port = 0;

  constructor(
    options: Partial<HallServiceOptions> = {},
    dataDirectory: string = join(folderForTest(), 'data'),
  ) {
    this.dataDirectory = dataDirectory;
    this.#options = options;
    onTestFinished(async () => this.process?.kill());
  }

  get address(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get file(): string {
    return join(this.dataDirectory, 'hall.sqlite');
  }

  async start({ alsoKnown = [], withStaff = true, ...how }: RigOptions = {}): Promise<ServiceProcess> {
    const options: HallServiceOptions = {
      dataDirectory: this.dataDirectory,
      tokens: [...this.tokens.accepted, ...alsoKnown],
      allowOrigins: [],
      port: this.#port,
      ballastBytes: 0,
      ...this.#options,
    };
    if (withStaff) await addTestStaff(this.dataDirectory);
    this.process = await ServiceProcess.start('hall', options, how);
    this.#port = this.process.port;
    return this.process;
  }

  readonly signIns = new SignIns(() => this.address);
  readonly post = postTo(() => this.address, this.tokens, this.signIns);

  as(role: Role): Client<HallOperations> {
    return this.client(this.tokens.of(role), role);
  }

  /** With the person signed in who usually works at a PC of this kind. */
  client(token: string, role: Role): Client<HallOperations> {
    const staff = usualStaff(role);
    return clientOf(hallOperations, this.address, token, staff && (() => this.signIns.at(token, staff)));
  }

  /** `songting verify`, as an administrator runs it; also while the hall works. */
  verify(): { readonly exitCode: number | null; readonly printed: string } {
    const run = spawnSync(process.execPath, [COMMAND_LINE, 'verify', this.file], { encoding: 'utf8' });
    return { exitCode: run.status, printed: run.stdout + run.stderr };
  }

  /** Rows of a table of the hall's file. */
  rows<Row>(sql: string): Row[] {
    const opened = openDatabase({ file: this.file, readonly: true });
    if (!opened.ok) throw new Error(opened.error.kind);
    try {
      return opened.value.prepare(sql).all() as Row[];
    } finally {
      opened.value.close();
    }
  }
}
