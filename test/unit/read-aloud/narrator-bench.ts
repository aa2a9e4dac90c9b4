import { onTestFinished } from 'vitest';
import { createLog } from '../../../main/foundation/log/index.ts';
import { Narrator } from '../../../main/station/devices/read-aloud/narrator.ts';
import type {
  ReadingRequest,
  ReadingState,
  Sentence,
} from '../../../main/station/devices/read-aloud/port.ts';
import type { Speech } from '../../../main/station/devices/read-aloud/speech.ts';
import { VoiceChoice } from '../../../main/station/devices/read-aloud/voice-choice.ts';
import type { Player, PlayFault } from '../../../main/station/devices/sound/players/player.ts';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import { tone } from '../speaker/pcm.ts';

type Ended = Result<void, PlayFault>;

/** A sound that is being heard: it ends when the test says so. */
export interface Playing {
  readonly caption: string;
  readonly through: 'loudspeaker' | 'headphones';
  readonly peak: number;
  readonly end: (how?: PlayFault) => void;
  /** It was silenced before its end. */
  readonly cut: () => boolean;
}

/** A narrator between a voice and players in the test's hands. */
export function openNarrator(speech: Speech = anyText) {
  const playing: Playing[] = [];
  const player = (through: Playing['through']): Player => ({
    simulated: false,
    check: () => Promise.resolve(ok(undefined)),
    play: ({ sound, caption }, signal) =>
      new Promise<Ended>((resolve) => {
        let isCut = false;
        signal.addEventListener('abort', () => {
          isCut = true;
          resolve(err('stopped'));
        });
        playing.push({
          caption,
          through,
          peak: Math.max(...sound.samples),
          end: (how) => resolve(how === undefined ? ok(undefined) : err(how)),
          cut: () => isCut,
        });
      }),
  });
  const jack = { isIn: false, looks: 0 };
  let logged = '';
  const log = createLog({ name: 'station', destination: { write: (line) => void (logged += line) } });
  const narrator = new Narrator({
    speech,
    voices: new VoiceChoice({ folder: undefined, log }),
    outlet: {
      loudspeaker: player('loudspeaker'),
      headphones: player('headphones'),
      jack: {
        plugged: () => {
          jack.looks += 1;
          return Promise.resolve(jack.isIn);
        },
      },
    },
    settings: { volume: 80 },
    log,
    timings: { jackMs: 20, privateJackMs: 5, lookAgainMs: 50 },
  });
  const states: ReadingState[] = [];
  narrator.onChange(() => states.push(narrator.state()));
  onTestFinished(() => narrator.stop());
  return { narrator, playing, jack, states, log: () => logged };
}

const anyText: Speech = () => Promise.resolve(ok({ sampleRate: 8_000, samples: tone(100, 20_000, 8_000) }));

export const aloud = (text: string): Sentence => ({ text, private: false });
export const secret = (text: string): Sentence => ({ text, private: true });

export const wish = (sentences: readonly Sentence[], over: Partial<ReadingRequest> = {}): ReadingRequest => ({
  language: 'zh',
  voice: undefined,
  sentences,
  from: 0,
  pace: 'normal',
  volume: 'middle',
  ...over,
});
