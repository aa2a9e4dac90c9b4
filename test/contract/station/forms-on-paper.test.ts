import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Client } from '../../../preload/contracts/operation.ts';
import type {
  FormPrintView,
  stationCollections,
  StationOperations,
} from '../../../preload/contracts/station-operations.ts';
import { bodiesOf } from '../../support/bodies-of.ts';
import { FakeFormPrinter } from '../../support/paper/fake-form-printer.ts';
import type { FeedListener } from '../../support/services/feed-listener.ts';
import { HallService } from '../../support/services/hall-service.ts';
import { startRiggedStation, type RiggedStation } from '../../support/services/rigged-station.ts';
import { must } from '../../support/services/service-under-test.ts';
import { followStation, stationClient } from '../../support/services/station-service.ts';

const PERSON = { name: '张㛃䶮', birth: '19560315', sex: 'female' } as const;

let hall: HallService;
let station: RiggedStation;
let forms: FakeFormPrinter;
let kiosk: Client<StationOperations>;
let page: FeedListener<typeof stationCollections>;
const id = () => ({ requestId: randomUUID() });
const prefilled = (formId = 'elder-allowance') => kiosk.printForm({ ...id(), formId });
const blank = (formId = 'elder-allowance') => kiosk.printBlankForm({ ...id(), formId });
const formIs = (ready: (form: FormPrintView) => boolean) =>
  page.until((now) => {
    const form = now.station['now']?.form ?? undefined;
    return form !== undefined && ready(form) ? form : undefined;
  });
async function putCard(): Promise<void> {
  station.reader.placeCard(PERSON);
  await page.until((now) => now.visit['now']?.maskedName ?? undefined);
}

beforeEach(async () => {
  hall = await HallService.forTest();
  forms = new FakeFormPrinter();
  station = await startRiggedStation(hall, { formPrinter: forms });
  kiosk = stationClient(station);
  page = await followStation(station);
});

it('the forms of a service are listed, with how much of each a card fills', async () => {
  const { forms: listed } = await must(kiosk.listForms({ serviceCode: 'LN-01' }));
  expect(listed).toMatchObject([
    { formId: 'elder-allowance', title: '高龄津贴申请表', code: 'LN-01-1', fromCard: 5, model: true },
  ]);
  const all = await must(kiosk.listForms({}));
  // A comprehensive hall registers no marriages.
  expect(all.forms.some(({ services }) => services.includes('JZ-01'))).toBe(true);
  expect(all.forms.some(({ formId }) => formId === 'marriage-statement')).toBe(false);
});

describe('with a card', () => {
  beforeEach(putCard);

  it('what the card says stands on the form, in clear for the printer alone', async () => {
    expect(await must(prefilled())).toEqual({ printState: 'confirmed', reason: null });
    const [{ html = '', title = '' } = {}] = forms.forms;
    expect(title).toBe('高龄津贴申请表');
    for (const clear of ['张㛃䶮', '1956年3月15日', '■ 女', '北京市测试区样例路1号'])
      expect(html).toContain(clear);
    expect(await formIs(({ state }) => state === 'confirmed')).toEqual({
      ...{ formId: 'elder-allowance', state: 'confirmed', reason: null, prints: 1 },
    });
    for (const place of [JSON.stringify(page.now), station.log(), hall.log])
      expect(place).not.toContain('张㛃䶮');
  });

  it('a clerk finds what the card said by the code on the paper, and the paper is whole without it', async () => {
    await must(prefilled());
    const [{ html = '' } = {}] = forms.forms;
    expect(html).toContain('<svg');
    const [, code = ''] = /窗口调取码 <b>([0-9A-Z]{4}-[0-9A-Z]{4})</.exec(html) ?? [];
    const draft = await must(hall.as('counter').recallDraft({ ...id(), code, counterId: '1' }));
    expect(draft).toMatchObject({ formId: 'elder-allowance', title: '高龄津贴申请表', name: '张㛃䶮' });
    expect(html).toContain(draft.idNumber);
    expect(html).toContain(draft.address);

    await hall.stop();
    expect(await must(prefilled())).toMatchObject({ printState: 'confirmed' });
    expect(forms.forms[1]?.html).toContain('张㛃䶮');
    expect(forms.forms[1]?.html).not.toContain('窗口调取码');
  });

  it('a blank form names nobody', async () => {
    await must(blank());
    expect(forms.forms[0]?.html).not.toContain('窗口调取码');
    expect(bodiesOf(join(hall.folder, 'data'), 'draft.kept')).toEqual([]);
    const [{ html = '' } = {}] = forms.forms;
    expect(html).not.toContain('张㛃䶮');
    expect(html).not.toContain('1956年');
    expect(html).toContain('高龄津贴申请表');
  });

  it('the record knows which form, in which version, and not whose', async () => {
    await must(kiosk.printForm({ ...id(), formId: 'elder-allowance', size: 'large' }));
    expect(bodiesOf(join(hall.folder, 'data'), 'form.printed')).toMatchObject([
      {
        ...{ formId: 'elder-allowance', version: '2026.1', size: 'large', prefilled: true },
        printState: 'confirmed',
      },
    ]);
  });

  it('printed again it says 补打, and the fourth is refused', async () => {
    for (let copies = 1; copies <= 3; copies += 1) await must(prefilled());
    expect(forms.forms.map(({ html }) => html.includes('补打'))).toEqual([false, true, true]);
    expect(await prefilled()).toMatchObject({ ok: false, error: { kind: 'print-limit', limit: 3 } });
    expect(await must(prefilled('elder-card'))).toMatchObject({ printState: 'confirmed' });
  });

  it('twenty touches are one paper', async () => {
    let letGo = (): void => undefined;
    forms.held = new Promise((resolve) => (letGo = resolve));
    const touches = Array.from({ length: 20 }, () => prefilled());
    await formIs(({ state }) => state === 'printing');
    // Asked and answered after all of them were sent: they have arrived.
    for (let question = 0; question < 5; question += 1) await must(kiosk.listForms({}));
    letGo();
    expect(new Set((await Promise.all(touches)).map((answer) => answer.ok))).toEqual(new Set([true]));
    expect(forms.forms).toHaveLength(1);
  });

  it('no paper: nothing is printed, it is said why, and nothing is recorded', async () => {
    forms.outcome = { state: 'refused', status: { state: 'unavailable', reason: 'no-paper' } };
    expect(await must(prefilled())).toEqual({ printState: 'refused', reason: 'no-paper' });
    expect(await formIs(({ state }) => state === 'refused')).toMatchObject({ reason: 'no-paper', prints: 0 });
    expect(bodiesOf(join(hall.folder, 'data'), 'form.printed')).toEqual([]);
    forms.outcome = { state: 'confirmed' };
    await must(prefilled());
    expect(forms.forms[0]?.html).not.toContain('补打');
  });

  it('the next person sees nothing of it and may print as often', async () => {
    for (let copies = 1; copies <= 3; copies += 1) await must(prefilled());
    await must(kiosk.endVisit(id()));
    await must(kiosk.beginWithoutCard(id()));
    await page.until((now) => (now.visit['now']?.person === 'no-card' ? true : undefined));
    expect(page.now.station['now']?.form).toBeNull();
    expect(await must(prefilled())).toMatchObject({ printState: 'confirmed' });
    // Without a card it is blank, also where it was asked to be filled.
    expect(forms.forms.at(-1)?.html).not.toContain('张㛃䶮');
  });
});

