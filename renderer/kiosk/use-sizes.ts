import { onScopeDispose, ref, watchEffect } from 'vue';
import { useStationStore } from '../shared/stores/station-store.ts';
import { useDesk } from './desk-store.ts';
import { useVoice } from './reading/voice-store.ts';
import { kioskSizes, type Panel, type Screen } from './panel-scale.ts';

/** Until the station has told which panel this is: the one most kiosks have. */
const USUAL_PANEL: Panel = { diagonalInch: 21.5, readingDistanceMm: 600, widthPx: 1920, heightPx: 1080 };

function look(): Screen {
  return { widthPx: window.innerWidth, heightPx: window.innerHeight, pixelRatio: window.devicePixelRatio };
}

/** Keeps the page's size properties (--body, --target, …) true to panel and window, and its looks to the person's wish. */
export function useSizes(): void {
  const mirror = useStationStore();
  const desk = useDesk();
  const voice = useVoice();
  const screen = ref(look());
  const measure = (): void => {
    screen.value = look();
  };
  window.addEventListener('resize', measure);
  onScopeDispose(() => window.removeEventListener('resize', measure));

  watchEffect(() => {
    const sizes = kioskSizes(mirror.station?.panel ?? USUAL_PANEL, screen.value, desk.looks.textSize);
    for (const [name, px] of Object.entries(sizes)) {
      document.documentElement.style.setProperty(`--${name}`, `${px}px`);
    }
    const { dataset } = document.documentElement;
    dataset['textSize'] = desk.looks.textSize;
    dataset['contrast'] = desk.looks.highContrast ? 'high' : 'usual';
    dataset['reading'] = voice.on ? 'on' : 'off';
    dataset['reach'] = desk.looks.lowReach ? 'low' : 'usual';
  });
}
