import type { ServiceView } from '../../../preload/contracts/hall-operations.ts';
import type { Lifetime } from '../../foundation/lifetime.ts';
import type { StationDevices } from '../devices/open-devices.ts';
import { KioskVoice } from './kiosk-voice.ts';
import { loadSaidWords } from './match-services.ts';

export interface VoiceOptions extends Pick<StationDevices, 'readAloud' | 'recogniser'> {
  readonly services: () => readonly ServiceView[];
  readonly life: Lifetime;
  readonly onChange: () => void;
}

/** What reads to the person before this kiosk, and listens to them; ends with the station. */
export function openVoice({ readAloud, recogniser, services, life, onChange }: VoiceOptions): KioskVoice {
  const saidWords = loadSaidWords();
  const voice = new KioskVoice({ readAloud, recogniser, services, saidWords, onChange });
  if (readAloud !== undefined) {
    life.own(readAloud, (opened) => opened.stop());
    life.own(readAloud.onChange(onChange), (unsubscribe) => unsubscribe());
  }
  return life.own(voice, (opened) => opened.forget());
}
