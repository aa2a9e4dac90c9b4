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
  /** Forms of one service, for who has a number for it; null: of a theme, or of all. */
  serviceCode: string | null;
  themeId: string | null;
  formId: string | null;
  size: FormSize;
  /** The day of acceptance that a paper with dates is about, YYYY-MM-DD. */
  acceptedOn: string | null;
}

export const noForm = (): FormChoice => ({
  offered: [],
  serviceCode: null,
  themeId: null,
  formId: null,
  size: 'standard',
  acceptedOn: null,
});

/** Everything that a touch can ask of the station about forms. */
export interface FormSteps {
  /** All forms by theme, or those of one service. */
  readonly openForms: (serviceCode: string | null) => Promise<void>;
  readonly openTheme: (themeId: string) => void;
  readonly openForm: (formId: string) => void;
  /** One form by its name, from a screen that is about something else. */
  readonly goToForm: (formId: string, acceptedOn?: string) => Promise<void>;
  readonly printForm: (prefilled: boolean) => Promise<void>;
}

export function createFormSteps(steps: Steps<Client<StationOperations>>, person: Person): FormSteps {
  async function load(serviceCode: string | null): Promise<boolean> {
    const answer = await steps.take(`forms ${serviceCode}`, (station) =>
      station.listForms(serviceCode === null ? {} : { serviceCode }),
    );
    if (answer?.ok !== true) return false;
    person.form = { ...noForm(), serviceCode, offered: answer.value.forms };
    return true;
  }
  function stand(place: Place): void {
    person.listPage = 0;
    person.place = place;
  }
  return {
    openForms: async (serviceCode) => {
      if (!(await load(serviceCode))) return;
      // A number that was given stands above all places: the forms stand beside it.
      if (serviceCode !== null) person.choosingAnother = true;
      stand(serviceCode === null ? 'form-themes' : 'forms');
    },
    openTheme: (themeId) => {
      person.form.themeId = themeId;
      stand('forms');
    },
    openForm: (formId) => {
      person.form.formId = formId;
      stand('form');
    },
    goToForm: async (formId, acceptedOn) => {
      if (!(await load(null))) return;
      person.form.formId = formId;
      person.form.acceptedOn = acceptedOn ?? null;
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
