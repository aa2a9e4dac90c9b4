export {
  createJournal,
  type EventPlace,
  type Journal,
  type JournalHead,
  type JournalOptions,
} from './journal.ts';
export { createJournalTables } from './tables.ts';
export { damagedDefinition } from './definitions.ts';
export {
  eventCatalogue,
  isEventKind,
  type EventBody,
  type EventKind,
  type EventVersion,
} from './event-catalogue.ts';
export type { JournalEvent } from './journal-event.ts';
export { verifyJournal, type JournalDamage, type JournalVerdict } from './verify-journal.ts';
export { uuidBytes, uuidText, uuidV7 } from './uuid.ts';
