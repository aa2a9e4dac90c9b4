import { computed, onScopeDispose, ref, type ComputedRef } from 'vue';
import { letterScale, unitPx } from './reading-scale.ts';

interface Panel {
  readonly diagonalInch: number;
  readonly distanceMm: number;
}

export interface Letters {
  readonly letters: ComputedRef<Readonly<Record<'--u' | '--t', string>>>;
  /** Larger than drawn by so much that two calls no longer stand side by side. */
  readonly areGrown: ComputedRef<boolean>;
}

/** The columns are drawn with so much room to spare. */
const SPARE = 1.005;

/**
 * The two lengths every size of a display is counted in: `--u`, a hundredth of the screen, and `--t`, the same for letters
 * that must be read from the farthest seat. Follows the window.
 */
export function useLetters(panel: () => Panel): Letters {
  const size = ref({ widthPx: window.innerWidth, heightPx: window.innerHeight });
  const measure = (): void => {
    size.value = { widthPx: window.innerWidth, heightPx: window.innerHeight };
  };
  window.addEventListener('resize', measure);
  onScopeDispose(() => window.removeEventListener('resize', measure));
  const scale = computed(() => letterScale({ ...size.value, ...panel() }));
  return {
    letters: computed(() => {
      const px = unitPx(size.value);
      return { '--u': `${px}px`, '--t': `${px * scale.value}px` };
    }),
    areGrown: computed(() => scale.value > SPARE),
  };
}
