import type { MealsView } from '../../../preload/contracts/hall-operations.ts';
import type { Client, Output } from '../../../preload/contracts/operation.ts';
import type { StationOperations } from '../../../preload/contracts/station-operations.ts';
import type { Steps } from '../../shared/line/steps.ts';
import type { Person } from '../person.ts';
import type { HomeWish } from './home-wishes.ts';

type Standing = Output<StationOperations, 'elderStanding'>;

/** What somebody asked about allowances, meals and visits at home, and was told. */
export interface ElderQuestions {
  standing: Standing | null;
  /** They came themselves and it was noted in this visit. */
  noted: boolean;
  meals: MealsView | null;
  /** The meal point that was touched. */
  pointCode: string | null;
  wish: HomeWish | null;
  /** Digits of a telephone number, as far as they are typed. */
  phone: string;
  days: readonly string[];
  /** What was booked: a day, or that the community will call. */
  booked: { readonly date: string; readonly part: 'morning' | 'afternoon' | null } | null;
}

export const noElderQuestions = (): ElderQuestions => ({
  standing: null,
  noted: false,
  meals: null,
  pointCode: null,
  wish: null,
  phone: '',
  days: [],
  booked: null,
});

export type ElderSteps = ReturnType<typeof createElderSteps>;
type Take = Steps<Client<StationOperations>>;

/** A card shows what its person has; without one there is the table. */
export function createElderSteps(steps: Take, person: Person) {
  async function look(): Promise<boolean> {
    const answer = await steps.take('elder standing', (station) => station.elderStanding({}));
    if (answer?.ok !== true) return false;
    person.elder.standing = answer.value;
    return true;
  }
  return {
    openAllowance: async (): Promise<void> => {
      if (!(await look())) return;
      const own = person.elder.standing?.standing ?? null;
      person.place = own === null ? 'allowance-table' : 'allowance';
    },
    answerOffer: async (answer: 'agreed' | 'declined'): Promise<void> => {
      const kept = await steps.take(`offer ${answer}`, (station, requestId) =>
        station.answerOffer({ requestId, answer }),
      );
      if (kept?.ok === true && (await look())) person.place = 'allowance';
    },
    certifyInPerson: async (): Promise<void> => {
      const noted = await steps.take('certify', (station, requestId) =>
        station.certifyInPerson({ requestId }),
      );
      if (noted?.ok === true && (await look())) person.elder.noted = true;
    },
    ...createMealSteps(steps, person),
    ...createHomeSteps(steps, person),
  };
}

function createMealSteps(steps: Take, person: Person) {
  return {
    openMeals: async (): Promise<void> => {
      const answer = await steps.take('meals', (station) => station.listMeals({}));
      if (answer?.ok !== true) return;
      person.elder.meals = answer.value;
      person.listPage = 0;
      person.place = 'meals';
    },
    openMealPoint: (code: string): void => {
      person.elder.pointCode = code;
      person.place = 'meal-point';
    },
    printMeals: async (): Promise<void> => {
      const printed = await steps.take('print meals', (station, requestId) =>
        station.printMeals({ requestId }),
      );
      // What becomes of the paper is told by the station: it may take longer than an answer is waited for.
      if (printed?.ok === false && printed.error.kind === 'hall-unreachable') steps.problem.value = null;
    },
  };
}

function createHomeSteps(steps: Take, person: Person) {
  return {
    wishForHome: (wish: HomeWish): void => {
      person.elder.wish = wish;
      person.place = 'home-phone';
    },
    /** The number is typed: next is the day, or who the person is. */
    sayPhone: async (): Promise<void> => {
      const { wish } = person.elder;
      if (wish === null) return;
      if (wish.kind === 'care') {
        const answer = await steps.take('elder standing', (station) => station.elderStanding({}));
        if (answer?.ok !== true) return;
        person.elder.standing = answer.value;
        person.listPage = 0;
        person.place = 'home-category';
        return;
      }
      const answer = await steps.take('home days', (station) => station.homeVisitDays({}));
      if (answer?.ok !== true) return;
      person.elder.days = answer.value.days;
      person.place = 'home-day';
    },
    bookHomeVisit: async (date: string, part: 'morning' | 'afternoon'): Promise<void> => {
      const { wish, phone } = person.elder;
      if (wish?.kind !== 'visit') return;
      const booked = await steps.take(`home ${date} ${part}`, (station, requestId) =>
        station.bookHomeVisit({ requestId, purpose: wish.purpose, date, part, phone }),
      );
      if (booked?.ok !== true) return;
      person.elder.booked = { date, part };
      person.place = 'home-done';
    },
    askForCare: async (category: string): Promise<void> => {
      const { wish, phone } = person.elder;
      if (wish?.kind !== 'care') return;
      const kept = await steps.take(`care ${category}`, (station, requestId) =>
        station.askForCare({ requestId, wish: wish.wish, category, phone, consent: true }),
      );
      if (kept?.ok !== true) return;
      person.elder.booked = { date: kept.value.followUpOn, part: null };
      person.place = 'home-done';
    },
  };
}
