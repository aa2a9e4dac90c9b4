import type { DeviceView, StationView } from '../../../preload/contracts/station-operations.ts';
import type { FormPrinterStatus } from '../devices/form-printer/port.ts';
import type { IdCardReaderStatus } from '../devices/id-card-reader/port.ts';
import type { OpenedRatingPad } from '../devices/rating-pad/index.ts';
import type { ReadAloudStatus } from '../devices/read-aloud/index.ts';
import type { SpeakerStatus } from '../devices/speaker/index.ts';
import type { PrinterStatus } from '../devices/ticket-printer/index.ts';
import type { OpenedWindowDisplay, WindowDisplayStatus } from '../devices/window-display/index.ts';

/** What most devices have nothing to say of. */
const PLAIN = { counterId: null, detail: null, paperLow: false } as const;

export function readerView(status: IdCardReaderStatus | undefined): DeviceView {
  const state = status?.state ?? 'unavailable';
  return {
    ...PLAIN,
    device: 'idCardReader',
    state,
    reason: status === undefined ? 'none' : status.state === 'unavailable' ? status.reason : null,
    simulated: status?.simulated ?? false,
  };
}

export function printerView(status: PrinterStatus | undefined, simulated: boolean): DeviceView {
  return {
    ...PLAIN,
    device: 'ticketPrinter',
    state: status?.state ?? 'unavailable',
    reason: status === undefined ? 'none' : status.state === 'unavailable' ? status.reason : null,
    paperLow: status?.state === 'ready' && status.paperLow,
    simulated,
  };
}

/** `undefined`: it has not been asked yet. */
export function formPrinterView(status: FormPrinterStatus | undefined, simulated: boolean): DeviceView {
  const reason = status?.state === 'unavailable' ? status.reason : null;
  return { ...PLAIN, device: 'formPrinter', state: status?.state ?? 'connecting', reason, simulated };
}

export function speakerView(status: SpeakerStatus, simulated: boolean): DeviceView {
  const reason = status.state === 'unavailable' ? status.reason : null;
  return { ...PLAIN, device: 'speaker', state: status.state, reason, simulated };
}

export function readAloudView(status: ReadAloudStatus, simulated: boolean): DeviceView {
  const reason = status.state === 'unavailable' ? status.reason : null;
  return { ...PLAIN, device: 'readAloud', state: status.state, reason, simulated };
}

/** `busy`: it works, and has not acknowledged the newest call yet. */
export function windowDisplayView({ counterId, display }: OpenedWindowDisplay): DeviceView {
  const status = display.status();
  const { simulated } = status;
  const view = { ...PLAIN, device: 'windowDisplay', counterId, simulated } as const;
  if (status.state === 'unavailable')
    return { ...view, state: 'unavailable', reason: status.reason, detail: refusalOf(status) };
  const isBehind = status.state === 'ready' && !status.upToDate;
  return { ...view, state: isBehind ? 'busy' : status.state, reason: null };
}

const refusalOf = (status: Extract<WindowDisplayStatus, { state: 'unavailable' }>): string | null =>
  status.reason === 'refused' ? (status.refusal ?? null) : null;

/** `no-counter`: the configuration does not say whom it should ask. */
export function ratingPadView({ counterId, pad }: OpenedRatingPad): DeviceView {
  const status = pad.status();
  const { simulated } = status;
  const view = { ...PLAIN, device: 'ratingPad', counterId: counterId ?? null, simulated } as const;
  if (status.state === 'unavailable') return { ...view, state: 'unavailable', reason: status.reason };
  if (counterId === undefined) return { ...view, state: 'unavailable', reason: 'no-counter' };
  return { ...view, state: status.state, reason: null };
}

/** What the hall last said, as far as the kiosk shows it. */
export interface HallLink {
  readonly reachable: boolean;
  readonly waiting: number;
}

/** What the configuration says and never changes while the station runs. */
export type StationFacts = Omit<
  StationView,
  'hall' | 'waiting' | 'readerAdvice' | 'help' | 'stepCard' | 'form'
>;
