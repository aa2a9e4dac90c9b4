import type { ApiError } from '../../../preload/contracts/errors.ts';
import type { Handlers, Output } from '../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import type {
  DeviceView,
  StationOperations,
  StationView,
  VisitView,
} from '../../../preload/contracts/station-operations.ts';
import { visitView, type Visit } from '../visit/visit.ts';
import { createAppointmentHandlers } from './appointments.ts';
import { createElderHandlers } from './elders.ts';
import { callForHelp, cancelHelp, reportDifficulty } from './help.ts';
import { createProxyHandlers } from './proxy-handlers.ts';
import { rateVisit } from './rating.ts';
import { createFormHandlers } from './forms.ts';
import { createReadingHandlers } from './reading.ts';
import { RememberedAnswers } from './remembered-answers.ts';
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
  const once = new RememberedAnswers();
  const takeTicket = createTakeTicket(station);
  const view = (visit: Visit): VisitView =>
    visitView(visit, { elderAgeYears: station.elderAgeYears, today: today(station) });
  return {
    visit: () => ok({ station: views.station(), visit: desk.visit === undefined ? null : view(desk.visit) }),
    beginWithoutCard: async (input) => {
      // Only the visit's id is kept with the request: the visit itself may name a person.
      const begun = await once.run('beginWithoutCard', input, () => ok(desk.beginWithoutCard().visitId));
      if (!begun.ok) return begun;
      const { visit } = desk;
      return visit?.visitId === begun.value ? ok(view(visit)) : err({ kind: 'nobody-at-the-kiosk' });
    },
    takeTicket: (input) => once.run('takeTicket', input, () => takeTicket(input)),
    rateVisit: (input) => once.run('rateVisit', input, () => rateVisit(station, input)),
    reprint: (input) => once.run('reprint', input, () => reprint(station, input.ticketId)),
    printStepCard: (input) => once.run('printStepCard', input, () => station.stepCards.print(station, input)),
    endVisit: (input) =>
      once.run('endVisit', input, () => {
        desk.end();
        return ok({});
      }),
    ...createProxyHandlers(station, once),
    callForHelp: (input) => once.run('callForHelp', input, () => callForHelp(station, input.requestId)),
    cancelHelp: (input) => once.run('cancelHelp', input, () => cancelHelp(station, input.requestId)),
    reportDifficulty: (input) => once.run('reportDifficulty', input, () => reportDifficulty(station, input)),
    ...createReadingHandlers(station, once),
    ...createFormHandlers(station, once),
    ...createElderHandlers(station, once),
    ...createAppointmentHandlers(station, once),
    serviceGuide: (input) => asked(station, () => station.hall.serviceGuide(input)),
    divorceDates: (input) => asked(station, () => station.hall.divorceDates(input)),
    organisationWay: (input) => asked(station, () => station.hall.organisationWay(input)),
    deviceStatus: () => ok({ devices: [...views.devices()] }),
    simulateCard: (input) => once.run('simulateCard', input, () => simulateCard(station, input.card)),
  };
}

/** Whoever asks is still there. */
function asked<T>({ desk }: StationContext, ask: () => T): T {
  desk.touch();
  return ask();
}

function reprint(
  { desk, spool }: StationContext,
  ticketId: string,
): Result<Output<StationOperations, 'reprint'>, ApiError> {
  desk.touch();
  const printed = spool?.reprint(ticketId);
  if (printed === undefined) return err({ kind: 'not-found' });
  if (printed.ok) return ok({ printState: printed.value });
  const unknown = printed.error.kind === 'no-such-ticket' || printed.error.kind === 'paper-forgotten';
  return err(unknown ? { kind: 'unknown-ticket' } : { kind: 'storage', trouble: 'failing' });
}