describe('what cannot be', () => {
  it('nobody stands there', async () => {
    expect(await prefilled()).toMatchObject({ ok: false, error: { kind: 'nobody-at-the-kiosk' } });
  });

  it('a form that does not exist, or is of another kind of hall', async () => {
    await putCard();
    expect(await prefilled('tax-return')).toMatchObject({ ok: false, error: { kind: 'not-found' } });
    expect(await prefilled('marriage-statement')).toMatchObject({ ok: false, error: { kind: 'not-found' } });
    expect(await prefilled('../../etc/passwd')).toMatchObject({ ok: false, error: { kind: 'bad-input' } });
  });

  it('a station without such a printer says so', async () => {
    const bare = await startRiggedStation(hall);
    const client = stationClient(bare);
    await must(client.beginWithoutCard(id()));
    expect(await must(client.printBlankForm({ ...id(), formId: 'elder-allowance' }))).toEqual({
      ...{ printState: 'refused', reason: 'none' },
    });
  });
});

it('a marriage hall prints the dates of a divorce on a paper, and says that it is not the receipt', async () => {
  const marriages = await HallService.forTest({ configuration: 'hall: { type: marriage }\n' });
  const there = await startRiggedStation(marriages, { formPrinter: forms });
  const client = stationClient(there);
  await must(client.beginWithoutCard(id()));
  const wish = { ...id(), formId: 'divorce-dates', acceptedOn: '2025-09-01' };
  expect(await must(client.printForm(wish))).toMatchObject({ printState: 'confirmed' });
  const [{ html = '' } = {}] = forms.forms;
  for (const date of ['2025年9月1日', '2025年10月9日', '2025年10月10日', '2025年11月10日'])
    expect(html).toContain(date);
  expect(html).toContain('以婚姻登记机关发的受理回执单为准');
});

describe('the one-time notice of a service', () => {
  beforeEach(putCard);

  it('tells once and in full what is asked for, each way to do it, and names nobody', async () => {
    expect(await must(kiosk.printNotice({ ...id(), serviceCode: 'LN-01' }))).toEqual({
      ...{ printState: 'confirmed', reason: null },
    });
    const [{ html = '', title = '' } = {}] = forms.forms;
    expect(title).toBe('一次性告知单');
    for (const said of [
      '高龄津贴申请（LN-01）',
      '□ 居民身份证',
      '<strong>免交</strong>：户籍信息能共享核验的，可免交',
      '窗口办',
      '不用机器、不用手机',
      '家人代办',
      '可以，请带两个人的身份证',
      '高龄津贴申请表',
      '依据：',
      'body { font-size: 20pt',
    ])
      expect(html).toContain(said);
    expect(html).not.toContain('张㛃䶮');
    expect(bodiesOf(join(hall.folder, 'data'), 'form.printed')).toMatchObject([
      { formId: 'notice-ln-01', size: 'large', prefilled: false },
    ]);
  });

  it('calls nothing free that the catalogue does not call so', async () => {
    await must(kiosk.printNotice({ ...id(), serviceCode: 'JZ-01' }));
    await must(kiosk.printNotice({ ...id(), serviceCode: 'JZ-08' }));
    const fees = forms.forms.map(({ html }) => /<th>费用<\/th><td>([^<]*)/.exec(html)?.[1]);
    expect(fees).toEqual(['请问窗口', '免费']);
  });

  it('of a service that this hall does not have: told so', async () => {
    expect(await kiosk.printNotice({ ...id(), serviceCode: 'HY-01' })).toMatchObject({
      ...{ ok: false, error: { kind: 'unknown-service', serviceCode: 'HY-01' } },
    });
    expect(forms.forms).toEqual([]);
  });
});
