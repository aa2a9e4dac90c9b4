import type { Page } from 'playwright';
import { err, ok } from '../../../preload/contracts/result.ts';
import type { KioskHelpView } from '../../../preload/contracts/station-operations.ts';
import {
  cardlessVisit,
  elderVisit,
  sampleKioskHelp,
  sampleReading,
  sampleStation,
  visitTicket,
} from '../fake-services/samples.ts';
import { KIOSK_BOOKING_STATES } from './kiosk-booking-states.ts';
import { KIOSK_ELDER_STATES } from './kiosk-elder-states.ts';
import { KIOSK_ERRAND_STATES } from './kiosk-errand-states.ts';
import { KIOSK_PROXY_STATES } from './kiosk-proxy-states.ts';
import { wholeCatalogue } from '../whole-catalogue.ts';
import { panelOf, screen, type FakeStation } from './bench.ts';

export interface Viewport {
  readonly width: number;
  readonly height: number;
}
/** Brings a kiosk from its idle screen into a state. */
export type Bring = (station: FakeStation, page: Page, viewport: Viewport) => Promise<void>;

const show =
  (name: string, put: (station: FakeStation, viewport: Viewport) => void): Bring =>
  async (station, page, viewport) => {
    put(station, viewport);
    await screen(page, name);
  };

/** The longest name of the catalogue: what fits with it fits. */
const LONG_NAME = '中度以上失能老人养老服务消费补贴协助申领';
const ticket = (over: Parameters<typeof visitTicket>[0] = {}) =>
  visitTicket({ serviceName: LONG_NAME, ...over });
const withTicket = (over: Parameters<typeof visitTicket>[0] = {}): Bring =>
  show('done', (station) => station.feed.put('visit', 'now', elderVisit({ tickets: [ticket(over)] })));
const adviceOf = (readerAdvice: 'lift-and-replace' | 'not-an-id-card' | 'go-to-counter') =>
  show('idle', (station, viewport) =>
    station.feed.put('station', 'now', sampleStation({ panel: panelOf(viewport), readerAdvice })),
  );
const elder: Bring = show('choose', (station) => station.feed.put('visit', 'now', elderVisit()));
const noCard: Bring = show('choose', (station) => station.feed.put('visit', 'now', cardlessVisit()));
/** A touch that leads from one state to the screen `name`. */
const thenTouch =
  (bring: Bring, selector: string, name: string): Bring =>
  async (station, page, viewport) => {
    await bring(station, page, viewport);
    await page.locator(selector).first().click();
    await screen(page, name);
  };
/** 其他事项 in a hall with every service of the catalogue. */
const more: Bring = async (station, page, viewport) => {
  for (const service of wholeCatalogue('comprehensive'))
    station.feed.put('services', service.serviceCode, service);
  await thenTouch(elder, '.others', 'more')(station, page, viewport);
};
const letters = thenTouch(more, '.letters', 'letters');
const typing =
  (...keys: readonly string[]): Bring =>
  async (station, page, viewport) => {
    await letters(station, page, viewport);
    for (const key of keys) await page.locator(`[data-letter="${key}"]`).click();
  };
const idle: Bring = show('idle', () => {});
const practising = thenTouch(idle, '[data-practice-begin]', 'idle');
const practisedTo: Bring = async (station, page, viewport) => {
  await thenTouch(practising, '[data-practice-card]', 'choose')(station, page, viewport);
  await page.locator('[data-service]').first().click();
  await screen(page, 'done');
};

/** Somebody was called from the idle screen, and this is what became of it; `null`: the hall is away. */
const called =
  (help: Partial<KioskHelpView> | null): Bring =>
  async (station, page, viewport) => {
    const view = help === null ? null : sampleKioskHelp(help);
    station.answers.callForHelp = () => {
      station.feed.put('station', 'now', sampleStation({ panel: panelOf(viewport), help: view }));
      return view === null ? err({ kind: 'hall-unreachable' }) : ok({ helpId: view.helpId });
    };
    station.answers.reportDifficulty = () => ok({});
    await page.locator('[data-bar="help"]').click();
    await screen(page, 'help');
    await page.locator(view === null ? '[data-help="nobody"]' : '[data-help-cancel]').waitFor();
  };

