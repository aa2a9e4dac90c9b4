import { join } from 'node:path';
import type { Clock } from '../../../foundation/clock.ts';
import type { Log } from '../../../foundation/log/index.ts';
import { createSystemPlayer } from '../sound/players/system-player.ts';
import { VirtualPlayer } from '../sound/players/virtual-player.ts';
import { amixerJack, cardOf } from './headphones/amixer-jack.ts';
import { fileJack } from './headphones/file-jack.ts';
import { Narrator } from './narrator.ts';
import type { OutletParts } from './outlet.ts';
import type { ReadAloud } from './port.ts';
import type { ReadAloudSettings } from './settings.ts';
import { createSpeech } from './speech.ts';
import { VoiceChoice } from './voice-choice.ts';

export interface ReadAloudPlace {
  /** The station's data folder; what is being read lies in `read-aloud` there. */
  readonly dataDirectory: string;
  readonly clock: Clock;
  readonly log: Log;
}

const FOLDER = 'read-aloud';
/** While it is there, the virtual twin's headphones are in. */
const PLUGGED_FILE = 'headphones';

/** The configured voice of a kiosk. Nothing is tried yet: what is not there is a status later. */
export function openReadAloud(settings: ReadAloudSettings, place: ReadAloudPlace): ReadAloud {
  const folder = join(place.dataDirectory, FOLDER);
  return new Narrator({
    outlet:
      settings.driver === 'virtual' ? virtualOutlet(folder, place) : systemOutlet(folder, settings, place),
    speech: createSpeech(),
    voices: new VoiceChoice({ folder: settings.voices, log: place.log }),
    settings,
    log: place.log,
  });
}

function virtualOutlet(folder: string, { clock }: ReadAloudPlace): OutletParts {
  return {
    loudspeaker: new VirtualPlayer({ folder, clock }),
    headphones: new VirtualPlayer({ folder, clock, mark: '-headphones' }),
    jack: fileJack(join(folder, PLUGGED_FILE)),
  };
}

/** Without an output for headphones the system leads the sound of the usual one there. */
function systemOutlet(folder: string, settings: ReadAloudSettings, { clock }: ReadAloudPlace): OutletParts {
  const { output, headphones = output } = settings;
  return {
    loudspeaker: createSystemPlayer({ folder, fileName: 'loudspeaker.wav', output, clock }),
    headphones: createSystemPlayer({ folder, fileName: 'headphones.wav', output: headphones, clock }),
    jack: amixerJack({ card: cardOf(headphones) }),
  };
}
