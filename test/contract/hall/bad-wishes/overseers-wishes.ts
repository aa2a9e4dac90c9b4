import { badCounters, counterWish } from './wish.ts';

/** Mistakes of those who look at how the hall does. */
export const overseersWishes = {
  assignServices: [
    ...badCounters.map((wish) => ({ ...wish, body: { services: [], ...wish.body } })),
    {
      why: 'a counter that is closed',
      body: { ...counterWish('3'), services: [] },
      status: 409,
      error: { kind: 'counter-closed' },
    },
    {
      why: 'a service nobody offers',
      body: { ...counterWish('3'), services: ['ZZ-99'] },
      status: 404,
      error: { kind: 'unknown-service' },
    },
  ],
  statistics: [
    {
      why: 'a range that ends before it begins',
      body: { from: '2026-06-15', to: '2026-06-14' },
      status: 400,
      error: { kind: 'bad-input', problems: [{ where: 'to', allowed: 'a date that is not before "from"' }] },
      role: 'admin',
    },
    {
      why: 'more than a year and a day',
      body: { from: '2025-06-15', to: '2026-06-16' },
      status: 400,
      error: {
        kind: 'bad-input',
        problems: [{ where: 'to', allowed: 'at most 366 days, both dates included' }],
      },
      role: 'admin',
    },
    {
      why: 'a day that is none',
      body: { from: '2026-02-30', to: '2026-03-01' },
      status: 400,
      error: { kind: 'bad-input', problems: [{ where: 'from' }] },
      role: 'admin',
    },
  ],
  serviceOrder: [
    {
      why: 'one age alone',
      body: { audience: '80-plus' },
      status: 400,
      error: { kind: 'bad-input' },
      role: 'admin',
    },
  ],
  reportDevices: [
    {
      why: 'a sentence instead of a word',
      body: {
        stationId: 'K1',
        devices: [
          { device: 'speaker', state: 'ready', reason: 'Zhang was here', paperLow: false, simulated: false },
        ],
      },
      status: 400,
      error: { kind: 'bad-input', problems: [{ where: 'devices.0.reason' }] },
      role: 'kiosk',
    },
    {
      why: 'a PC without a name',
      body: { stationId: '', devices: [] },
      status: 400,
      error: { kind: 'bad-input', problems: [{ where: 'stationId' }] },
      role: 'kiosk',
    },
  ],
  exportStatistics: [
    {
      why: 'a range that ends before it begins',
      body: { from: '2026-06-15', to: '2026-06-14', format: 'csv' },
      status: 400,
      error: { kind: 'bad-input', problems: [{ where: 'to', allowed: 'a date that is not before "from"' }] },
      role: 'admin',
    },
    {
      why: 'a kind of file nobody writes',
      body: { from: '2026-06-15', to: '2026-06-15', format: 'pdf' },
      status: 400,
      error: { kind: 'bad-input', problems: [{ where: 'format' }] },
      role: 'admin',
    },
  ],
  replayDay: [
    {
      why: 'a rule nobody knows',
      body: { rule: { name: 'loudest' } },
      status: 400,
      error: { kind: 'bad-input', problems: [{ where: 'rule.name' }] },
      role: 'admin',
    },
    {
      why: 'numbers that the configuration would not take either',
      body: { rule: { name: 'ratio', priorityInARow: 0 } },
      status: 400,
      error: { kind: 'bad-input', problems: [{ where: 'rule.priorityInARow' }] },
      role: 'admin',
    },
    {
      why: 'a day on which nobody came',
      body: { rule: { name: 'fifo' }, date: '2020-01-01' },
      status: 404,
      error: { kind: 'nobody-came', date: '2020-01-01' },
      role: 'admin',
    },
  ],
} as const;
