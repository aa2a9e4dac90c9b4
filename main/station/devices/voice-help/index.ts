import { join } from 'node:path';
import type { VoiceHelpConfiguration } from '../../../../preload/contracts/configuration-devices.ts';
import type { Clock } from '../../../foundation/clock.ts';
import type { Recogniser } from './port.ts';
import { createProgramRecogniser } from './program-recogniser.ts';
import { createVirtualRecogniser } from './virtual-recogniser.ts';

export type { ListenFault, Recogniser } from './port.ts';

const FOLDER = 'voice-help';
/** What the virtual twin hears. */
const SAID_FILE = 'said.txt';

/** The configured recogniser; `undefined` where there is none. Nothing is tried yet. */
export function openRecogniser(
  settings: VoiceHelpConfiguration,
  { dataDirectory, clock }: { readonly dataDirectory: string; readonly clock: Clock },
): Recogniser | undefined {
  const folder = join(dataDirectory, FOLDER);
  switch (settings.driver) {
    case 'none':
      return undefined;
    case 'virtual':
      return createVirtualRecogniser({ file: join(folder, SAID_FILE), clock });
    case 'program':
      return createProgramRecogniser({ command: settings.command, seconds: settings.seconds, folder });
  }
}
