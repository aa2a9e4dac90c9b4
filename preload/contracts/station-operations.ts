import { ServiceView } from './hall-operations.ts';
import type { OperationTable } from './operation.ts';
import { answerRows } from './station/answer-rows.ts';
import { kioskAppointmentRows } from './station/appointment-rows.ts';
import { stepCardRows } from './station/card-rows.ts';
import { stationDeviceRows } from './station/device-rows.ts';
import { kioskElderRows } from './station/elder-rows.ts';
import { formRows } from './station/form-rows.ts';
import { kioskHelpRows } from './station/help-rows.ts';
import { proxyRows } from './station/proxy-rows.ts';
import { readingRows } from './station/reading-rows.ts';
import { ReadingView } from './station/reading-view.ts';
import { DeviceView, StationView, VisitView } from './station/views.ts';
import { visitRows } from './station/visit-rows.ts';

export {
  PROXY_SIDES,
  type ProxyNotice,
  type ProxyPersonView,
  type ProxySide,
  type ProxyView,
} from './station/proxy-view.ts';
export { BookingView } from './station/appointment-rows.ts';
export { FormPrintView, FormView } from './station/form-rows.ts';
export { ReadingView, ReadingVoice } from './station/reading-view.ts';
export { DeviceView, KioskHelpView, StationView, VisitView } from './station/views.ts';

/**
 * The station's feed. `station` and `reading` have one item, `visit` at most one; their id is "now". A device's id is its kind; a
 * display over a window has its place in the configuration behind it: `windowDisplay-1`.
 */
export const stationCollections = {
  station: StationView,
  visit: VisitView,
  reading: ReadingView,
  devices: DeviceView,
  services: ServiceView,
} as const;

export const stationOperations = {
  ...visitRows,
  ...kioskHelpRows,
  ...readingRows,
  ...proxyRows,
  ...stepCardRows,
  ...answerRows,
  ...formRows,
  ...kioskElderRows,
  ...kioskAppointmentRows,
  ...stationDeviceRows,
} as const satisfies OperationTable;

export type StationOperations = typeof stationOperations;
