import type { Voice } from './voice-queue.ts';

const LANGUAGE = 'zh-CN';
/** Less than this for a whole sentence is a voice that pretends: nothing was heard. */
const LEAST_SPOKEN_MS = 300;
/** Ding, dong: a falling major third, as at the loudspeaker of a station. */
const TONES = [
  { hertz: 659.26, startsSeconds: 0 },
  { hertz: 523.25, startsSeconds: 0.45 },
] as const;
const BELL_SECONDS = 1.4;
const BELL_STRENGTH = 0.3;

/** The voices of the operating system, through the browser. Which there are may be known only after a while. */
export function createBrowserVoice(page: Window & typeof globalThis): Voice {
  return {
    say: (sentence, rate) => say(page, sentence, rate),
    ring: () => ring(page),
    hush: () => page.speechSynthesis.cancel(),
  };
}

function say(page: Window & typeof globalThis, sentence: string, rate: number): Promise<boolean> {
  const voice = page.speechSynthesis.getVoices().find(({ lang }) => lang.replace('_', '-') === LANGUAGE);
  if (voice === undefined) return Promise.resolve(false);
  const utterance = new page.SpeechSynthesisUtterance(sentence);
  Object.assign(utterance, { voice, lang: LANGUAGE, rate });
  const startedMs = page.performance.now();
  return new Promise((resolve) => {
    utterance.onend = () => resolve(page.performance.now() - startedMs >= LEAST_SPOKEN_MS);
    utterance.onerror = () => resolve(false);
    page.speechSynthesis.speak(utterance);
  });
}

let context: AudioContext | undefined;

/** A page that nobody has touched may not be allowed to sound: then there is no bell, and the words are tried all the same. */
async function ring(page: Window & typeof globalThis): Promise<void> {
  context ??= new page.AudioContext();
  if (context.state !== 'running') return;
  for (const { hertz, startsSeconds } of TONES) strike(context, hertz, context.currentTime + startsSeconds);
  await new Promise((resolve) => page.setTimeout(resolve, BELL_SECONDS * 1000));
}

function strike(audio: AudioContext, hertz: number, at: number): void {
  const [tone, strength] = [audio.createOscillator(), audio.createGain()];
  tone.frequency.value = hertz;
  strength.gain.setValueAtTime(BELL_STRENGTH, at);
  strength.gain.exponentialRampToValueAtTime(0.001, at + BELL_SECONDS / 2);
  tone.connect(strength).connect(audio.destination);
  tone.start(at);
  tone.stop(at + BELL_SECONDS / 2);
}
