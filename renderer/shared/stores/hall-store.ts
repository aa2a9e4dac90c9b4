import { defineStore } from 'pinia';
import { computed } from 'vue';
import { hallCollections } from '../../../preload/contracts/hall-operations.ts';
import { createMirror } from './mirror.ts';

/** What the hall last said: its tickets, counters, calls, devices, and whose turn comes next. */
export const useHallStore = defineStore('hall', () => {
  const { items, ready, hear } = createMirror(hallCollections);
  const hall = computed(() => items.value.hall['now'] ?? null);
  const tickets = computed(() => items.value.tickets);
  const ticketByNumber = computed(
    () => new Map(Object.values(items.value.tickets).map((ticket) => [ticket.number, ticket])),
  );
  /** Waiting tickets in calling order, best first; at most the fifty the hall tells. */
  const waiting = computed(() =>
    (items.value.order['now']?.numbers ?? []).flatMap((number) => ticketByNumber.value.get(number) ?? []),
  );
  const missed = computed(() =>
    Object.values(items.value.tickets)
      .filter((ticket) => ticket.state === 'missed')
      .sort((one, other) => (other.calledAt ?? '').localeCompare(one.calledAt ?? '')),
  );
  /** Off for a copy or a signature, in the order of their numbers. */
  const parked = computed(() =>
    Object.values(items.value.tickets)
      .filter((ticket) => ticket.state === 'parked')
      .sort((one, other) => one.issuedAt.localeCompare(other.issuedAt)),
  );
  const counters = computed(() => Object.values(items.value.counters));
  const calls = computed(() => Object.values(items.value.calls));
  const devices = computed(() => Object.values(items.value.devices));
  /** Calls for help that have not ended. */
  const help = computed(() => Object.values(items.value.help));
  /** Who announced the newest call of each ticket. */
  const announcements = computed(() => items.value.announcements);
  const waits = computed(() => Object.values(items.value.waits));
  /** What the hall wants shown beside the calls. */
  const display = computed(() => items.value.display['now'] ?? null);
  return {
    ...{ ready, hall, tickets, waiting, missed, parked, counters, calls, announcements },
    ...{ waits, display, devices, help, hear },
  };
});
