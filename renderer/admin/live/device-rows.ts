import {
  DEVICES_STALE_AFTER_MS,
  type ReportedDevice,
  type StationDevicesView,
} from '../../../preload/contracts/hall-operations.ts';
import type { MessageKey } from '../../shared/words/words.ts';

/** `soon`: works, but somebody should go there; `stale`: its PC is not heard. */
export type Standing = 'well' | 'soon' | 'trouble' | 'stale';

export interface DeviceRow {
  readonly stationId: string;
  readonly device: string;
  readonly state: DeviceState;
  readonly standing: Standing;
  readonly simulated: boolean;
}

export const DEVICE_WORDS: Readonly<Record<string, MessageKey>> = {
  idCardReader: 'device.idCardReader',
  ticketPrinter: 'device.ticketPrinter',
  formPrinter: 'device.formPrinter',
  windowDisplay: 'device.windowDisplays',
  ratingPad: 'device.ratingPad',
  speaker: 'device.speaker',
  readAloud: 'device.readAloud',
};

export const STATE_WORDS = {
  ready: 'admin.device.ready',
  busy: 'admin.device.busy',
  connecting: 'admin.device.connecting',
  paperLow: 'admin.device.paperLow',
  stale: 'admin.device.stale',
  'no-paper': 'admin.device.noPaper',
  'cover-open': 'admin.device.coverOpen',
  disconnected: 'admin.device.disconnected',
  silent: 'admin.device.silent',
  stopped: 'admin.device.stopped',
  'no-renderer': 'admin.device.noRenderer',
  fault: 'admin.device.fault',
} as const satisfies Readonly<Record<string, MessageKey>>;
export type DeviceState = keyof typeof STATE_WORDS;

/** Devices of all PCs, those that need somebody first. A PC's missing device is no trouble and not listed. */
export function deviceRows(stations: readonly StationDevicesView[], nowMs: number): readonly DeviceRow[] {
  const rows = stations.flatMap(({ stationId, devices, reportedAt }) => {
    const isStale = nowMs - Date.parse(reportedAt) > DEVICES_STALE_AFTER_MS;
    return devices
      .filter(({ reason }) => reason !== 'none')
      .map((device): DeviceRow => {
        const state = isStale ? 'stale' : stateOf(device);
        const { simulated } = device;
        return { stationId, device: device.device, state, standing: standingOf(state), simulated };
      });
  });
  const place = ({ standing }: DeviceRow): number => ['trouble', 'stale', 'soon', 'well'].indexOf(standing);
  return rows.toSorted(
    (one, other) => place(one) - place(other) || one.stationId.localeCompare(other.stationId),
  );
}

function stateOf({ state, reason, paperLow }: ReportedDevice): DeviceState {
  if (state === 'unavailable') return isKnown(reason) ? reason : 'fault';
  return state === 'ready' && paperLow ? 'paperLow' : state;
}

const TROUBLES: readonly DeviceState[] = [
  'no-paper',
  'cover-open',
  'disconnected',
  'silent',
  'stopped',
  'no-renderer',
  'fault',
];
const isKnown = (reason: string | null): reason is DeviceState => TROUBLES.includes(reason as DeviceState);

function standingOf(state: DeviceState): Standing {
  if (state === 'stale') return 'stale';
  if (TROUBLES.includes(state)) return 'trouble';
  return state === 'paperLow' || state === 'connecting' ? 'soon' : 'well';
}
