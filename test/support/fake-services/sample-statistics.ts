import { AUDIENCES } from '../../../preload/contracts/age-band.ts';
import type { AudienceOrderView, HallOperations } from '../../../preload/contracts/hall-operations.ts';
import type { OutcomeView, RuleView, StatisticsView } from '../../../preload/contracts/hall-operations.ts';
import type { Output } from '../../../preload/contracts/operation.ts';
import type { PriorityClass } from '../../../preload/contracts/priority.ts';
import { SERVICES } from './samples.ts';

/** A rule with the numbers it usually has. */
export function sampleRule(name: RuleView['name'] = 'head-start'): RuleView {
  return {
    name,
    headStartMinutes: name === 'head-start' ? { elder: 30, ordinary: 0 } : null,
    priorityInARow: name === 'ratio' ? 2 : null,
    ordinaryFirstAfterMinutes: name === 'ratio' ? 30 : null,
  };
}

/** So many waits around a mean. */
export function sampleWaits(count: number, meanMinutes: number): StatisticsView['waits'] {
  return {
    count,
    meanMinutes,
    medianMinutes: meanMinutes - 2,
    p90Minutes: meanMinutes * 2,
    over30: Math.round(count / 5),
    over60: Math.round(count / 25),
  };
}

const group = (issued: number, wait: number, service: number) => ({
  issued,
  waits: sampleWaits(issued, wait),
  service: sampleWaits(issued, service),
});
const CLASSES: readonly (readonly [PriorityClass, number, number])[] = [
  ['elder', 312, 8.4],
  ['disabled', 41, 9.1],
  ['military', 22, 7.5],
  ['ordinary', 906, 21.3],
];

/** A busy week from Monday to Sunday; nobody comes on Sunday. */
export function sampleStatistics(over: Partial<StatisticsView> = {}): StatisticsView {
  const hours = [8, 9, 10, 11, 13, 14, 15, 16];
  return {
    from: '2026-06-15',
    to: '2026-06-21',
    rule: sampleRule(),
    counts: {
      issued: 1281,
      called: 1240,
      servedAtOnce: 12,
      done: 1201,
      cancelled: 21,
      lapsed: 8,
      missed: 37,
    },
    waits: sampleWaits(1240, 17.6),
    service: sampleWaits(1213, 11.4),
    byService: SERVICES.map(({ serviceCode, name }, place) => ({
      serviceCode,
      serviceName: name,
      ...group(220 - place * 16, 24 - place * 1.3, 9 + place),
    })),
    byClass: CLASSES.map(([priorityClass, issued, wait]) => ({ priorityClass, ...group(issued, wait, 11) })),
    byCounter: ['1', '2', '3', '4'].map((counterId, place) => ({
      counterId,
      counterName: `${counterId}号窗口`,
      ...group(340 - place * 30, 17 + place, 10 + place),
    })),
    byDay: ['15', '16', '17', '18', '19', '20'].map((day, place) => ({
      date: `2026-06-${day}`,
      issued: 260 - place * 18,
      meanMinutes: 22 - place * 2.1,
      p90Minutes: 44 - place * 4,
      over60: 12 - place * 2,
    })),
    byHour: [1, 2, 3, 4, 5, 6].flatMap((weekday) =>
      hours.map((hour, place) => ({
        weekday,
        hour,
        issued: Math.max(1, 52 - Math.abs(place - 2) * 9 - weekday * 3),
        meanMinutes: 18,
      })),
    ),
    bound: { calls: 1240, kept: 1236 },
    estimate: { count: 1240, inside: 1004, meanErrorMinutes: -1.8 },
    leftOut: 0,
    ...over,
  };
}

/** How a day went under a rule. */
export function sampleOutcome(rule: RuleView['name'], elders: number, others: number): OutcomeView {
  return {
    rule: sampleRule(rule),
    waits: sampleWaits(214, (elders + 3 * others) / 4),
    byClass: [
      { priorityClass: 'elder', waits: sampleWaits(54, elders) },
      { priorityClass: 'ordinary', waits: sampleWaits(160, others) },
    ],
    bound: { calls: 214, kept: 214 },
  };
}

/** A hall that has learned of its oldest, has too few of its youngest, and puts the seventies together with the eighties. */
export function sampleServiceOrder(
  setting: 'learned' | 'fixed' = 'learned',
): Output<HallOperations, 'serviceOrder'> {
  const place = (n: number, tickets: number): AudienceOrderView['first'][number] => {
    const { serviceCode = 'JZ-13', name = '' } = SERVICES[n] ?? {};
    return { serviceCode, serviceName: name, tickets, perMille: tickets === 0 ? null : tickets * 5 };
  };
  const learned = { learnedSince: '2026-06-03', learnedFrom: { tickets: 198, days: 61 } };
  return {
    ...{ setting, leastTickets: 30, learningDays: 90 },
    audiences: AUDIENCES.map((audience) =>
      audience === 'under-60' || setting === 'fixed'
        ? {
            ...{ audience, learnedSince: null, learnedFrom: null, tickets: 0, days: 0, bands: [] },
            first: [place(0, 0), place(2, 0), place(5, 0), place(6, 0)],
          }
        : {
            ...{ audience, ...learned, tickets: 200, days: 62 },
            bands: audience === '70-79' ? ['70-79', '80-plus'] : ['80-plus'],
            first: [place(3, 81), place(0, 60), place(2, 31), place(9, 12)],
          },
    ),
  };
}
