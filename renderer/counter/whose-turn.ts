import type { CounterView, TicketView } from '../../preload/contracts/hall-operations.ts';

type Desk = Pick<CounterView, 'counterId' | 'services' | 'state'>;
type Waiting = Pick<TicketView, 'serviceCode' | 'forCounterId'>;

/**
 * Whether this counter is the one to call a ticket, as the hall decides it: one that was passed on to a counter waits for
 * that counter alone, until it closes; every other for whoever serves its service. No services = all.
 */
export function isMine(ticket: Waiting, desk: Desk, counters: readonly Desk[]): boolean {
  const { forCounterId, serviceCode } = ticket;
  const itsCounter = counters.find(({ counterId }) => counterId === forCounterId);
  if (itsCounter !== undefined && itsCounter.state !== 'closed')
    return itsCounter.counterId === desk.counterId;
  return desk.services.length === 0 || desk.services.includes(serviceCode);
}
