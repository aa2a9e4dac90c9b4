import type { HallOperations, StationDevicesView } from '../../../preload/contracts/hall-operations.ts';
import type { Input } from '../../../preload/contracts/operation.ts';

/** More PCs than the largest hall has. Beyond them the one that was silent longest is forgotten. */
const MOST_STATIONS = 100;

export type DevicesByStation = Readonly<Record<string, StationDevicesView>>;

/** How the devices of each PC are, as it said last. In memory only: a hall that starts is told anew within half a minute. */
export class DeviceBoard {
  readonly #stations = new Map<string, StationDevicesView>();
  readonly #instant: () => string;
  readonly #onReport: (views: DevicesByStation) => void;

  constructor(options: { instant: () => string; onReport: (views: DevicesByStation) => void }) {
    this.#instant = options.instant;
    this.#onReport = options.onReport;
  }

  hear({ stationId, devices }: Input<HallOperations, 'reportDevices'>): void {
    this.#stations.delete(stationId);
    this.#stations.set(stationId, { stationId, devices, reportedAt: this.#instant() });
    const [oldest] = this.#stations.keys();
    if (this.#stations.size > MOST_STATIONS && oldest !== undefined) this.#stations.delete(oldest);
    this.#onReport(Object.fromEntries(this.#stations));
  }
}
