import { onTestFinished } from 'vitest';
import { ManualClock } from '../../../main/foundation/clock.ts';
import { localTimeIn } from '../../../main/foundation/local-time.ts';
import { createLog } from '../../../main/foundation/log/index.ts';
import { Announcer } from '../../../main/station/devices/speaker/announcer.ts';
import type { SpeechEngine, SpeechFailure } from '../../../main/station/devices/speaker/engines/engine.ts';
import type { Announcement, Player, PlayFault } from '../../../main/station/devices/sound/players/player.ts';
import type { SpeakerSettings } from '../../../main/station/devices/speaker/settings.ts';
import { bell } from '../../../main/station/devices/sound/bell.ts';
import { durationMs } from '../../../main/station/devices/sound/sound.ts';
import { syllablesOf } from '../../../main/station/devices/speaker/spoken-call.ts';
import { SpeakerConfiguration } from '../../../preload/contracts/configuration-devices.ts';
import type { CallView } from '../../../preload/contracts/hall-operations.ts';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import { sampleCall, sampleTicket } from '../../support/fake-services/samples.ts';
import { measure, tone } from './pcm.ts';

const RATE = 8_000;
export const SYLLABLE_MS = 350;
const STEP_MS = 50;

/** What a person in the hall would have heard, and when. */
export interface Heard {
  readonly caption: string;
  readonly fromMs: number;
  readonly toMs: number;
  readonly rmsDb: number;
  readonly lengthMs: number;
}

/** A voice that is a tone as long as the sentence, slower at a slower pace. */
export class ToneEngine implements SpeechEngine {
  readonly name: SpeechEngine['name'];
  failure: SpeechFailure | undefined;
  fault: Error | undefined;
  asked = 0;

  constructor(name: SpeechEngine['name'] = 'espeak-ng') {
    this.name = name;
  }

  synthesise: SpeechEngine['synthesise'] = (utterance, { pace }) => {
    this.asked += 1;
    if (this.fault !== undefined) return Promise.reject(this.fault);
    if (this.failure !== undefined) return Promise.resolve(err(this.failure));
    const samples = tone((syllablesOf(utterance) * SYLLABLE_MS) / pace, 8_000, RATE);
    return Promise.resolve(ok({ sampleRate: RATE, samples }));
  };
}

/** Ears: takes as long as the sound by the test's clock, and notices two voices at once. */
export class Ears implements Player {
  readonly simulated = false;
  readonly heard: Heard[] = [];
  fault: PlayFault | undefined;
  overlaps = 0;
  readonly #clock: ManualClock;
  #playing = false;

  constructor(clock: ManualClock) {
    this.#clock = clock;
  }

  async play({ sound, caption }: Announcement, signal: AbortSignal): Promise<Result<void, PlayFault>> {
    if (this.fault !== undefined) return err(this.fault);
    if (this.#playing) this.overlaps += 1;
    this.#playing = true;
    const fromMs = this.#clock.monotonicMs();
    const lengthMs = durationMs(sound);
    await Promise.race([this.#clock.sleep(lengthMs), aborted(signal)]);
    this.#playing = false;
    if (signal.aborted) return err('stopped');
    const { rmsDb } = measure([...sound.samples]);
    this.heard.push({ caption, fromMs, toMs: this.#clock.monotonicMs(), rmsDb, lengthMs });
    return ok(undefined);
  }

  check(): Promise<Result<void, PlayFault>> {
    return Promise.resolve(this.fault === undefined ? ok(undefined) : err(this.fault));
  }
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));

export interface Bench {
  readonly clock: ManualClock;
  readonly announcer: Announcer;
  readonly ears: Ears;
  readonly log: () => string;
  /** Lets so much of the hall's time go by, step by step, with everything that happens in it. */
  readonly pass: (ms: number) => Promise<void>;
}

/** An announcer on a clock that stands still, at half past nine in the morning. */
export function openBench(
  written: Partial<Extract<SpeakerSettings, { driver: 'system' }>> = {},
  engines: readonly SpeechEngine[] = [new ToneEngine()],
): Bench {
  const clock = new ManualClock('2026-06-15T09:30:00+08:00');
  const ears = new Ears(clock);
  const settings = SpeakerConfiguration.parse({ driver: 'system', ...written });
  if (settings.driver === 'none') throw new Error('no loudspeaker');
  let logged = '';
  const log = createLog({ name: 'station', destination: { write: (line) => void (logged += line) } });
  const localTime = localTimeIn('Asia/Shanghai');
  const announcer = new Announcer({
    engines,
    player: ears,
    bell: (rate) => Promise.resolve(bell(rate)),
    settings,
    clock,
    localTime,
    log,
  });
  onTestFinished(() => announcer.stop());
  const pass = async (ms: number): Promise<void> => {
    await settled();
    for (let gone = 0; gone < ms; gone += STEP_MS) {
      clock.advance(STEP_MS);
      await settled();
    }
  };
  return { clock, announcer, ears, log: () => logged, pass };
}

/** Everything that waits for nothing but other promises is done. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** The n-th call of the day: ticket A00n to a window. */
export function nthCall(n: number, counterId = '1', over: Partial<CallView> = {}): CallView {
  return { ...sampleCall(n, sampleTicket(n), counterId), ...over };
}

export const captionOf = ({ number, counterId }: CallView): string => `请 ${number} 号到 ${counterId} 号窗口`;
