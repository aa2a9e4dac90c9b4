import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hallOperations, type HallOperations } from '../../../preload/contracts/hall-operations.ts';
import {
  ROLES,
  STAFF_ROLES,
  STAFFED_ROLES,
  type Role,
  type StaffRole,
} from '../../../preload/contracts/operation.ts';
import { everyRowRefusesHostileInput } from '../../support/hostile-input.ts';
import { sendRequest } from '../../support/send-request.ts';
import { HallService } from '../../support/services/hall-service.ts';

interface Verdict {
  /** PCs that may ask. */
  readonly devices: readonly Role[];
  /** Who must have signed in at a PC of staff; empty = nobody needs to. */
  readonly staff: readonly StaffRole[];
}

const everybody = ['kiosk', 'counter', 'display', 'admin'] as const;
const kioskToo = ['kiosk', 'counter', 'admin'] as const;
const desks = ['counter', 'admin'] as const;
const office = ['admin'] as const;
const floor = ['clerk', 'supervisor'] as const;
const overseers = ['supervisor', 'hall-admin', 'auditor'] as const;
const leaders = ['supervisor', 'hall-admin'] as const;
const everyStaff = ['clerk', 'supervisor', 'hall-admin', 'auditor'] as const;
const workers = ['clerk', 'supervisor', 'hall-admin'] as const;

