import { defineStore } from 'pinia';
import { computed } from 'vue';
import { stationCollections } from '../../../preload/contracts/station-operations.ts';
import { createMirror } from './mirror.ts';

/** What the station last said: who stands before the kiosk, its devices, the services of its hall. */
export const useStationStore = defineStore('station', () => {
  const { items, ready, hear } = createMirror(stationCollections);
  const station = computed(() => items.value.station['now'] ?? null);
  const visit = computed(() => items.value.visit['now'] ?? null);
  /** How reading aloud stands; null until the station has said so. */
  const reading = computed(() => items.value.reading['now'] ?? null);
  const devices = computed(() => items.value.devices);
  const services = computed(() => Object.values(items.value.services));
  return { ready, station, visit, reading, devices, services, hear };
});
