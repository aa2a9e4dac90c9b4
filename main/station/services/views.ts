import type { DeviceView, StationView } from '../../../preload/contracts/station-operations.ts';
import type { IdCardReaderStatus } from '../devices/id-card-reader/port.ts';
import type { SpeakerStatus } from '../devices/speaker/index.ts';
import type { PrinterStatus } from '../devices/ticket-printer/index.ts';

export function readerView(status: IdCardReaderStatus | undefined): DeviceView {
  const state = status?.state ?? 'unavailable';
  return {
    device: 'idCardReader',
    state,
    reason: status === undefined ? 'none' : status.state === 'unavailable' ? status.reason : null,
    paperLow: false,
    simulated: status?.simulated ?? false,
  };
}

export function printerView(status: PrinterStatus | undefined, simulated: boolean): DeviceView {
  return {
    device: 'ticketPrinter',
    state: status?.state ?? 'unavailable',
    reason: status === undefined ? 'none' : status.state === 'unavailable' ? status.reason : null,
    paperLow: status?.state === 'ready' && status.paperLow,
    simulated,
  };
}

export function speakerView(status: SpeakerStatus, simulated: boolean): DeviceView {
  return {
    device: 'speaker',
    state: status.state,
    reason: status.state === 'unavailable' ? status.reason : null,
    paperLow: false,
    simulated,
  };
}

/** What the hall last said, as far as the kiosk shows it. */
export interface HallLink {
  readonly reachable: boolean;
  readonly waiting: number;
}

export type StationFacts = Pick<
  StationView,
  'stationId' | 'hallName' | 'hallType' | 'panel' | 'manualCounters' | 'simulated'
>;
