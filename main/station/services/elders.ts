import { randomUUID } from 'node:crypto';
import type { ApiError } from '../../../preload/contracts/errors.ts';
import type { Handlers, Input, Output } from '../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import type { StationOperations } from '../../../preload/contracts/station-operations.ts';
import type { kioskElderRows } from '../../../preload/contracts/station/elder-rows.ts';
import { mealsSheet, visitSlip, type SheetOfHall } from '../forms/meals-sheet.ts';
import type { FormSize } from '../forms/form-sheet.ts';
import { addressOfCard, holderOfCard, NO_NAME } from './person-for-vault.ts';
import { printSheet } from './print-sheet.ts';
import type { RememberedAnswers } from './remembered-answers.ts';
import { today, type StationContext } from './station-context.ts';

type Answer<Name extends keyof StationOperations> = Promise<
  Result<Output<StationOperations, Name>, ApiError>
>;
type Wish<Name extends keyof StationOperations> = Input<StationOperations, Name>;

/** Allowances, meals and visits at home: the station adds who the card says they are, and hands it to the hall. */
export function createElderHandlers(
  station: StationContext,
  once: RememberedAnswers,
): Pick<Handlers<StationOperations>, keyof typeof kioskElderRows> {
  const { hall, desk } = station;
  return {
    elderStanding: () => elderStanding(station),
    answerOffer: (wish) => once.run('answerOffer', wish, () => answerOffer(station, wish)),
    certifyInPerson: (wish) => once.run('certifyInPerson', wish, () => certifyInPerson(station, wish)),
    listMeals: () => {
      desk.touch();
      return hall.listMeals({});
    },
    printMeals: (wish) => once.run('printMeals', wish, () => printMeals(station, wish)),
    homeVisitDays: () => {
      desk.touch();
      return hall.homeVisitDays({});
    },
    bookHomeVisit: (wish) => once.run('bookHomeVisit', wish, () => bookHomeVisit(station, wish)),
    askForCare: (wish) => once.run('askForCare', wish, () => askForCare(station, wish)),
  };
}

async function elderStanding({ desk, hall }: StationContext): Answer<'elderStanding'> {
  desk.touch();
  const card = desk.visit?.card;
  const table = await hall.benefitTable({});
  if (!table.ok) return table;
  if (card === undefined || card.warnings.includes('birth-not-a-date'))
    return ok({ table: table.value, standing: null });
  const standing = await hall.benefitStanding({ birthDate: card.birth, holder: holderOfCard(card) });
  return standing.ok ? ok({ table: table.value, standing: standing.value }) : standing;
}

async function answerOffer(
  { desk, hall }: StationContext,
  { requestId, answer }: Wish<'answerOffer'>,
): Answer<'answerOffer'> {
  const card = desk.visit?.card;
  if (card === undefined) return err({ kind: 'nobody-at-the-kiosk' });
  desk.touch();
  return hall.answerOffer({ requestId, holder: holderOfCard(card), answer });
}

async function certifyInPerson(
  { desk, hall }: StationContext,
  { requestId }: Wish<'certifyInPerson'>,
): Answer<'certifyInPerson'> {
  const card = desk.visit?.card;
  if (card === undefined) return err({ kind: 'nobody-at-the-kiosk' });
  desk.touch();
  const noted = await hall.certifyInPerson({ requestId, holder: holderOfCard(card) });
  return noted.ok ? ok({ cycle: noted.value.cycle }) : noted;
}

const sheetFacts = (station: StationContext, size: FormSize): SheetOfHall => ({
  ...{ hallName: station.facts.hallName, telephone: station.facts.telephone, today: today(station), size },
  simulated: station.formPrinter?.simulated ?? false,
});

function printMeals(station: StationContext, { requestId, size }: Wish<'printMeals'>): Answer<'printMeals'> {
  return printSheet(station, {
    ...{ requestId, formId: 'meals', title: '助餐点清单', size },
    html: async () => {
      const meals = await station.hall.listMeals({});
      return meals.ok ? ok(mealsSheet(meals.value, sheetFacts(station, size))) : meals;
    },
  });
}

const PURPOSES: Readonly<Record<Wish<'bookHomeVisit'>['purpose'], string>> = {
  certification: '上门认证',
  application: '上门帮助申请',
  'elder-card': '上门办卡',
  assessment: '上门评估',
  other: '其他事情',
};

/** With a card the hall knows who and where; without one it has the telephone number alone. */
function personAtHome({ desk }: StationContext, phone: string) {
  const card = desk.visit?.card;
  return card === undefined
    ? { name: NO_NAME, phone }
    : { ...holderOfCard(card), ...addressOfCard(card), phone };
}

async function bookHomeVisit(
  station: StationContext,
  { requestId, purpose, date, part, phone }: Wish<'bookHomeVisit'>,
): Answer<'bookHomeVisit'> {
  if (station.desk.visit === undefined) return err({ kind: 'nobody-at-the-kiosk' });
  station.desk.touch();
  const holder = personAtHome(station, phone);
  const booked = await station.hall.bookHomeVisit({ requestId, holder, purpose, date, part });
  if (!booked.ok) return booked;
  // The visit is booked whatever becomes of the slip.
  void printSheet(station, {
    ...{ requestId: randomUUID(), formId: 'home-visit', title: '上门服务预约单', size: 'large' },
    html: () =>
      Promise.resolve(
        ok(visitSlip({ purpose: PURPOSES[purpose], date, part }, sheetFacts(station, 'large'))),
      ),
  });
  return ok({ date, part });
}

async function askForCare(
  station: StationContext,
  { requestId, wish, category, phone, consent }: Wish<'askForCare'>,
): Answer<'askForCare'> {
  if (station.desk.visit === undefined) return err({ kind: 'nobody-at-the-kiosk' });
  station.desk.touch();
  const holder = personAtHome(station, phone);
  const kept = await station.hall.registerCareVisit({ requestId, holder, category, wish, consent });
  return kept.ok ? ok({ followUpOn: kept.value.followUpOn }) : kept;
}
