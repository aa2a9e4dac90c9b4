import type { Clock } from '../../main/foundation/clock.ts';
import type { HallOperations } from '../../preload/contracts/hall-operations.ts';
import type { Client } from '../../preload/contracts/operation.ts';
import type { StationOperations } from '../../preload/contracts/station-operations.ts';

export const MINUTE_MS = 60_000;
export const COUNTERS = ['1', '2', '3', '4'] as const;
export const SERVICES = ['LN-01', 'LN-02', 'LN-05', 'JZ-01', 'JZ-07'] as const;

/** What everybody on the floor shares. */
export interface Day {
  /** Hall time: whoever sleeps on it sleeps a fraction of it. */
  readonly clock: Clock;
  readonly random: () => number;
  readonly kiosk: Client<HallOperations>;
  readonly station: Client<StationOperations>;
  readonly clerkAt: (counterId: string) => Client<HallOperations>;
  /** Ticket ids as they were given to people. */
  readonly issued: string[];
  /** Ticket ids in the order in which clerks were told to call them. */
  readonly told: string[];
  /** What people did beside being served, to see that the day was one. */
  readonly seen: Record<'missed' | 'returned' | 'parked' | 'passedOn' | 'cancelled' | 'atKiosk', number>;
  /** Nobody comes in any more. */
  doorsShut: boolean;
  /** People who are still about to come back to the queue. */
  onTheirWay: number;
}

export const between = (random: () => number, least: number, most: number): number =>
  least + random() * (most - least);

export const oneOf = <Item>(random: () => number, items: readonly Item[]): Item =>
  items[Math.floor(random() * items.length)] as Item;
