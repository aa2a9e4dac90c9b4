import { computed, type ComputedRef } from 'vue';
import type { ServiceView } from '../../../preload/contracts/hall-operations.ts';
import { useStationStore } from '../../shared/stores/station-store.ts';
import { useDesk } from '../desk-store.ts';
import { audienceOf, firstScreen, offeredServices, type FirstScreen } from './service-choice.ts';
import { servicesOf, themesOf, type Theme } from './themes.ts';

export interface Offer {
  /** All services, in the order for who stands here. */
  readonly offered: ComputedRef<readonly ServiceView[]>;
  readonly first: ComputedRef<FirstScreen>;
  readonly themes: ComputedRef<readonly Theme[]>;
  readonly servicesOf: (theme: Theme) => readonly ServiceView[];
}

/** What this kiosk offers to the person before it, for every screen on which something is chosen. */
export function useOffer(): Offer {
  const mirror = useStationStore();
  const desk = useDesk();
  const offered = computed(() =>
    offeredServices(mirror.services, audienceOf(desk.visit, desk.person.stated)),
  );
  const first = computed(() => firstScreen(offered.value));
  return {
    offered,
    first,
    themes: computed(() => themesOf(mirror.services.map(({ serviceCode }) => serviceCode))),
    servicesOf: (theme) => servicesOf(theme, offered.value, first.value.tiles),
  };
}
