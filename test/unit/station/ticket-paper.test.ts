import { expect, it } from 'vitest';
import { ticketPaperOf } from '../../../main/station/services/ticket-paper-of.ts';
import { PRIORITY_CLASSES, type PriorityClass } from '../../../preload/contracts/priority.ts';

const paper = (priorityClass: PriorityClass) =>
  ticketPaperOf({
    station: {
      hallName: '福田区民政服务大厅',
      waitingArea: '大厅中间的椅子',
      telephone: null,
      counterLooks: { '1': { name: '1号窗口', colour: 'red' }, '2': { name: '2号窗口' } },
    },
    documents: ['居民身份证'],
    people: 1,
    ticket: {
      ticketId: '01a2067f-498b-719e-97d3-a4ad4e208204',
      number: 'A012',
      serviceCode: 'LN-01',
      serviceName: '高龄津贴申请',
      priorityClass,
      priorityReason: 'stated',
      issuedAt: '2026-11-23T09:30:00+08:00',
      waitingAhead: 3,
      waitMinutes: { low: 10, high: 25 },
      counters: ['1'],
      printState: 'pending',
      ratingUrl: null,
    },
    holderMasked: '张*英',
    elderAgeYears: 60,
    simulated: false,
  });

it.each([
  ['elder', { label: '优先', reason: '60周岁及以上' }],
  ['pregnant', { label: '优先', reason: '孕妇' }],
  ['urgent', { label: '优先', reason: '急需' }],
  ['appointment', { label: '预约', reason: '按时到场' }],
  ['ordinary', undefined],
] as const)('says why a person of class %s goes first', (priorityClass, words) => {
  expect(paper(priorityClass).priority).toEqual(words);
});

it('has a reason in words for every class that goes first', () => {
  for (const priorityClass of PRIORITY_CLASSES) {
    if (priorityClass !== 'ordinary') expect(paper(priorityClass).priority?.reason).not.toBe('');
  }
});

it('carries what the hall has told: where to sit, what to bring, how its own counters are found', () => {
  const printed = paper('ordinary');
  expect(printed).toMatchObject({ waitingArea: '大厅中间的椅子', documents: ['居民身份证'], people: 1 });
  expect(printed.counterLooks).toEqual({ '1': { name: '1号窗口', colour: 'red' } });
  expect(printed).not.toHaveProperty('telephone');
});
