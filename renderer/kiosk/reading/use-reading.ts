import { nextTick, onScopeDispose, watch } from 'vue';
import { useWords } from '../../shared/stores/words-store.ts';
import { useDesk } from '../desk-store.ts';
import { sayWhatComesUp } from './say-what-comes-up.ts';
import { spokenPart, spokenParts, type SpokenWords } from './spoken-parts.ts';
import { useVoice } from './voice-store.ts';

/** What the voice itself is told with: these do not silence it. */
const VOICE_KEYS = /^[*+.-]$/;

export interface Reading {
  /** The whole screen, from its title on; nothing while the voice is off. */
  readonly again: () => void;
  readonly toggle: () => void;
}

/** The page's part of reading aloud: what stands on the screen, what comes up by itself, where the keys have come to. */
export function useReading(): Reading {
  const voice = useVoice();
  const desk = useDesk();
  const words = useWords();
  const hand = useHand();
  const spoken: SpokenWords = {
    withKey: (key, text) => (hand.byKeys() ? words.t('kiosk.reading.press', { key, text }) : text),
    chosen: (text) => words.t('kiosk.reading.chosen', { text }),
  };
  function again(): void {
    const roots = [...document.querySelectorAll('.kiosk main, .bar [data-say]')];
    if (voice.on) void voice.read(spokenParts(roots, spoken));
  }
  function toggle(): void {
    if (voice.on) return voice.turnOff();
    voice.on = true;
    void nextTick(again);
  }

  hand.onFocus((button) => {
    const part = spokenPart(button, spoken);
    if (part !== undefined) void voice.read([part]);
  });
  onScopeDispose(
    sayWhatComesUp(
      spoken,
      () => voice.on,
      (parts) => void voice.mention(parts),
    ),
  );
  // Who puts in headphones need not find a button first (EN 301 549, 5.2).
  watch(
    () => voice.reading?.headphones ?? false,
    (plugged) => {
      hand.use(plugged);
      if (plugged !== voice.on) toggle();
    },
  );
  watch(
    () => desk.peopleBefore,
    () => hand.use(false),
  );
  return { again, toggle };
}

interface Hand {
  /** Who uses keys is told which; a touch needs none. */
  readonly byKeys: () => boolean;
  readonly use: (keys: boolean) => void;
  readonly onFocus: (listener: (button: HTMLButtonElement) => void) => void;
}

/** Touches and keys: both silence what is being read (EN 301 549, 5.1.3.5). */
function useHand(): Hand {
  const voice = useVoice();
  let keys = false;
  const listen = <Kind extends keyof WindowEventMap>(
    kind: Kind,
    listener: (event: WindowEventMap[Kind]) => void,
  ): void => {
    window.addEventListener(kind, listener, true);
    onScopeDispose(() => window.removeEventListener(kind, listener, true));
  };
  listen('pointerdown', ({ target }) => {
    keys = false;
    if (target instanceof Element && target.closest('[data-strip]') !== null) return;
    void voice.hush();
  });
  listen('keydown', ({ key }) => {
    keys = true;
    if (!VOICE_KEYS.test(key)) void voice.hush();
  });
  return {
    byKeys: () => keys,
    use: (now) => (keys = now),
    onFocus: (listener) =>
      listen('focusin', ({ target }) => {
        if (keys && target instanceof HTMLButtonElement) listener(target);
      }),
  };
}
