export { spoolMigrations } from './migrations.ts';
export { createSpool, type PrintSpool, type ReprintError, type SpoolOptions } from './print-spool.ts';
export type { SpoolLog } from './spool-log.ts';
export type { PrintStateChange, StepCardPrintChange, TicketPrintChange } from './state-listeners.ts';
