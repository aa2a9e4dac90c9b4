import type { Page } from 'playwright';
import { loadBenefits } from '../../../main/hall/policies/benefits.ts';
import { loadMeals } from '../../../main/hall/policies/meals.ts';
import type {
  BenefitStandingView,
  BenefitTableView,
  MealsView,
  TierView,
} from '../../../preload/contracts/hall-operations.ts';
import { ok } from '../../../preload/contracts/result.ts';
import { cardlessVisit, elderVisit, sampleStation } from '../fake-services/samples.ts';
import { wholeCatalogue } from '../whole-catalogue.ts';
import { panelOf, screen, type FakeStation } from './bench.ts';

interface Viewport {
  readonly width: number;
  readonly height: number;
}
type Bring = (station: FakeStation, page: Page, viewport: Viewport) => Promise<void>;

const { data } = loadBenefits();
const { meals } = loadMeals();

/** The shipped tiers of Shenzhen as a kiosk hears of them. */
export const TIERS: readonly TierView[] = data.tiers
  .filter(({ place }) => place === '440300')
  .map(({ minAge, maxAge = null, amount, from, source, mark }) => ({
    ...{ benefit: 'HIGH_AGE_ALLOWANCE', minAge, maxAge, amount, from, until: null, source, mark },
  }));
export const TABLE: BenefitTableView = {
  place: { code: '440300', name: '深圳市' },
  tiers: [...TIERS],
  benefits: [],
  elderCard: null,
  elsewhere: ['社区工作站', '广东政务服务网', 'i深圳', '工作人员上门'],
  nextCheck: { cycle: '2026-11', from: '2026-11-01', until: '2026-11-30' },
  source: '深圳市高龄老人津贴申请指南',
  careCategories: data.care.categories,
};
const tier = (minAge: number): TierView | null => TIERS.find((one) => one.minAge === minAge) ?? null;
const ofEighty = tier(80);
if (ofEighty === null) throw new Error('The shipped table has no tier from 80 on');

/** 78 years old, with the most that can be said of somebody at once. */
export const STANDING: BenefitStandingView = {
  ...{ on: '2026-06-15', age: 78, tier: tier(70) },
  next: { on: '2028-03-15', tier: ofEighty },
  nextCheck: TABLE.nextCheck,
  check: 'due',
  offer: null,
  elsewhere: TABLE.elsewhere,
};
export const OFFERED: BenefitStandingView = {
  ...STANDING,
  check: null,
  offer: { begins: '2026-08-15', amount: 200, state: 'NOTIFIED' },
};
export const MEALS: MealsView = {
  sample: meals.sample,
  points: meals.points.map(({ groups, ...point }) => ({
    ...point,
    groups: groups.map((group) => ({ group, subsidy: 2, share: point.price - 2 })),
  })),
  policies: [],
  communities: ['幸福社区'],
};

/** A kiosk on the elders' screen; `standing` null: somebody without a card. */
const atElders =
  (standing: BenefitStandingView | null): Bring =>
  async (station, page) => {
    for (const service of wholeCatalogue('comprehensive'))
      station.feed.put('services', service.serviceCode, service);
    station.answers.elderStanding = () => ok({ table: TABLE, standing });
    station.answers.listMeals = () => ok(MEALS);
    station.answers.homeVisitDays = () => ok({ days: ['2026-06-16', '2026-06-17'] });
    station.answers.bookHomeVisit = ({ date, part }) => ok({ date, part });
    station.answers.askForCare = () => ok({ followUpOn: '2026-07-15' });
    station.feed.put('visit', 'now', standing === null ? cardlessVisit() : elderVisit());
    await screen(page, 'choose');
    await page.locator('[data-errands-entry]').click();
    await screen(page, 'errands');
    await page.locator('[data-errand="elder"]').click();
    await screen(page, 'elder');
  };

type Touch = readonly [selector: string, screen: string];

const touching =
  (standing: BenefitStandingView | null, ...touches: readonly Touch[]): Bring =>
  async (station, page, viewport) => {
    await atElders(standing)(station, page, viewport);
    for (const [selector, then] of touches) {
      await page.locator(selector).first().click();
      await screen(page, then);
    }
  };

/** Typed on a numeric pad: a finger is slower than the guard against a touch that comes down twice. */
const phoned =
  (choice: string, ...touches: readonly Touch[]): Bring =>
  async (station, page, viewport) => {
    await touching(STANDING, ['[data-elder="home"]', 'home-wish'], [`[data-home="${choice}"]`, 'home-phone'])(
      station,
      page,
      viewport,
    );
    await page.keyboard.type('13812341234');
    for (const [selector, then] of touches) {
      await page.locator(selector).first().click();
      await screen(page, then);
    }
  };

const TO_ALLOWANCE: Touch = ['[data-elder="allowance"]', 'allowance'];
const TO_POINT: readonly Touch[] = [
  ['[data-elder="meals"]', 'meals'],
  ['[data-meal="ZC-01"]', 'meal-point'],
];
const DONE: Touch = ['[data-pad="done"]', 'home-day'];

/** Every screen of what there is for elders, and how it comes about. */
export const KIOSK_ELDER_STATES: Readonly<Record<string, Bring>> = {
  elder: atElders(STANDING),
  allowance: touching(STANDING, TO_ALLOWANCE),
  'allowance-offered': touching(OFFERED, TO_ALLOWANCE),
  'allowance-table': touching(null, ['[data-elder="allowance"]', 'allowance-table']),
  offer: touching(OFFERED, TO_ALLOWANCE, ['[data-to-offer]', 'offer']),
  meals: touching(STANDING, ...TO_POINT.slice(0, 1)),
  'meal-point': touching(STANDING, ...TO_POINT),
  'meal-printed': async (station, page, viewport) => {
    await touching(STANDING, ...TO_POINT)(station, page, viewport);
    const form = { formId: 'meals', state: 'confirmed', reason: null, prints: 1 } as const;
    station.feed.put('station', 'now', sampleStation({ panel: panelOf(viewport), form }));
    await page.locator('[data-paper="confirmed"]').waitFor();
  },
  'home-wish': touching(STANDING, ['[data-elder="home"]', 'home-wish']),
  'home-phone': phoned('certification'),
  'home-day': phoned('certification', DONE),
  'home-done': phoned('certification', DONE, ['[data-home-day="2026-06-16 morning"]', 'home-done']),
  'home-category': phoned('care', ['[data-pad="done"]', 'home-category']),
};