/** Every screen and state that a person at the kiosk can meet, and how it comes about. */
export const KIOSK_STATES: Readonly<Record<string, Bring>> = {
  idle,
  'idle-lift-and-replace': adviceOf('lift-and-replace'),
  'idle-not-an-id-card': adviceOf('not-an-id-card'),
  'idle-go-to-counter': adviceOf('go-to-counter'),
  away: show('away', (station, viewport) =>
    station.feed.put('station', 'now', sampleStation({ panel: panelOf(viewport), hall: 'unreachable' })),
  ),
  'choose-elder': elder,
  'choose-expired': show('choose', (station) =>
    station.feed.put('visit', 'now', elderVisit({ cardExpired: true })),
  ),
  'choose-no-card': noCard,
  'choose-problem': async (station, page, viewport) => {
    await elder(station, page, viewport);
    station.answers.takeTicket = () => err({ kind: 'hall-unreachable' });
    await page.locator('[data-service]').first().click();
    await page.locator('.problem').waitFor();
  },
  more: thenTouch(elder, '.others', 'more'),
  'more-whole-catalogue': more,
  theme: thenTouch(more, '[data-theme="allowance"]', 'theme'),
  'theme-second-page': async (station, page, viewport) => {
    await thenTouch(more, '[data-theme="allowance"]', 'theme')(station, page, viewport);
    await page.locator('.next').click();
    await page.getByText('第 2 页').waitFor();
  },
  letters,
  'letters-many': typing('S'),
  'letters-found': typing('Z', 'D', 'Y', 'S'),
  'say-it': async (station, page, viewport) => {
    station.feed.put('reading', 'now', sampleReading({ canListen: true }));
    await elder(station, page, viewport);
    await page.locator('[data-say-it]').waitFor();
  },
  heard: async (station, page, viewport) => {
    station.feed.put('reading', 'now', sampleReading({ canListen: true }));
    station.answers.listen = () =>
      ok({ heard: '我要办高龄津贴', services: ['LN-01', 'LN-10', 'LN-13', 'JZ-05'] });
    await elder(station, page, viewport);
    await page.locator('[data-say-it]').click();
    await screen(page, 'heard');
    await page.locator('[data-heard]').waitFor();
  },
  'heard-nothing': async (station, page, viewport) => {
    station.feed.put('reading', 'now', sampleReading({ canListen: true }));
    station.answers.listen = () => ok({ heard: null, services: [] });
    await elder(station, page, viewport);
    await page.locator('[data-say-it]').click();
    await page.locator('[data-say-again]').waitFor();
    await screen(page, 'heard');
  },
  priority: thenTouch(noCard, '[data-statement]:last-child', 'priority'),
  rate: async (station, page) => {
    const served = { ticketId: visitTicket().ticketId, number: 'A012', serviceName: '高龄津贴申请' };
    station.feed.put('visit', 'now', elderVisit({ ratable: [served] }));
    await page.locator('[data-rate-offer]').click();
    await screen(page, 'rate');
  },
  'done-printing': withTicket({ printState: 'sent' }),
  'done-printed': withTicket(),
  'done-one-counter': withTicket({ counters: ['1'] }),
  'done-not-printed': withTicket({ printState: 'unknown', printProblem: 'no-paper' }),
  'done-already-held': withTicket({ alreadyHeld: true, number: 'A1012' }),
  'help-asked': called({}),
  'help-forgotten': called({ escalated: true }),
  'help-coming': called({ state: 'answered', answeredBy: '欧阳晓红' }),
  'help-nobody': called(null),
  'by-hand': thenTouch(called({}), '[data-cannot-use]', 'by-hand'),
  looks: thenTouch(elder, '[data-bar="looks"]', 'looks'),
  'practice-card': practising,
  'practice-done': practisedTo,
  practised: thenTouch(practisedTo, '.finished', 'practised'),
  ...KIOSK_PROXY_STATES,
  ...KIOSK_ERRAND_STATES,
  ...KIOSK_BOOKING_STATES,
  ...KIOSK_ELDER_STATES,
};

/** The first screens: nobody has begun anything yet. */
export const FIRST_SCREENS = ['idle', 'away'] as const;
