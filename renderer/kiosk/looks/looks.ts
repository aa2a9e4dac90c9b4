import { reactive } from 'vue';
import type { TextSize } from '../panel-scale.ts';

/** How a person likes to see the page. Belongs to the visit: the next one starts with what the hall says. */
export interface Looks {
  textSize: TextSize;
  /** Black, white and yellow only. */
  highContrast: boolean;
  /** All that is touched stands in the lower part: for people who sit (EN 301 549, 8.3.2.1: within reach). */
  lowReach: boolean;
}

const usual = (): Looks => ({ textSize: 'standard', highContrast: false, lowReach: false });

export interface OwnLooks {
  readonly looks: Looks;
  /** Back to the default of the hall. */
  readonly reset: () => void;
  readonly isUsual: () => boolean;
}

/** `lowByDefault`: this kiosk is one for people in wheelchairs. */
export function createLooks(lowByDefault: () => boolean): OwnLooks {
  const looks = reactive(usual());
  return {
    looks,
    reset: () => void Object.assign(looks, usual(), { lowReach: lowByDefault() }),
    isUsual: () => looks.textSize === 'standard' && !looks.highContrast && looks.lowReach === lowByDefault(),
  };
}
