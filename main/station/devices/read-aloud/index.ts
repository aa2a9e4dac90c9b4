export { openReadAloud, type ReadAloudPlace } from './open-read-aloud.ts';
export type { ReadAloud, ReadAloudStatus, ReadAloudTrouble, ReadingRequest, ReadingState } from './port.ts';
export type { ReadAloudSettings } from './settings.ts';
