import { join } from 'node:path';
import type { Clock } from '../../../foundation/clock.ts';
import type { LocalTime } from '../../../foundation/local-time.ts';
import type { Log } from '../../../foundation/log/index.ts';
import { Announcer } from './announcer.ts';
import { createClipsEngine, readClip } from './engines/clips-engine.ts';
import type { SpeechEngine } from './engines/engine.ts';
import { createEspeakEngine } from './engines/espeak-engine.ts';
import type { Player } from '../sound/players/player.ts';
import { createSystemPlayer } from '../sound/players/system-player.ts';
import { VirtualPlayer } from '../sound/players/virtual-player.ts';
import type { Speaker } from './port.ts';
import type { SpeakerSettings } from './settings.ts';
import { bell } from '../sound/bell.ts';
import type { Sound } from '../sound/sound.ts';

export interface SpeakerPlace {
  /** The station's data folder; a virtual loudspeaker puts its sounds into `speaker` there. */
  readonly dataDirectory: string;
  readonly clock: Clock;
  readonly localTime: LocalTime;
  readonly log: Log;
}

const FOLDER = 'speaker';
const BELL_CLIP = 'bell';

/** The configured loudspeaker. Nothing is tried yet: what is not there is a status later. */
export function openSpeaker(settings: SpeakerSettings, place: SpeakerPlace): Speaker {
  const { clips } = settings;
  const engines: SpeechEngine[] = [
    ...(clips === undefined ? [] : [createClipsEngine(clips)]),
    createEspeakEngine(),
  ];
  return new Announcer({
    ...place,
    engines,
    settings,
    player: playerFor(settings, place),
    bell: (sampleRate) => bellFrom(clips, sampleRate),
  });
}

function playerFor({ driver }: SpeakerSettings, { dataDirectory, clock }: SpeakerPlace): Player {
  const folder = join(dataDirectory, FOLDER);
  return driver === 'virtual' ? new VirtualPlayer({ folder, clock }) : createSystemPlayer({ folder, clock });
}

/** The hall's own chime, when it has one that fits the voice; else ours. */
async function bellFrom(clips: string | undefined, sampleRate: number): Promise<Sound> {
  if (clips === undefined) return bell(sampleRate);
  const own = await readClip(clips, BELL_CLIP);
  return own.ok && own.value.sampleRate === sampleRate ? own.value : bell(sampleRate);
}