/** The verdicts as an auditor would ask for them; a row that is missing here does not compile. */
const MATRIX: Readonly<Record<keyof HallOperations, Verdict>> = {
  issueTicket: { devices: kioskToo, staff: floor },
  listServices: { devices: everybody, staff: [] },
  queueSnapshot: { devices: everybody, staff: [] },
  ticketStatus: { devices: kioskToo, staff: [] },
  openCounter: { devices: desks, staff: floor },
  pauseCounter: { devices: desks, staff: floor },
  closeCounter: { devices: desks, staff: floor },
  assignServices: { devices: desks, staff: leaders },
  statistics: { devices: office, staff: overseers },
  serviceOrder: { devices: office, staff: overseers },
  reportDevices: { devices: ['kiosk', 'counter', 'display'], staff: [] },
  exportStatistics: { devices: office, staff: overseers },
  replayDay: { devices: office, staff: leaders },
  callNext: { devices: desks, staff: floor },
  callTicket: { devices: desks, staff: floor },
  recallTicket: { devices: desks, staff: floor },
  startService: { devices: desks, staff: floor },
  finishService: { devices: desks, staff: floor },
  missTicket: { devices: desks, staff: floor },
  returnTicket: { devices: kioskToo, staff: floor },
  cancelTicket: { devices: kioskToo, staff: floor },
  parkTicket: { devices: desks, staff: floor },
  resumeTicket: { devices: desks, staff: floor },
  transferTicket: { devices: desks, staff: floor },
  correctPriority: { devices: desks, staff: floor },
  ticketPeople: { devices: desks, staff: floor },
  revealPerson: { devices: desks, staff: floor },
  proxyStanding: { devices: ['kiosk'], staff: [] },
  recordProxyLetter: { devices: ['kiosk'], staff: [] },
  printForm: { devices: kioskToo, staff: [] },
  keepDraft: { devices: ['kiosk'], staff: [] },
  recallDraft: { devices: desks, staff: floor },
  divorceDates: { devices: kioskToo, staff: [] },
  organisationWay: { devices: kioskToo, staff: [] },
  foundingConditions: { devices: kioskToo, staff: [] },
  readCreditCode: { devices: kioskToo, staff: [] },
  organisationTerms: { devices: kioskToo, staff: [] },
  fileOrganisation: { devices: desks, staff: workers },
  changeOrganisation: { devices: desks, staff: workers },
  noteOrganisationReport: { devices: desks, staff: workers },
  listOrganisations: { devices: desks, staff: everyStaff },
  serviceGuide: { devices: kioskToo, staff: [] },
  searchServices: { devices: kioskToo, staff: [] },
  listBundles: { devices: kioskToo, staff: [] },
  checkCatalogue: { devices: office, staff: leaders },
  importCatalogue: { devices: office, staff: leaders },
  catalogueHistory: { devices: office, staff: overseers },
  auditChannels: { devices: office, staff: leaders },
  channelAudits: { devices: office, staff: overseers },
  benefitTable: { devices: kioskToo, staff: [] },
  benefitStanding: { devices: ['kiosk', 'counter'], staff: [] },
  answerOffer: { devices: ['kiosk'], staff: [] },
  certifyInPerson: { devices: ['kiosk'], staff: [] },
  listMeals: { devices: kioskToo, staff: [] },
  importBeneficiaries: { devices: office, staff: leaders },
  importStopList: { devices: office, staff: leaders },
  listDue: { devices: desks, staff: everyStaff },
  listReaching: { devices: desks, staff: everyStaff },
  listTierChanges: { devices: desks, staff: everyStaff },
  findBeneficiary: { devices: desks, staff: floor },
  recordCertification: { devices: desks, staff: floor },
  confirmCertification: { devices: desks, staff: floor },
  recordConsent: { devices: desks, staff: floor },
  acceptOffer: { devices: desks, staff: floor },
  confirmTierChange: { devices: desks, staff: leaders },
  stopTasks: { devices: desks, staff: everyStaff },
  decideStopTask: { devices: desks, staff: leaders },
  exportReminders: { devices: office, staff: leaders },
  benefitCounts: { devices: office, staff: overseers },
  registerCareVisit: { devices: kioskToo, staff: floor },
  followCareVisit: { devices: desks, staff: floor },
  careVisits: { devices: desks, staff: everyStaff },
  homeVisitDays: { devices: kioskToo, staff: [] },
  bookHomeVisit: { devices: kioskToo, staff: floor },
  endHomeVisit: { devices: desks, staff: floor },
  homeVisits: { devices: desks, staff: everyStaff },
  revealElder: { devices: desks, staff: floor },
  bookableServices: { devices: kioskToo, staff: [] },
  listSlots: { devices: kioskToo, staff: [] },
  bookAppointment: { devices: kioskToo, staff: floor },
  moveAppointment: { devices: kioskToo, staff: floor },
  cancelAppointment: { devices: kioskToo, staff: floor },
  findAppointment: { devices: kioskToo, staff: floor },
  appointmentDay: { devices: desks, staff: everyStaff },
  revealAppointment: { devices: desks, staff: floor },
  openLedgerRecord: { devices: desks, staff: workers },
  advanceLedgerRecord: { devices: desks, staff: workers },
  listLedger: { devices: desks, staff: everyStaff },
  inspectionQuestions: { devices: office, staff: overseers },
  exportLedger: { devices: office, staff: overseers },
  runSelfInspection: { devices: office, staff: leaders },
  listSelfInspections: { devices: office, staff: overseers },
  noteMeasure: { devices: office, staff: leaders },
  listMeasures: { devices: office, staff: overseers },
  makeReport: { devices: office, staff: leaders },
  sendReport: { devices: office, staff: leaders },
  listReports: { devices: office, staff: overseers },
  callForHelp: { devices: kioskToo, staff: floor },
  answerHelp: { devices: desks, staff: floor },
  endHelp: { devices: kioskToo, staff: floor },
  reportDifficulty: { devices: kioskToo, staff: floor },
  listDifficulties: { devices: desks, staff: ['clerk', 'supervisor', 'hall-admin', 'auditor'] },
  settleDifficulty: { devices: desks, staff: leaders },
  undoStep: { devices: desks, staff: floor },
  serveNow: { devices: desks, staff: floor },
  addService: { devices: desks, staff: floor },
  recordPrint: { devices: kioskToo, staff: [] },
  ratableVisits: { devices: ['kiosk'], staff: [] },
  rateVisit: { devices: kioskToo, staff: [] },
  listRatingCases: { devices: office, staff: overseers },
  advanceRatingCase: { devices: office, staff: leaders },
  ratingStatistics: { devices: office, staff: overseers },
  signInInfo: { devices: desks, staff: [] },
  signIn: { devices: desks, staff: [] },
  signOut: { devices: desks, staff: [] },
  changePin: { devices: desks, staff: STAFF_ROLES },
  lockedStaff: { devices: desks, staff: ['supervisor', 'hall-admin'] },
  unlockStaff: { devices: desks, staff: ['supervisor', 'hall-admin'] },
};
const ROWS = Object.entries(MATRIX).flatMap(([operation, { devices }]) =>
  ROLES.map((role) => ({ operation, role, allowed: devices.includes(role) })),
);
/** Every operation, every PC of staff that may ask for it, everybody who could sit there, and nobody. */
const PEOPLE = Object.entries(MATRIX).flatMap(([operation, { devices, staff }]) =>
  STAFFED_ROLES.filter((role) => devices.includes(role)).flatMap((role) =>
    [...STAFF_ROLES, 'nobody' as const].map((person) => ({
      ...{ operation, role, person },
      verdict:
        staff.length === 0
          ? 'free'
          : person === 'nobody'
            ? 'sign-in'
            : staff.includes(person)
              ? 'allowed'
              : 'refused',
    })),
  ),
);

