import { HandHelping, IdCard, MessageCircleHeart, PenLine, ShieldCheck } from 'lucide-vue-next';
import type { Component } from 'vue';
import type { Input } from '../../../preload/contracts/operation.ts';
import type { StationOperations } from '../../../preload/contracts/station-operations.ts';
import type { MessageKey } from '../../shared/words/words.ts';

/** Somebody of staff comes for a matter, or the community comes to look after a person. */
export type HomeWish =
  | { readonly kind: 'visit'; readonly purpose: Input<StationOperations, 'bookHomeVisit'>['purpose'] }
  | { readonly kind: 'care'; readonly wish: Input<StationOperations, 'askForCare'>['wish'] };

export interface HomeChoice {
  readonly id: string;
  readonly icon: Component;
  readonly words: MessageKey;
  readonly wish: HomeWish;
}

/** Five at most: no screen has more choices. */
export const HOME_CHOICES: readonly HomeChoice[] = [
  {
    id: 'certification',
    icon: ShieldCheck,
    words: 'kiosk.home.certification',
    wish: { kind: 'visit', purpose: 'certification' },
  },
  {
    id: 'application',
    icon: PenLine,
    words: 'kiosk.home.application',
    wish: { kind: 'visit', purpose: 'application' },
  },
  {
    id: 'elder-card',
    icon: IdCard,
    words: 'kiosk.home.elderCard',
    wish: { kind: 'visit', purpose: 'elder-card' },
  },
  {
    id: 'care',
    icon: MessageCircleHeart,
    words: 'kiosk.home.care',
    wish: { kind: 'care', wish: 'visit' },
  },
  {
    id: 'volunteer',
    icon: HandHelping,
    words: 'kiosk.home.volunteer',
    wish: { kind: 'care', wish: 'volunteer-help' },
  },
];
