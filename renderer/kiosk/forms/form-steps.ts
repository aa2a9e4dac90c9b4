import type { Client } from '../../../preload/contracts/operation.ts';
import type { FormView, StationOperations } from '../../../preload/contracts/station-operations.ts';
import type { Steps } from '../../shared/line/steps.ts';
import type { Person } from '../person.ts';
import type { Place } from '../screen.ts';

type FormSize = 'standard' | 'large';

/** What somebody who wants a form on paper has chosen. */
export interface FormChoice {
  /** The forms that were asked for; empty until the station has answered. */
  offered: readonly FormView[];
  /** Where another screen led here: from its first screen one step back is that screen. Null: by way of the themes. */
  led: { readonly to: Place; readonly from: Place } | null;
  themeId: string | null;
  formId: string | null;
  size: FormSize;
  /** The day of acceptance that a paper with dates is about, YYYY-MM-DD. */
  acceptedOn: string | null;
}

export const noForm = (): FormChoice => ({
  offered: [],
  led: null,
  themeId: null,
  formId: null,
  size: 'standard',
  acceptedOn: null,
});

/** Everything that a touch can ask of the station about forms. */
export interface FormSteps {
  /** All forms by theme. */
  readonly openForms: () => Promise<void>;
  /** Those of one service, from a screen that is about it; `start`: beside the number that was given for it. */
  readonly openFormsOf: (serviceCode: string, from: Place) => Promise<void>;
  readonly openTheme: (themeId: string) => void;
  readonly openForm: (formId: string) => void;
  /** The paper with the dates of a divorce application. */
  readonly openDates: (acceptedOn: string) => Promise<void>;
  readonly printForm: (prefilled: boolean) => Promise<void>;
}

export function createFormSteps(steps: Steps<Client<StationOperations>>, person: Person): FormSteps {
  async function load(serviceCode: string | null, led: FormChoice['led']): Promise<boolean> {
    const answer = await steps.take(`forms ${serviceCode}`, (station) =>
      station.listForms(serviceCode === null ? {} : { serviceCode }),
    );
    if (answer?.ok !== true) return false;
    person.form = { ...noForm(), led, offered: answer.value.forms };
    return true;
  }
  function stand(place: Place): void {
    person.listPage = 0;
    person.place = place;
  }
  return {
    openForms: async () => {
      if (await load(null, null)) stand('form-themes');
    },
    openFormsOf: async (serviceCode, from) => {
      if (!(await load(serviceCode, { to: 'forms', from }))) return;
      // A number that was given stands above all places: the forms stand beside it.
      if (from === 'start') person.choosingAnother = true;
      stand('forms');
    },
    openTheme: (themeId) => {
      person.form.themeId = themeId;
      stand('forms');
    },
    openForm: (formId) => {
      person.form.formId = formId;
      stand('form');
    },
    openDates: async (acceptedOn) => {
      if (!(await load(null, { to: 'form', from: 'divorce-dates' }))) return;
      person.form.formId = 'divorce-dates';
      person.form.acceptedOn = acceptedOn;
      stand('form');
    },
    printForm: (prefilled) => print(steps, person, prefilled),
  };
}

/** What becomes of the paper is told by the station: it may take longer than an answer is waited for. */
async function print(
  steps: Steps<Client<StationOperations>>,
  { form }: Person,
  prefilled: boolean,
): Promise<void> {
  const { formId, size, acceptedOn } = form;
  if (formId === null) return;
  const wish = { formId, size, ...(acceptedOn !== null && { acceptedOn }) };
  const printed = await steps.take(`form ${formId}`, (station, requestId) =>
    prefilled ? station.printForm({ requestId, ...wish }) : station.printBlankForm({ requestId, ...wish }),
  );
  if (printed?.ok === false && printed.error.kind === 'hall-unreachable') steps.problem.value = null;
}
