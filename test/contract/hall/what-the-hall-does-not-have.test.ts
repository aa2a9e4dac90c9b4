import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { HallService } from '../../support/services/hall-service.ts';
import { must } from '../../support/services/service-under-test.ts';

/** A line each, so that a warning can be found in it. */
const FILE = `hall:
  type: marriage
  counters:
    - { id: "1" }
    - { id: "2", services: [HY-01, QQ-01] }
    - { id: "3", services: [QQ] }
  manualCounters: ["1", "9"]
devices:
  windowDisplays:
    - { driver: virtual, counter: "1" }
    - { driver: virtual, counter: "77" }
`;

let hall: HallService;
const id = () => ({ requestId: randomUUID() });
const open = (counterId: string) => must(hall.as('counter').openCounter({ ...id(), counterId }));
const next = (counterId: string) => hall.as('counter').callNext({ ...id(), counterId });
const issue = (serviceCode: string) => must(hall.as('kiosk').issueTicket({ ...id(), serviceCode }));

beforeEach(async () => {
  hall = await HallService.forTest({ configuration: FILE });
});

describe('a configuration that names services and counters which the hall does not have', () => {
  it('lets the hall open, and says of each word where it stands and what it was', () => {
    const warned = hall.log
      .split('\n')
      .filter((line) => line.includes('left out'))
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(warned).toMatchObject([
      { level: 'warn', kind: 'unknown-service', code: 'QQ-01', source: 'hall.yaml:5' },
      { level: 'warn', kind: 'unknown-service', code: 'QQ', source: 'hall.yaml:6' },
      { level: 'warn', kind: 'unknown-counter', code: 'counter-9', source: 'hall.yaml:7' },
      { level: 'warn', kind: 'unknown-counter', code: 'counter-77', source: 'hall.yaml:11' },
    ]);
    expect(warned.map(({ fields }) => fields)).toEqual([
      ['hall.counters.1.services.1'],
      ['hall.counters.2.services.0'],
      ['hall.manualCounters.1'],
      ['devices.windowDisplays.1.counter'],
    ]);
  });

  it('costs a counter the unknown service and nothing else', async () => {
    await open('2');
    const [couple] = [await issue('HY-01'), await issue('HY-02')];
    expect(await next('2')).toMatchObject({ ok: true, value: { ticketId: couple.ticketId } });
    await must(hall.as('counter').startService({ ...id(), ticketId: couple.ticketId }));
    await must(hall.as('counter').finishService({ ...id(), ticketId: couple.ticketId }));
    expect(await next('2')).toEqual({ ok: false, error: { kind: 'nobody-waiting' } });
  });

  it('does not make a counter of which nothing is left one for everything', async () => {
    await open('3');
    await issue('HY-01');
    expect(await next('3')).toEqual({ ok: false, error: { kind: 'nobody-waiting' } });
    const { services } = await must(hall.as('kiosk').listServices({}));
    expect(services.filter(({ counters }) => counters.includes('3'))).toEqual([]);
    await open('1');
    expect((await next('1')).ok).toBe(true);
  });
});

it('a file that names only what is there warns of nothing', async () => {
  const well = await HallService.forTest({
    configuration: 'hall: { counters: [{ id: "1", services: [LN, JZ-01] }, { id: "2" }] }\n',
  });
  expect(well.log).toContain('service listens');
  expect(well.log).not.toContain('left out');
});
