import type { Client } from '../../../preload/contracts/operation.ts';
import {
  REPORT_DEVICES_EVERY_MS,
  type HallOperations,
  type ReportedDevice,
} from '../../../preload/contracts/hall-operations.ts';

export interface DeviceReportsOptions {
  readonly hall: Pick<Client<HallOperations>, 'reportDevices'>;
  readonly stationId: string;
}

/**
 * Tells the hall how this PC's devices are: at once when something changes, and every half minute, so that the hall can tell
 * a quiet PC from one that is off. A hall that is away hears it with the next report; nothing here waits for it.
 */
export class DeviceReports {
  readonly #options: DeviceReportsOptions;
  #devices: readonly ReportedDevice[] | undefined;
  #said = '';
  #sending = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: DeviceReportsOptions) {
    this.#options = options;
  }

  start(): void {
    this.#timer = setInterval(() => {
      this.#said = '';
      void this.#send();
    }, REPORT_DEVICES_EVERY_MS);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#devices = undefined;
  }

  /** How the devices are now; told only when it differs from what was told last. */
  note(devices: readonly ReportedDevice[]): void {
    this.#devices = devices;
    void this.#send();
  }

  /** One report at a time: what changes meanwhile goes with the next. A report that was not heard is not repeated at once. */
  async #send(): Promise<void> {
    if (this.#sending || this.#devices === undefined) return;
    const { hall, stationId } = this.#options;
    const devices = [...this.#devices];
    const text = JSON.stringify(devices);
    if (text === this.#said) return;
    this.#sending = true;
    await hall.reportDevices({ stationId, devices });
    this.#said = text;
    this.#sending = false;
    await this.#send();
  }
}