let hall: HallService;
beforeAll(async () => {
  hall = await HallService.start();
});
afterAll(() => hall.end());

/** Fits no row: whoever may ask is told so, and nothing happens. */
const NO_WISH = { nothing: true };
const unsigned = (operation: string, role: Role) =>
  sendRequest(hall.address, {
    method: 'POST',
    path: `/api/${operation}`,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${hall.tokens.of(role)}` },
    body: JSON.stringify(NO_WISH),
  });

describe('every route and every role', () => {
  it.each(ROWS)('$operation by a $role: allowed $allowed', async ({ operation, role, allowed }) => {
    const [person] = MATRIX[operation as keyof HallOperations].staff;
    const { status, json } = await hall.post(operation, {}, role, person);
    if (allowed) expect([200, 400]).toContain(status);
    else
      expect({ status, json }).toEqual({
        status: 403,
        json: { ok: false, error: { kind: 'not-allowed', role, operation } },
      });
  });

  it.each(PEOPLE)(
    '$operation at a $role PC by $person: $verdict',
    async ({ operation, role, person, verdict }) => {
      const { status, json } =
        person === 'nobody'
          ? await unsigned(operation, role)
          : await hall.post(operation, NO_WISH, role, person);
      const refusal = {
        'sign-in': { status: 401, json: { ok: false, error: { kind: 'staff-not-signed-in' } } },
        refused: {
          status: 403,
          json: { ok: false, error: { kind: 'not-allowed', role: person, operation } },
        },
      }[verdict];
      if (refusal === undefined) expect([200, 400]).toContain(status);
      else expect({ status, json }).toEqual(refusal);
    },
  );

  it('knows a verdict for every route that the service has', async () => {
    const response = await fetch(`${hall.address}/api/openapi.json`);
    const { paths } = (await response.json()) as { paths: Record<string, unknown> };
    const operations = Object.keys(MATRIX).map((name) => `/api/${name}`);
    expect(Object.keys(paths).sort()).toEqual([...operations, '/api/feed', '/api/health'].sort());
    expect(Object.keys(hallOperations).sort()).toEqual(Object.keys(MATRIX).sort());
  });
});

describe('hostile input', () => {
  it('is refused by every row, changes nothing, and the hall goes on', async () => {
    const before = await hall.post('queueSnapshot', {});
    const server = {
      ...{ address: hall.address, tokenOf: hall.tokens.of },
      headersOf: (role: Role, staff: StaffRole) => hall.signIns.headers(hall.tokens.of(role), role, staff),
    };
    expect(await everyRowRefusesHostileInput(server, hallOperations)).toEqual([]);
    expect((await hall.post('queueSnapshot', {})).text).toBe(before.text);
    expect(hall.log).not.toContain('an operation failed');
  });
});

describe('who may listen to the feed', () => {
  it.each(ROLES)('a %s', async (role) => {
    const { FeedListener } = await import('../../support/services/feed-listener.ts');
    const { hallCollections } = await import('../../../preload/contracts/hall-operations.ts');
    const listener = await FeedListener.join(hallCollections, hall.address, hall.tokens.of(role));
    expect(listener.state.sequence).not.toBeNull();
    await listener.leave();
  });
});
