export * from './configuration.ts';
export * from './configuration-rule.ts';
export * from './configuration-addresses.ts';
export type {
  DeviceName,
  Devices,
  IdCardReaderConfiguration,
  TicketPrinterConfiguration,
} from './configuration-devices.ts';
export { splitWords, type Words } from './configuration-words.ts';
export * from './errors.ts';
export * from './feed.ts';
export * from './feed-mirror.ts';
export * from './hall-operations.ts';
export * from './ids.ts';
export * from './operation.ts';
export type * from './page-shell.ts';
export * from './priority.ts';
export * from './rating.ts';
export * from './rating-case.ts';
export * from './result.ts';
export * from './station-operations.ts';
export * from './ticket-state.ts';
