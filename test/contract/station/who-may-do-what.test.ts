import { beforeAll, afterAll, describe, expect, it } from 'vitest';
import { ROLES, type Role } from '../../../preload/contracts/operation.ts';
import {
  stationCollections,
  stationOperations,
  type StationOperations,
} from '../../../preload/contracts/station-operations.ts';
import { everyRowRefusesHostileInput } from '../../support/hostile-input.ts';
import { FeedListener } from '../../support/services/feed-listener.ts';
import { HallService } from '../../support/services/hall-service.ts';
import { StationService } from '../../support/services/station-service.ts';

/** The verdicts as an auditor would ask for them; a row that is missing here does not compile. */
const MATRIX: Readonly<Record<keyof StationOperations, readonly Role[]>> = {
  visit: ['kiosk', 'admin'],
  beginWithoutCard: ['kiosk'],
  takeTicket: ['kiosk'],
  rateVisit: ['kiosk'],
  beginProxy: ['kiosk'],
  sayWhoseCard: ['kiosk'],
  typeProxyPerson: ['kiosk'],
  removeProxyPerson: ['kiosk'],
  cancelProxy: ['kiosk'],
  printProxyLetter: ['kiosk'],
  reprint: ['kiosk', 'admin'],
  endVisit: ['kiosk', 'admin'],
  callForHelp: ['kiosk'],
  cancelHelp: ['kiosk'],
  reportDifficulty: ['kiosk'],
  printStepCard: ['kiosk'],
  listForms: ['kiosk', 'admin'],
  printBlankForm: ['kiosk'],
  printForm: ['kiosk'],
  printNotice: ['kiosk'],
  serviceGuide: ['kiosk'],
  divorceDates: ['kiosk'],
  organisationWay: ['kiosk'],
  elderStanding: ['kiosk'],
  answerOffer: ['kiosk'],
  certifyInPerson: ['kiosk'],
  listMeals: ['kiosk'],
  printMeals: ['kiosk'],
  homeVisitDays: ['kiosk'],
  bookHomeVisit: ['kiosk'],
  bookableServices: ['kiosk'],
  listSlots: ['kiosk'],
  findBookings: ['kiosk'],
  checkIn: ['kiosk'],
  bookSlot: ['kiosk'],
  cancelBooking: ['kiosk'],
  askForCare: ['kiosk'],
  readAloud: ['kiosk'],
  stopReading: ['kiosk'],
  attention: ['kiosk'],
  listen: ['kiosk'],
  deviceStatus: ['kiosk', 'counter', 'admin'],
  simulateCard: ['kiosk', 'admin'],
};
const ROWS = Object.entries(MATRIX).flatMap(([operation, allowed]) =>
  ROLES.map((role) => ({ operation, role, allowed: allowed.includes(role) })),
);

let hall: HallService;
let station: StationService;
beforeAll(async () => {
  hall = await HallService.start();
  station = await StationService.start(hall);
});
afterAll(async () => {
  await station.end();
  await hall.end();
});

describe('every route and every role', () => {
  it.each(ROWS)('$operation by a $role: allowed $allowed', async ({ operation, role, allowed }) => {
    const { status, json } = await station.post(operation, {}, role);
    const refused = { ok: false, error: { kind: 'not-allowed', role, operation } };
    if (allowed) expect([200, 400]).toContain(status);
    else expect({ status, json }).toEqual({ status: 403, json: refused });
  });

  it('knows a verdict for every route that the service has', async () => {
    const response = await fetch(`${station.address}/api/openapi.json`);
    const { paths } = (await response.json()) as { paths: Record<string, unknown> };
    const operations = Object.keys(MATRIX).map((name) => `/api/${name}`);
    expect(Object.keys(paths).sort()).toEqual([...operations, '/api/feed', '/api/health'].sort());
    expect(Object.keys(stationOperations).sort()).toEqual(Object.keys(MATRIX).sort());
  });

  it.each(ROLES)('the feed and a %s', async (role) => {
    const joining = FeedListener.join(stationCollections, station.address, station.tokens.of(role));
    if (role === 'kiosk' || role === 'admin') await (await joining).leave();
    else await expect(joining).rejects.toThrow('403');
  });
});

it('hostile input is refused by every row, and nobody stands at the kiosk for it', async () => {
  const server = { address: station.address, tokenOf: station.tokens.of };
  expect(await everyRowRefusesHostileInput(server, stationOperations)).toEqual([]);
  expect((await station.post('visit', {}, 'kiosk')).json).toMatchObject({ value: { visit: null } });
  expect(station.log).not.toContain('an operation failed');
  expect(station.log).not.toContain('cannot be published');
});

it('the devices are named with what they say of themselves', async () => {
  expect((await station.post('deviceStatus', {}, 'kiosk')).json).toMatchObject({
    ok: true,
    value: {
      devices: [
        { device: 'idCardReader', simulated: true },
        { device: 'ticketPrinter', state: 'ready', reason: null, paperLow: false, simulated: true },
        { device: 'formPrinter', state: 'ready', reason: null, simulated: true },
        { device: 'readAloud', reason: null, simulated: true },
      ],
    },
  });
});
