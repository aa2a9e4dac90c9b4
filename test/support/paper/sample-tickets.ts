import type { TicketPaper } from '../../../main/station/devices/ticket-printer/index.ts';

/** Fictitious, like every person and hall in the tests. */
export const plainTicket: TicketPaper = {
  hallName: '测试区民政服务大厅',
  number: 'B007',
  serviceName: '社会组织成立登记',
  waitingAhead: 0,
  waitMinutes: { low: 0, high: 5 },
  counters: ['4'],
  issuedAt: '2026-06-15T09:30:00+08:00',
  reprint: false,
};

export const elderTicket: TicketPaper = {
  ...plainTicket,
  number: 'A012',
  serviceName: '结婚登记',
  priority: { label: '优先', reason: '60岁及以上' },
  waitingAhead: 3,
  waitMinutes: { low: 10, high: 25 },
  counters: ['1', '2', '3'],
  holderMasked: '张*英',
};

export const ticketNumbered = (number: string): TicketPaper => ({ ...plainTicket, number });
