import type { StepCardPaper, TicketPaper } from '../../../main/station/devices/ticket-printer/index.ts';

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

/** As a hall prints it that has told where to sit and how its counters are found. */
export const usualTicket: TicketPaper = {
  ...elderTicket,
  serviceName: '高龄津贴申请',
  counters: ['1'],
  counterLooks: { '1': { name: '1号窗口', colour: 'red', sign: 'circle', place: '进门右手边' } },
  waitingArea: '大厅中间的椅子',
  documents: ['居民身份证', '户口簿(免证办可免)', '本人银行卡/颐年卡'],
  telephone: '0755-12345678',
};

/** Every field of a ticket: what is added to one is added here. */
export const fullTicket: Required<TicketPaper> = {
  ...usualTicket,
  priority: { label: '优先', reason: '60周岁及以上' },
  people: 2,
  counterLooks: usualTicket.counterLooks,
  waitingArea: usualTicket.waitingArea,
  documents: usualTicket.documents,
  telephone: usualTicket.telephone,
  holderMasked: '张*英',
  simulated: true,
  ratingUrl: 'https://pj.example.gov.cn/440304/r/A012.k3J_AbCdEfGhIjKlMn-pQr',
  qrText: 'songting:ticket/2026-06-15/A012',
};

export const stepCard: StepCardPaper = {
  kind: 'step-card',
  language: 'zh',
  hallName: plainTicket.hallName,
  readerSide: 'below',
  waitingArea: '大厅中间的椅子',
  manualCounters: ['1'],
  counterLooks: { '1': { name: '1号窗口', colour: 'red', sign: 'circle', place: '进门右手边' } },
  telephone: '0755-12345678',
  simulated: false,
};
