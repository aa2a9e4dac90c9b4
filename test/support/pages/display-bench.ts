import type { Browser } from 'playwright';
import type { CallView } from '../../../preload/contracts/hall-operations.ts';
import {
  minutesAgo,
  sampleCall,
  sampleCounter,
  sampleDisplay,
  sampleHall,
  sampleId,
  sampleTicket,
  sampleWait,
} from '../fake-services/samples.ts';
import { LANDSCAPE, openHallPage, type FakeHall, type HallBench } from './bench.ts';

type Viewport = Parameters<typeof openHallPage>[3];
type Prepare = Parameters<typeof openHallPage>[4];

/** The sizes and shapes that halls hang up. */
export const SCREENS = [
  ['1366x768', { width: 1366, height: 768 }],
  ['1920x1080', { width: 1920, height: 1080 }],
  ['1080x1920', { width: 1080, height: 1920 }],
] as const;

export interface DisplayOptions {
  readonly viewport?: Viewport;
  /** As in the address: `#counter=3`. */
  readonly fragment?: string;
  readonly prepare?: Prepare;
  /** What is true before the page is opened. */
  readonly before?: (hall: FakeHall) => void;
}

/** The display of a hall with four open counters, or what the fragment makes of the page. */
export async function openDisplay(
  browser: Browser,
  pages: string,
  { viewport = LANDSCAPE, fragment = '', prepare, before }: DisplayOptions = {},
): Promise<HallBench> {
  return openHallPage(browser, pages, `/display/${fragment}`, viewport, prepare, (hall) => {
    for (const id of ['1', '2', '3', '4']) {
      hall.feed.put('counters', id, sampleCounter(id, { name: `${id}号窗口` }));
    }
    hall.feed.put('display', 'now', sampleDisplay());
    before?.(hall);
  });
}

/** The n-th ticket is called to a counter: the n-th unless said. */
export function call(hall: FakeHall, sequence: number, n: number, over: Partial<CallView> = {}): void {
  const counterId = over.counterId ?? String(((n - 1) % 9) + 1);
  const ticket = sampleTicket(n, { state: 'called', counterId, calledAt: minutesAgo(0) });
  hall.feed.put('tickets', ticket.ticketId, ticket);
  const usual = { ...sampleCall(sequence, ticket, counterId), counterName: `${counterId}号窗口` };
  hall.feed.put('calls', ticket.ticketId, { ...usual, ...over });
}

/** A full morning: six at the counters, fourteen missed, thirty-nine wait, for services with long names among others. */
export function fill(hall: FakeHall): void {
  for (let n = 1; n <= 60; n += 1) {
    const state = n <= 6 ? 'serving' : n <= 20 ? 'missed' : 'waiting';
    const calledAt = n <= 20 ? minutesAgo(n) : null;
    hall.feed.put('tickets', sampleId(n), sampleTicket(n, { state, calledAt }));
  }
  for (let n = 1; n <= 6; n += 1) {
    const ticket = sampleTicket(n, { state: 'serving', counterId: String(n) });
    hall.feed.put('calls', ticket.ticketId, sampleCall(n, ticket, String(n)));
  }
  const numbers = Array.from({ length: 39 }, (_, at) => `A${String(at + 22).padStart(3, '0')}`);
  hall.feed.put('order', 'now', { numbers });
  hall.feed.put('hall', 'now', sampleHall({ waiting: 39 }));
  for (const [n, waiting] of [9, 12, 0, 3, 1, 7, 0, 5, 3, 0, 0, 0].entries()) {
    const wait = sampleWait(n, waiting, n === 7 ? { openCounters: 0 } : {});
    hall.feed.put('waits', wait.serviceCode, wait);
  }
  hall.feed.put(
    'display',
    'now',
    sampleDisplay({
      notices: ['今天下午 5 点停止取号，5 点半前取到号的都会办完', '请看管好随身物品，照顾好老人和孩子'],
      policies: [
        {
          title: '高龄津贴要带什么',
          lines: [
            '本人身份证原件，户口簿（免证办可免）',
            '本人银行卡或颐年卡',
            '请人代办：代办人身份证和委托书',
            '本人行动不便可以申请上门办理',
            '材料不齐也可以先收件，之后补交',
          ],
        },
      ],
    }),
  );
}
