import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hallOperations, type HallOperations } from '../../../preload/contracts/hall-operations.ts';
import { ROLES, type Role, type StaffRole } from '../../../preload/contracts/operation.ts';
import { everyRowRefusesHostileInput } from '../../support/hostile-input.ts';
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

/** The verdicts as an auditor would ask for them; a row that is missing here does not compile. */
const MATRIX: Readonly<Record<keyof HallOperations, Verdict>> = {
  issueTicket: { devices: kioskToo, staff: floor },
  listServices: { devices: everybody, staff: [] },
  queueSnapshot: { devices: everybody, staff: [] },
  ticketStatus: { devices: kioskToo, staff: [] },
  openCounter: { devices: desks, staff: floor },
  pauseCounter: { devices: desks, staff: floor },
  closeCounter: { devices: desks, staff: floor },
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
  serveNow: { devices: desks, staff: floor },
  addService: { devices: desks, staff: floor },
  recordPrint: { devices: kioskToo, staff: [] },
  rateVisit: { devices: kioskToo, staff: [] },
  listRatingCases: { devices: office, staff: overseers },
  advanceRatingCase: { devices: office, staff: leaders },
  ratingStatistics: { devices: office, staff: overseers },
};
const ROWS = Object.entries(MATRIX).flatMap(([operation, { devices }]) =>
  ROLES.map((role) => ({ operation, role, allowed: devices.includes(role) })),
);

let hall: HallService;
beforeAll(async () => {
  hall = await HallService.start();
});
afterAll(() => hall.end());

describe('every route and every role', () => {
  it.each(ROWS)('$operation by a $role: allowed $allowed', async ({ operation, role, allowed }) => {
    const { status, json } = await hall.post(operation, {}, role);
    if (allowed) expect([200, 400]).toContain(status);
    else
      expect({ status, json }).toEqual({
        status: 403,
        json: { ok: false, error: { kind: 'not-allowed', role, operation } },
      });
  });

  it.each(Object.entries(MATRIX))('%s names the staff that the matrix names', (operation, { staff }) => {
    expect(hallOperations[operation as keyof HallOperations].staff).toEqual(staff);
  });

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
    const server = { address: hall.address, tokenOf: hall.tokens.of };
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
