import { Bike, Building2, HeartHandshake, House, Soup } from 'lucide-vue-next';
import type { Component } from 'vue';
import type { MealsView } from '../../../preload/contracts/hall-operations.ts';
import type { MessageKey } from '../../shared/words/words.ts';

type Kind = MealsView['points'][number]['kind'];

const KINDS: Readonly<Record<Kind, { readonly icon: Component; readonly words: MessageKey }>> = {
  canteen: { icon: Soup, words: 'kiosk.meals.canteen' },
  restaurant: { icon: Building2, words: 'kiosk.meals.restaurant' },
  delivery: { icon: Bike, words: 'kiosk.meals.delivery' },
  neighbour: { icon: House, words: 'kiosk.meals.neighbour' },
  volunteer: { icon: HeartHandshake, words: 'kiosk.meals.volunteer' },
};

export const mealIcon = (kind: Kind): Component => KINDS[kind].icon;
export const mealKind = (kind: Kind): MessageKey => KINDS[kind].words;
