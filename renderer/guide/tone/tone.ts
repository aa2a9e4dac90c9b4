/** Two short rising notes; each in hertz, with its beginning and length in seconds. Heard over a hall, no alarm. */
const NOTES = [
  { hertz: 660, atSeconds: 0, forSeconds: 0.18 },
  { hertz: 880, atSeconds: 0.2, forSeconds: 0.28 },
] as const;
const LOUDNESS = 0.4;
/** A note that begins or ends at once cracks. */
const FADE_SECONDS = 0.02;

/** Something that makes a tone, once a browser lets it. */
export interface Tone {
  /** A touch has happened: browsers let a page sound only after one. */
  unlock(): void;
  readonly unlocked: boolean;
  play(): void;
}

/** A tone made by the page itself: no file, nothing fetched. Silent where the browser knows no Web Audio. */
export function createTone(newContext: () => AudioContext = () => new AudioContext()): Tone {
  let context: AudioContext | undefined;
  return {
    get unlocked() {
      return context !== undefined;
    },
    unlock() {
      context ??= newContext();
      // A tablet that slept has put it to sleep as well.
      if (context.state === 'suspended') void context.resume();
    },
    play() {
      if (context === undefined) return;
      for (const note of NOTES) playNote(context, note);
    },
  };
}

function playNote(context: AudioContext, { hertz, atSeconds, forSeconds }: (typeof NOTES)[number]): void {
  const begin = context.currentTime + atSeconds;
  const end = begin + forSeconds;
  const oscillator = context.createOscillator();
  const volume = context.createGain();
  oscillator.frequency.value = hertz;
  volume.gain.setValueAtTime(0, begin);
  volume.gain.linearRampToValueAtTime(LOUDNESS, begin + FADE_SECONDS);
  volume.gain.setValueAtTime(LOUDNESS, end - FADE_SECONDS);
  volume.gain.linearRampToValueAtTime(0, end);
  oscillator.connect(volume).connect(context.destination);
  oscillator.start(begin);
  oscillator.stop(end);
}
