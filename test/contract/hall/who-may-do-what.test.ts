import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hallOperations, type HallOperations } from '../../../preload/contracts/hall-operations.ts';
import { ROLES, type Role } from '../../../preload/contracts/operation.ts';
import { everyRowRefusesHostileInput } from '../../support/hostile-input.ts';
import { HallService } from '../../support/services/hall-service.ts';

/** The verdicts as an auditor would ask for them; a row that is missing here does not compile. */
const MATRIX: Readonly<Record<keyof HallOperations, readonly Role[]>> = {
  issueTicket: ['kiosk', 'counter', 'admin'],
  listServices: ['kiosk', 'counter', 'display', 'admin'],
  queueSnapshot: ['kiosk', 'counter', 'display', 'admin'],
  ticketStatus: ['kiosk', 'counter', 'admin'],
  openCounter: ['counter', 'admin'],
  pauseCounter: ['counter', 'admin'],
  closeCounter: ['counter', 'admin'],
  callNext: ['counter', 'admin'],
  recallTicket: ['counter', 'admin'],
  startService: ['counter', 'admin'],
  finishService: ['counter', 'admin'],
  missTicket: ['counter', 'admin'],
  returnTicket: ['kiosk', 'counter', 'admin'],
  cancelTicket: ['kiosk', 'counter', 'admin'],
  parkTicket: ['counter', 'admin'],
  resumeTicket: ['counter', 'admin'],
  transferTicket: ['counter', 'admin'],
  correctPriority: ['counter', 'admin'],
  recordPrint: ['kiosk', 'counter', 'admin'],
};
const ROWS = Object.entries(MATRIX).flatMap(([operation, allowed]) =>
  ROLES.map((role) => ({ operation, role, allowed: allowed.includes(role) })),
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
