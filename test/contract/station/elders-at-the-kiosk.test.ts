import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { checkDigitFor } from '../../../main/foundation/identity/index.ts';
import type { Client } from '../../../preload/contracts/operation.ts';
import type { stationCollections, StationOperations } from '../../../preload/contracts/station-operations.ts';
import { bodiesOf } from '../../support/bodies-of.ts';
import { elderCsv } from '../../support/elder-list.ts';
import { FakeFormPrinter } from '../../support/paper/fake-form-printer.ts';
import type { FeedListener } from '../../support/services/feed-listener.ts';
import { HallService } from '../../support/services/hall-service.ts';
import { waitFor } from '../../support/wait-for.ts';
import { startRiggedStation, type RiggedStation } from '../../support/services/rigged-station.ts';
import { must } from '../../support/services/service-under-test.ts';
import { followStation, stationClient } from '../../support/services/station-service.ts';

const numberOf = (born: string, n: string): string =>
  `110199${born}${n}` + checkDigitFor(`110199${born}${n}`);
/** Ninety-odd in any year in which the test runs: one is paid, the other not. */
const PAID = {
  name: '测试甲',
  birth: '19300201',
  sex: 'female',
  number: numberOf('19300201', '042'),
} as const;
const NOT_PAID = {
  name: '测试乙',
  birth: '19310201',
  sex: 'female',
  number: numberOf('19310201', '062'),
} as const;

let hall: HallService;
let station: RiggedStation;
let forms: FakeFormPrinter;
let kiosk: Client<StationOperations>;
let page: FeedListener<typeof stationCollections>;
const id = () => ({ requestId: randomUUID() });
const journal = <Kind extends Parameters<typeof bodiesOf>[1]>(kind: Kind) =>
  bodiesOf(join(hall.folder, 'data'), kind);
async function putCard(person: typeof PAID | typeof NOT_PAID): Promise<void> {
  station.reader.placeCard(person);
  await page.until((now) => now.visit['now']?.maskedName ?? undefined);
}

beforeEach(async () => {
  hall = await HallService.forTest();
  const content = elderCsv(
    { name: PAID.name, idNumber: PAID.number, benefits: '高龄津贴' },
    { name: NOT_PAID.name, idNumber: NOT_PAID.number },
  );
  await must(hall.as('admin').importBeneficiaries({ ...id(), content }));
  forms = new FakeFormPrinter();
  station = await startRiggedStation(hall, { formPrinter: forms });
  kiosk = stationClient(station);
  page = await followStation(station);
});

describe('with a card', () => {
  it('the table says what somebody has today, and what waits for them', async () => {
    await putCard(NOT_PAID);
    const { standing, table } = await must(kiosk.elderStanding({}));
    expect(standing).toMatchObject({ check: null, offer: { state: 'NO_ANSWER' } });
    expect([500, 1000]).toContain(standing?.tier?.amount);
    expect(table.place?.name).toBe('深圳市');
  });

  it('an offer is answered once and kept with who, when and how; the journal names nobody', async () => {
    await putCard(NOT_PAID);
    const wish = { ...id(), answer: 'agreed' } as const;
    expect(await must(kiosk.answerOffer(wish))).toEqual({ state: 'CONSENTED' });
    expect(await must(kiosk.answerOffer(wish))).toEqual({ state: 'CONSENTED' });
    expect(journal('elder.answered')).toMatchObject([{ answer: 'agreed', how: 'kiosk' }]);
    expect(JSON.stringify(journal('elder.answered'))).not.toMatch(/测试|19310201/);
  });

  it('who leaves without a touch has answered nothing', async () => {
    await putCard(NOT_PAID);
    await must(kiosk.elderStanding({}));
    station.reader.liftCard();
    await must(kiosk.endVisit({ ...id() }));
    expect(journal('elder.answered')).toEqual([]);
  });

  it('who came themselves is noted for staff, who then find it on their list', async () => {
    await putCard(PAID);
    expect((await must(kiosk.certifyInPerson(id()))).cycle).toMatch(/^\d{4}-(05|11)$/);
    const { people } = await must(hall.as('counter').listDue({}));
    expect(people).toMatchObject([{ maskedName: '测*甲', state: 'to-confirm' }]);
  });
});

describe('without a card', () => {
  beforeEach(async () => void (await must(kiosk.beginWithoutCard(id()))));

  it('the table is shown, and nobody is asked or noted', async () => {
    const { standing, table } = await must(kiosk.elderStanding({}));
    expect([standing, table.tiers.length]).toEqual([null, 4]);
    const refused = { ok: false, error: { kind: 'nobody-at-the-kiosk' } };
    expect(await kiosk.answerOffer({ ...id(), answer: 'agreed' })).toEqual(refused);
    expect(await kiosk.certifyInPerson(id())).toEqual(refused);
  });

  it('the list of meals comes out in large print, says that it is a sample, and is on record', async () => {
    expect(await must(kiosk.printMeals(id()))).toMatchObject({ printState: 'confirmed' });
    const [{ html = '' } = {}] = forms.forms;
    for (const said of ['示例，不是真的', '每餐补', '自己付', '邻里互助', '20pt'])
      expect(html).toContain(said);
    expect(journal('form.printed')).toMatchObject([{ formId: 'meals', size: 'large' }]);
  });
});

describe('a visit at home', () => {
  it('is booked for the person of the card; the slip says the day and names nobody', async () => {
    await putCard(PAID);
    const { days } = await must(kiosk.homeVisitDays({}));
    const wish = { purpose: 'certification', date: days[0] ?? '', part: 'morning' } as const;
    const booked = await must(kiosk.bookHomeVisit({ ...id(), ...wish, phone: '13812341234' }));
    expect(booked).toEqual({ date: days[0], part: 'morning' });
    const { html } = await waitFor(() => forms.forms[0]);
    expect(html).toContain('上门认证');
    expect(html).not.toMatch(/测试甲|13812341234|19300201/);
    const { visits } = await must(hall.as('counter').homeVisits({}));
    expect(visits).toMatchObject([{ maskedName: '测*甲', maskedPhone: '138****1234' }]);
  });

  it('without a printer is booked all the same', async () => {
    const without = await startRiggedStation(hall, {});
    const other = stationClient(without);
    await must(other.beginWithoutCard(id()));
    const { days } = await must(other.homeVisitDays({}));
    const wish = {
      purpose: 'other',
      date: days[1] ?? '',
      part: 'afternoon',
      phone: '0755-12345678',
    } as const;
    expect(await must(other.bookHomeVisit({ ...id(), ...wish }))).toMatchObject({ date: days[1] });
    expect((await must(hall.as('counter').homeVisits({}))).visits).toHaveLength(1);
  });

  it('from the community is asked for with consent, and stands on the register', async () => {
    await putCard(NOT_PAID);
    const wish = { wish: 'visit', category: 'livingAlone', phone: '13812341234', consent: true } as const;
    await must(kiosk.askForCare({ ...id(), ...wish }));
    const { visits } = await must(hall.as('counter').careVisits({}));
    expect(visits).toMatchObject([{ category: 'livingAlone', wish: 'visit', need: 'notStated' }]);
    for (const place of [JSON.stringify(page.now), station.log(), hall.log])
      expect(place).not.toMatch(/测试乙|13812341234/);
  });
});
