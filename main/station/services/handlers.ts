import type { Handlers } from '../../../preload/contracts/operation.ts';
import { err, ok } from '../../../preload/contracts/result.ts';
import type {
  DeviceView,
  StationOperations,
  StationView,
} from '../../../preload/contracts/station-operations.ts';
import { visitView } from '../visit/visit.ts';
import { simulateCard } from './simulate-card.ts';
import { today, type StationContext } from './station-context.ts';
import { createTakeTicket } from './take-ticket.ts';

/** What the pages and `deviceStatus` are shown; kept by whoever watches the devices and the hall. */
export interface StationViews {
  station(): StationView;
  devices(): readonly DeviceView[];
}

/** One function per row of the station's contract. */
export function createStationHandlers(
  station: StationContext,
  views: StationViews,
): Handlers<StationOperations> {
  const { desk } = station;
  const viewOfVisit = () => {
    const { visit } = desk;
    return visit && visitView(visit, { elderAgeYears: station.elderAgeYears, today: today(station) });
  };
  return {
    visit: () => ok({ station: views.station(), visit: viewOfVisit() ?? null }),
    beginWithoutCard: () => {
      const visit = desk.beginWithoutCard();
      return ok(visitView(visit, { elderAgeYears: station.elderAgeYears, today: today(station) }));
    },
    takeTicket: createTakeTicket(station),
    reprint: ({ ticketId }) => {
      desk.touch();
      const printed = station.spool?.reprint(ticketId);
      if (printed === undefined) return err({ kind: 'not-found' });
      if (printed.ok) return ok({ printState: printed.value });
      const unknown = printed.error.kind === 'no-such-ticket' || printed.error.kind === 'paper-forgotten';
      return err(unknown ? { kind: 'unknown-ticket' } : { kind: 'storage', trouble: 'failing' });
    },
    endVisit: () => {
      desk.end();
      return ok({});
    },
    deviceStatus: () => ok({ devices: [...views.devices()] }),
    simulateCard: ({ card }) => simulateCard(station, card),
  };
}
