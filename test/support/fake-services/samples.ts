import { fixedOrder } from '../../../main/hall/domain/service-order.ts';
import { AUDIENCES, type Audience } from '../../../preload/contracts/age-band.ts';
import type {
  CallView,
  CounterView,
  DisplayView,
  HallView,
  HelpView,
  ServiceView,
  ServiceWait,
  TicketView,
} from '../../../preload/contracts/hall-operations.ts';
import type {
  DeviceView,
  KioskHelpView,
  ReadingView,
  StationView,
  VisitView,
} from '../../../preload/contracts/station-operations.ts';

/** A stable id for the n-th thing of a test. */
export function sampleId(n: number): string {
  return `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`;
}

export function minutesAgo(minutes: number): string {
  return new Date(Date.now() - minutes * 60_000).toISOString();
}

const USUAL = ['LN-01', 'LN-10', 'JZ-01', 'JZ-05', 'JZ-13'];
const ROWS = [
  ['LN-01', '高龄津贴申请', true, ['居民身份证', '户口簿(免证办可免)', '本人银行卡/颐年卡']],
  ['LN-09', '中度以上失能老人养老服务消费补贴协助申领', true, ['居民身份证', '评估等级']],
  ['LN-10', '颐年卡(养老一卡通)申办', true, ['居民身份证', '照片']],
  ['LN-13', '老年助餐资格登记', true, ['居民身份证', '类别证明(如有)']],
  ['LN-14', '助餐点/政策标准清单查询打印', true, []],
  ['JZ-01', '最低生活保障申请', true, ['全体成员身份证、户口簿', '收入财产申报与核对授权书']],
  ['JZ-05', '残疾人两项补贴申请', true, ['居民身份证', '残疾人证', '银行卡']],
  ['JZ-07', '孤儿/事实无人抚养儿童基本生活费申请', false, ['儿童户口、身份', '父母情况证明']],
  ['JZ-08', '收养登记', false, ['收养人户口簿、身份证', '婚姻状况和抚养能力证明']],
  ['JZ-12', '惠民殡葬补贴申请', true, ['逝者身份与火化证明', '经办人身份证', '银行卡']],
  ['JZ-13', '综合咨询与一次性告知', true, []],
  ['JZ-15', '办件查询与结果打印', true, ['居民身份证或取件码']],
] as const;

/** Each service's place for each age, as a hall that has learned nothing yet tells it. */
function samplePlaces(serviceCode: string): ServiceView['placeByAge'] {
  const rows = ROWS.map(([code, , elderRelevant]) => ({ serviceCode: code, elderRelevant }));
  const place = (audience: Audience) => fixedOrder(rows, USUAL, audience).indexOf(serviceCode) + 1;
  return Object.fromEntries(
    AUDIENCES.map((audience) => [audience, place(audience)]),
  ) as ServiceView['placeByAge'];
}

export const SERVICES: readonly ServiceView[] = ROWS.map(([serviceCode, name, elderRelevant, documents]) => ({
  serviceCode,
  name,
  elderRelevant,
  documents: [...documents],
  typicalMinutes: 12,
  waiting: 2,
  waitMinutes: { low: 5, high: 15 },
  counters: ['1', '2', '3'],
  ...(serviceCode === 'JZ-08'
    ? { proxy: 'conditional', proxyRule: '夫妻一方因故不到可书面委托对方(村居证明或公证)' }
    : { proxy: 'yes', proxyRule: elderRelevant ? '亲友代办' : null }),
  placeByAge: samplePlaces(serviceCode),
}));

export function sampleStation(over: Partial<StationView> = {}): StationView {
  return {
    stationId: 'K1',
    hallName: '福田区民政服务大厅',
    hallType: 'comprehensive',
    hall: 'reachable',
    waiting: 12,
    panel: { diagonalInch: 21.5, readingDistanceMm: 600, widthPx: 1920, heightPx: 1080 },
    readerAdvice: null,
    stepCard: null,
    form: null,
    manualCounters: ['1', '2'],
    telephone: '0755-12345678',
    waitingArea: '大厅中间的椅子',
    counterLooks: {
      '1': { name: '1号窗口', colour: 'red', sign: 'circle', place: '进门右手边' },
      '2': { name: '2号窗口', colour: 'green', sign: 'star' },
      '3': { name: '3号窗口' },
    },
    languages: ['zh', 'en'],
    readerSide: 'below',
    lowReach: false,
    elderAge: 60,
    help: null,
    simulated: [],
    ...over,
  };
}

/** A voice that is silent, in a hall with one drop-in voice. */
export function sampleReading(over: Partial<ReadingView> = {}): ReadingView {
  return {
    state: 'silent',
    readingId: null,
    position: null,
    finished: false,
    reason: null,
    headphones: false,
    voices: [{ id: 'cantonese', name: '广东话', language: 'zh' }],
    languages: ['zh', 'en'],
    canListen: false,
    listening: false,
    listenSeconds: 0,
    ...over,
  };
}

/** Somebody was called from this kiosk just now, and nobody has answered. */
export function sampleKioskHelp(over: Partial<KioskHelpView> = {}): KioskHelpView {
  return {
    ...{ helpId: sampleId(900), state: 'asked', askedAt: minutesAgo(0), escalated: false, answeredBy: null },
    ...over,
  };
}

