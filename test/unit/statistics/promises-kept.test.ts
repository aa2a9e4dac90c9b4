import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boundFigures, type Visit } from '../../../main/hall/domain/statistics/index.ts';
import { underRule } from '../../../main/hall/domain/statistics/what-if.ts';
import { DEFAULT_RULES, type QueueRule } from '../../../main/hall/domain/rules/index.ts';
import { at, MINUTE, visit } from './visits.ts';

const { fifo, ratio, strict, 'head-start': headStart } = DEFAULT_RULES;
const called = (issued: string, calledAt: string, said: Partial<Visit> = {}): Visit =>
  visit({
    issuedMs: at(issued),
    firstCall: { atMs: at(calledAt), counterId: '1', services: [] },
    ...said,
  });
const elder = { priorityClass: 'elder' } as const;

describe('head start', () => {
  test('an elder who came half an hour later may go first, one who came 31 minutes later may not', () => {
    const ordinary = called('09:00', '10:30');
    const inTime = called('09:30', '10:00', elder);
    const late = called('09:31', '10:10', elder);
    expect(boundFigures([ordinary, inTime], headStart)).toEqual({ calls: 2, kept: 2 });
    expect(boundFigures([ordinary, inTime, late], headStart)).toEqual({ calls: 3, kept: 2 });
  });
  test('an ordinary person who goes before one who came earlier breaks it', () => {
    expect(boundFigures([called('09:00', '09:30'), called('09:01', '09:20')], headStart).kept).toBe(1);
  });
  test('nobody is passed over by a counter that does not serve them, nor after they went home', () => {
    const early = called('09:00', '10:00', { serviceCode: 'JZ-01' });
    const other = called('09:40', '09:50', {
      firstCall: { atMs: at('09:50'), counterId: '2', services: ['LN-01'] },
    });
    expect(boundFigures([early, other], headStart).kept).toBe(2);
    const gone = visit({
      issuedMs: at('09:00'),
      firstCall: null,
      end: { state: 'cancelled', atMs: at('09:10') },
    });
    expect(boundFigures([gone, called('09:40', '09:50')], headStart)).toEqual({ calls: 1, kept: 1 });
    const patient = { ...gone, end: { state: 'lapsed' as const, atMs: at('17:00') } };
    expect(boundFigures([patient, called('09:40', '09:50')], headStart)).toEqual({ calls: 1, kept: 0 });
  });
  test('who is served at once has taken nobody’s turn and waits for none', () => {
    const atOnce = visit({ issuedMs: at('09:00'), queued: false, firstCall: null });
    expect(boundFigures([atOnce, called('09:40', '09:50')], headStart)).toEqual({ calls: 1, kept: 1 });
  });
  test('two calls in one millisecond break nothing', () => {
    expect(boundFigures([called('09:05', '09:30'), called('09:00', '09:30')], headStart).kept).toBe(2);
  });
});

test('ratio: the third priority call in a row while an ordinary person waits breaks it, without one it does not', () => {
  const elders = ['09:10', '09:11', '09:12'].map((time) => called('09:00', time, elder));
  const ordinary = called('09:00', '10:00');
  expect(boundFigures([...elders, ordinary], ratio)).toEqual({ calls: 4, kept: 3 });
  expect(boundFigures(elders, ratio)).toEqual({ calls: 3, kept: 3 });
  const urgent = called('09:00', '09:13', { priorityClass: 'urgent' });
  expect(boundFigures([...elders.slice(0, 2), urgent, ordinary], ratio)).toEqual({ calls: 4, kept: 4 });
});

test('strict: an ordinary call while an elder waits breaks it; first come: any overtaking does', () => {
  const visits = [called('09:00', '09:10'), called('09:05', '09:20', elder), called('09:06', '09:15')];
  expect(boundFigures(visits, strict)).toEqual({ calls: 3, kept: 1 });
  expect(boundFigures(visits, fifo)).toEqual({ calls: 3, kept: 2 });
});

test('whatever comes: a rule that decides every call keeps its own promise', () => {
  const someVisit = fc.record({
    minute: fc.nat({ max: 240 }),
    serviceMs: fc.integer({ min: MINUTE, max: 20 * MINUTE }),
    priorityClass: fc.constantFrom('ordinary', 'ordinary', 'elder', 'appointment', 'urgent', 'infant'),
  });
  const someRule = fc.constantFrom<QueueRule[]>(...Object.values(DEFAULT_RULES));
  fc.assert(
    fc.property(someRule, fc.array(someVisit, { minLength: 1, maxLength: 60 }), (rule, drawn) => {
      const visits = drawn
        .toSorted((one, other) => one.minute - other.minute)
        .map(({ minute, serviceMs, priorityClass }, place) =>
          visit({
            issuedMs: at('08:30') + minute * MINUTE + place,
            priorityClass: priorityClass as Visit['priorityClass'],
            served: [{ ms: serviceMs, serviceCode: 'LN-01', counterId: '1' }],
          }),
        );
      const { bound } = underRule(visits, rule, 2);
      expect(bound).toEqual({ calls: visits.length, kept: visits.length });
    }),
    { numRuns: 120 },
  );
});
