export { openSpeaker, type SpeakerPlace } from './open-speaker.ts';
export type { Speaker, SpeakerStatus, SpeakerTrouble } from './port.ts';
export type { SpeakerSettings } from './settings.ts';