export function sampleDevice(device: DeviceView['device'], over: Partial<DeviceView> = {}): DeviceView {
  return {
    device,
    counterId: null,
    state: 'ready',
    reason: null,
    detail: null,
    paperLow: false,
    simulated: false,
    ...over,
  };
}

export function elderVisit(over: Partial<VisitView> = {}): VisitView {
  return {
    visitId: sampleId(1),
    person: 'card',
    maskedName: '张*英',
    age: 78,
    priorityClass: 'elder',
    priorityReason: 'age',
    cardPresent: true,
    cardExpired: false,
    ratable: [],
    bookings: [],
    tickets: [],
    proxy: null,
    ...over,
  };
}

export function cardlessVisit(over: Partial<VisitView> = {}): VisitView {
  return {
    ...elderVisit({
      visitId: sampleId(2),
      person: 'no-card',
      maskedName: null,
      age: null,
      cardPresent: false,
    }),
    priorityClass: 'ordinary',
    priorityReason: 'none',
    ...over,
  };
}

type VisitTicket = VisitView['tickets'][number];

export function visitTicket(over: Partial<VisitTicket> = {}): VisitTicket {
  return {
    ticketId: sampleId(12),
    number: 'A012',
    serviceCode: 'LN-01',
    serviceName: '高龄津贴申请',
    priorityClass: 'elder',
    priorityReason: 'age',
    issuedAt: minutesAgo(0),
    waitingAhead: 3,
    waitMinutes: { low: 10, high: 20 },
    counters: ['1', '2', '3'],
    printState: 'confirmed',
    people: 1,
    alreadyHeld: false,
    printProblem: null,
    ...over,
  };
}

export function sampleHall(over: Partial<HallView> = {}): HallView {
  return {
    hallId: '440304-01',
    name: '福田区民政服务大厅',
    type: 'comprehensive',
    dayDate: new Date().toISOString().slice(0, 10),
    waiting: 0,
    rule: 'head-start',
    clerksCallOutOfOrder: false,
    simulated: [],
    storage: 'well',
    ...over,
  };
}

export function sampleCounter(counterId: string, over: Partial<CounterView> = {}): CounterView {
  return {
    counterId,
    name: `综合窗口`,
    state: 'open',
    pauseReason: null,
    staff: null,
    services: [],
    ticketId: null,
    waiting: 0,
    undoable: null,
    ...over,
  };
}

/** The n-th ticket of the day, A-numbered; every third belongs to an elder. */
export function sampleTicket(n: number, over: Partial<TicketView> = {}): TicketView {
  const service = SERVICES[n % SERVICES.length];
  const elder = n % 3 === 0;
  return {
    ticketId: sampleId(n),
    number: `A${String(n).padStart(3, '0')}`,
    serviceCode: service?.serviceCode ?? 'JZ-13',
    serviceName: service?.name ?? '',
    services: [
      { serviceCode: service?.serviceCode ?? 'JZ-13', serviceName: service?.name ?? '', state: 'now' },
    ],
    state: 'waiting',
    priorityClass: elder ? 'elder' : 'ordinary',
    priorityReason: elder ? 'age' : 'none',
    issuedAt: minutesAgo(80.5 - n * 2),
    counterId: null,
    calledAt: null,
    callCount: 0,
    callsLeft: 3,
    forCounterId: null,
    cameFromCounterId: null,
    printState: 'confirmed',
    people: 1,
    companionRelation: null,
    ...over,
  };
}

export function sampleCall(callSequence: number, ticket: TicketView, counterId: string): CallView {
  return {
    callSequence,
    ticketId: ticket.ticketId,
    number: ticket.number,
    counterId,
    counterName: '综合窗口',
    priority: ticket.priorityClass !== 'ordinary',
    recall: false,
    calledAt: minutesAgo(0),
  };
}

/** The n-th call for help: a colleague is wanted at C1, nobody has answered. */
export function sampleHelp(n: number, over: Partial<HelpView> = {}): HelpView {
  return {
    ...{ helpId: sampleId(900 + n), kind: 'colleague', state: 'open', counterId: null, place: 'C1' },
    ...{ askedAt: minutesAgo(0), wanted: null, escalatedAt: null, answeredBy: null },
    ...over,
  };
}

export function sampleDisplay(over: Partial<DisplayView> = {}): DisplayView {
  return {
    openHours: ['08:30-12:00', '14:00-17:30'],
    notices: [],
    policies: [],
    rotateSeconds: 12,
    diagonalInch: 55,
    readingDistanceMm: 8_000,
    ...over,
  };
}

/** The n-th service of the samples, with so many waiting. */
export function sampleWait(n: number, waiting: number, over: Partial<ServiceWait> = {}): ServiceWait {
  const { serviceCode = 'JZ-13', name = '' } = SERVICES[n % SERVICES.length] ?? {};
  const waitMinutes = { low: waiting * 4, high: 10 + waiting * 7 };
  return { serviceCode, name, waiting, waitMinutes, openCounters: 2, ...over };
}
