export type { LogFields } from './fields.ts';
export { createLog, silentLog, type Log, type LogLevel, type LogOptions } from './log.ts';
