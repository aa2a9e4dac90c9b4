import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openDatabase } from '../../../main/foundation/sqlite/open-database.ts';
import type { StationServiceOptions } from '../../../main/station/start-station.ts';
import { SimulatedPrinterProcess } from '../../support/paper/simulated-printer.ts';
import { folderForTest, postTo } from '../../support/services/service-under-test.ts';
import { ServiceProcess } from '../../support/services/service-process.ts';
import type { StationUnderTest } from '../../support/services/station-service.ts';
import { mintTokens, type Tokens } from '../../support/services/tokens.ts';

export interface HallBehind {
  readonly address: string;
  readonly tokens: Tokens;
}

export interface JobOnDisk {
  readonly number: string | null;
  readonly copy: number;
  readonly state: string;
  readonly reason: string | null;
}

/** A kiosk that is a process, at a printer that is another one; its folder and port outlive it. */
export class StationRig implements StationUnderTest {
  readonly tokens: Tokens = mintTokens();
  readonly hardware: SimulatedPrinterProcess;
  readonly #folder = folderForTest();
  readonly #hall: HallBehind;
  process: ServiceProcess | undefined;
  #port = 0;

  private constructor(hall: HallBehind, hardware: SimulatedPrinterProcess) {
    this.#hall = hall;
    this.hardware = hardware;
  }

  static async start(hall: HallBehind): Promise<StationRig> {
    const hardware = await SimulatedPrinterProcess.start();
    onTestFinished(() => hardware.stop());
    const rig = new StationRig(hall, hardware);
    onTestFinished(async () => rig.process?.kill());
    await rig.start();
    return rig;
  }

  get address(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async start(): Promise<ServiceProcess> {
    const configurationFile = join(this.#folder, 'station.yaml');
    writeFileSync(
      configurationFile,
      `devices: { idCardReader: virtual, ticketPrinter: { driver: esc-pos, interface: "${this.hardware.address}" } }\n`,
    );
    const options: StationServiceOptions = {
      configurationFile,
      dataDirectory: join(this.#folder, 'data'),
      tokens: this.tokens.accepted,
      allowOrigins: [],
      port: this.#port,
      hallAddress: this.#hall.address,
      hallToken: this.#hall.tokens.of('kiosk'),
    };
    this.process = await ServiceProcess.start('station', options);
    this.#port = this.process.port;
    return this.process;
  }

  readonly post = postTo(() => this.address, this.tokens);

  /** What came out for a number: marked as a reprint or not, whole or torn. */
  async papersOf(number: string): Promise<{ reprint: boolean; whole: boolean }[]> {
    const tickets = await this.hardware.tickets();
    return tickets
      .filter((ticket) => ticket.number === number)
      .map(({ reprint, whole }) => ({ reprint, whole }));
  }

  /** The tickets of the spool as it lies on the disk. */
  jobs(): (JobOnDisk & { number: string })[] {
    return this.allJobs().flatMap(({ number, ...job }) => (number === null ? [] : [{ number, ...job }]));
  }

  /** The same with papers that have no number. */
  allJobs(): JobOnDisk[] {
    const opened = openDatabase({ file: join(this.#folder, 'data', 'spool.sqlite'), readonly: true });
    if (!opened.ok) throw new Error(opened.error.kind);
    try {
      const rows = opened.value.prepare('select number, copy, state, reason from print_job order by seq');
      return rows.all() as JobOnDisk[];
    } finally {
      opened.value.close();
    }
  }
}
