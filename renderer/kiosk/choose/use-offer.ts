import { computed, type ComputedRef } from 'vue';
import type { ServiceView } from '../../../preload/contracts/hall-operations.ts';
import { useStationStore } from '../../shared/stores/station-store.ts';
import { useDesk } from '../desk-store.ts';
import type { BookingView } from '../../../preload/contracts/station-operations.ts';
import {
  audienceOf,
  CHOICES_A_SCREEN,
  firstScreen,
  offeredServices,
  type FirstScreen,
} from './service-choice.ts';
import { servicesOf, themesOf, type Theme } from './themes.ts';

export interface Offer {
  /** All services, in the order for who stands here. */
  readonly offered: ComputedRef<readonly ServiceView[]>;
  /** What the person is booked for today: it stands before everything else. */
  readonly booking: ComputedRef<BookingView | null>;
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
  const booking = computed(() => desk.visit?.bookings.find(({ today }) => today) ?? null);
  const first = computed(() =>
    firstScreen(offered.value, booking.value === null ? CHOICES_A_SCREEN : CHOICES_A_SCREEN - 1),
  );
  return {
    offered,
    booking,
    first,
    themes: computed(() => themesOf(mirror.services.map(({ serviceCode }) => serviceCode))),
    servicesOf: (theme) => servicesOf(theme, offered.value, first.value.tiles),
  };
}
