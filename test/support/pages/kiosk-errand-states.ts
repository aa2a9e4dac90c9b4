import type { Page } from 'playwright';
import type { ServiceGuideView } from '../../../preload/contracts/hall-operations.ts';
import { ok } from '../../../preload/contracts/result.ts';
import type { FormPrintView, FormView } from '../../../preload/contracts/station-operations.ts';
import { loadShippedForms } from '../../../main/station/forms/load-forms.ts';
import { elderVisit, sampleStation } from '../fake-services/samples.ts';
import { wholeCatalogue } from '../whole-catalogue.ts';
import { panelOf, screen, type FakeStation } from './bench.ts';

interface Viewport {
  readonly width: number;
  readonly height: number;
}
type Bring = (station: FakeStation, page: Page, viewport: Viewport) => Promise<void>;

/** The shipped forms as a kiosk hears of them. */
export const SHIPPED_FORMS: readonly FormView[] = loadShippedForms().map(
  ({ id: formId, code, title, version, services, copies, model, fields }) => ({
    ...{ formId, code, title, version, services, copies, model },
    ...{ fields: fields.length, fromCard: 5 },
  }),
);

/** As much as a service may ask for. */
export const SAMPLE_GUIDE: ServiceGuideView = {
  ...{ serviceCode: 'LN-09', name: '中度以上失能老人养老服务消费补贴协助申领' },
  applicants: '60+且评估为中度/重度/完全失能',
  documents: [
    { name: '全体成员身份证' },
    { name: '户口簿', replacedBySharing: '户籍信息能共享核验的，可免交' },
    { name: '收入财产申报与核对授权书', copies: 1 },
    { name: '能力评估结论' },
  ],
  fee: { amountYuan: 0, source: '政策' },
  signatureNeeded: true,
  formsPrinted: ['线下协助申领登记表'],
  typicalMinutes: 20,
  statutoryLimit: '审核后5个工作日内发首月券',
  promisedDays: 5,
  basis: '民政部、财政部政策',
  verification: 'V2',
  flags: [],
  elsewhere: ['民政通小程序'],
  nationalCode: null,
  proxy: 'conditional',
  proxyRule: '配偶、子女可代办',
  offline: { counter: '本大厅人工窗口', paperForm: '登记表', telephone: null },
  waiting: 3,
  counters: ['1'],
  openCounters: 1,
};

const inHall =
  (type: 'comprehensive' | 'marriage'): Bring =>
  async (station, page) => {
    for (const service of wholeCatalogue(type)) station.feed.put('services', service.serviceCode, service);
    station.answers.listForms = () => ok({ forms: [...SHIPPED_FORMS] });
    station.answers.serviceGuide = () => ok(SAMPLE_GUIDE);
    station.answers.divorceDates = () =>
      ok({
        ...{ acceptedOn: '2025-09-01', coolingLast: '2025-10-09', windowFrom: '2025-10-10' },
        ...{ windowTo: '2025-11-10', standing: 'over', holidaysKnown: true },
      });
    station.answers.organisationWay = () =>
      ok({
        way: 'street-managed',
        conditions: [
          { condition: 'members', required: 50, given: 10, met: false, source: '条例' },
          { condition: 'funds', required: 30_000, given: 0, met: false, source: '条例' },
          { condition: 'premises', required: null, given: null, met: false, source: null },
          { condition: 'filing-size', required: 10, given: 10, met: true, source: '办法' },
        ],
      });
    station.feed.put('visit', 'now', elderVisit());
    await screen(page, 'choose');
    await page.locator('[data-errands-entry]').click();
    await screen(page, 'errands');
  };

type Touch = readonly [selector: string, screen: string];

const touching =
  (type: 'comprehensive' | 'marriage', ...touches: readonly Touch[]): Bring =>
  async (station, page, viewport) => {
    await inHall(type)(station, page, viewport);
    for (const [selector, then] of touches) {
      await page.locator(selector).first().click();
      await screen(page, then);
    }
  };

const TO_FORM: readonly Touch[] = [
  ['[data-errand="forms"]', 'form-themes'],
  ['[data-errand-theme]', 'forms'],
  ['[data-form="elder-allowance"]', 'form'],
];
const TO_WAY: readonly Touch[] = [
  ['[data-errand="group"]', 'group-kind'],
  ['[data-answer="association"]', 'group-size'],
  ['[data-answer="10"]', 'group-means'],
  ['[data-answer="no"]', 'group-licence'],
  ['[data-answer="no"]', 'group-way'],
];

/** A form was asked for, and this is what became of it. */
const printed =
  (form: Partial<FormPrintView>): Bring =>
  async (station, page, viewport) => {
    await touching('comprehensive', ...TO_FORM)(station, page, viewport);
    const view = { formId: 'elder-allowance', state: 'confirmed', reason: null, prints: 1, ...form } as const;
    station.feed.put('station', 'now', sampleStation({ panel: panelOf(viewport), form: view }));
    await page.locator(`[data-paper="${view.state}"]`).waitFor();
  };

/** Every screen of what needs no number, and how it comes about. */
export const KIOSK_ERRAND_STATES: Readonly<Record<string, Bring>> = {
  'guide-services': touching(
    'comprehensive',
    ['[data-errand="guide"]', 'guide-themes'],
    ['[data-errand-theme]', 'guide-services'],
  ),
  guide: touching(
    'comprehensive',
    ['[data-errand="guide"]', 'guide-themes'],
    ['[data-errand-theme]', 'guide-services'],
    ['[data-guide]', 'guide'],
  ),
  errands: touching('comprehensive'),
  'errands-of-marriage': touching('marriage'),
  'form-themes': touching('comprehensive', ...TO_FORM.slice(0, 1)),
  forms: touching('comprehensive', ...TO_FORM.slice(0, 2)),
  form: touching('comprehensive', ...TO_FORM),
  'form-printed': printed({}),
  'form-refused': printed({ state: 'refused', reason: 'no-paper', prints: 0 }),
  'divorce-day': touching('marriage', ['[data-errand="divorce"]', 'divorce-day']),
  'divorce-dates': touching(
    'marriage',
    ['[data-errand="divorce"]', 'divorce-day'],
    ['[data-today]', 'divorce-dates'],
  ),
  'group-kind': touching('comprehensive', ...TO_WAY.slice(0, 1)),
  'group-size': touching('comprehensive', ...TO_WAY.slice(0, 2)),
  'group-way': touching('comprehensive', ...TO_WAY),
};
