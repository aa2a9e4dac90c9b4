import type { ApiError } from '../../../preload/contracts/errors.ts';
import type { DivorceDatesView } from '../../../preload/contracts/hall-operations.ts';
import type { Handlers, Input, Output } from '../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import type { FormView, StationOperations } from '../../../preload/contracts/station-operations.ts';
import { MOST_PRINTS_OF_A_FORM, type formRows } from '../../../preload/contracts/station/form-rows.ts';
import { countFilled } from '../forms/fill-form.ts';
import { formSheet } from '../forms/form-sheet.ts';
import { FORM_SOURCES, type FormTemplate } from '../forms/form-template.ts';
import { knownValues } from '../forms/known-values.ts';
import { formsOn } from '../forms/load-forms.ts';
import type { Visit } from '../visit/visit.ts';
import { printNotice } from './notice.ts';
import { keptAs } from './keep-draft.ts';
import type { RememberedAnswers } from './remembered-answers.ts';
import { today, type StationContext } from './station-context.ts';

type Wish = Input<StationOperations, 'printForm'>;
type Printed = Result<Output<StationOperations, 'printForm'>, ApiError>;

/** Forms of this hall's services, on paper. */
export function createFormHandlers(
  station: StationContext,
  once: RememberedAnswers,
): Pick<Handlers<StationOperations>, keyof typeof formRows> {
  const underWay = new Map<string, Promise<Printed>>();
  /** Touched twice while it prints, it is one paper. */
  const shared = (paper: string, print: () => Promise<Printed>): Promise<Printed> => {
    const key = `${station.desk.visit?.visitId ?? ''} ${paper}`;
    const already = underWay.get(key);
    if (already !== undefined) return already;
    const printing = print().finally(() => underWay.delete(key));
    underWay.set(key, printing);
    return printing;
  };
  return {
    listForms: ({ serviceCode }) => ok({ forms: offered(station, serviceCode).map(formView) }),
    printBlankForm: (wish) =>
      once.run('printBlankForm', wish, () => shared(wish.formId, () => print(station, wish, false))),
    printNotice: (wish) =>
      once.run('printNotice', wish, () =>
        shared(`notice ${wish.serviceCode}`, () => printNotice(station, wish)),
      ),
    printForm: (wish) =>
      once.run('printForm', wish, () => shared(wish.formId, () => print(station, wish, true))),
  };
}

/** In force today, and for something that this hall does: without the hall's list every form is shown. */
function offered(station: StationContext, serviceCode?: string): readonly FormTemplate[] {
  const inForce = formsOn(station.forms, today(station));
  if (serviceCode !== undefined) return inForce.filter(({ services }) => services.includes(serviceCode));
  const here = new Set(station.services.all().map((service) => service.serviceCode));
  return here.size === 0
    ? inForce
    : inForce.filter(({ services }) => services.some((code) => here.has(code)));
}

const FROM_CARD = Object.fromEntries(
  FORM_SOURCES.filter((source) => source.startsWith('card.')).map((source) => [source, '·']),
);

function formView(template: FormTemplate): FormView {
  const { id: formId, code, title, version, services, copies, model } = template;
  const { filled: fromCard, fields } = countFilled(template, FROM_CARD);
  return { formId, code, title, version, services, copies, model, fields, fromCard };
}

async function print(station: StationContext, wish: Wish, prefilled: boolean): Promise<Printed> {
  const { desk, formPrints, formPrinter } = station;
  const { visit } = desk;
  if (visit === undefined) return err({ kind: 'nobody-at-the-kiosk' });
  desk.touch();
  const template = offered(station).find(({ id }) => id === wish.formId);
  if (template === undefined) return err({ kind: 'not-found' });
  const { visitId } = visit;
  if (!formPrints.mayPrint(visitId, template.id))
    return err({ kind: 'print-limit', limit: MOST_PRINTS_OF_A_FORM });
  const divorce = await divorceOf(station, wish);
  if (!divorce.ok) return divorce;
  const draftCode = prefilled ? await keptAs(station, template, visit) : undefined;
  const html = sheetOf(station, template, { wish, visit, prefilled, divorce: divorce.value, draftCode });
  const job = { title: template.title, html };
  const printed = await formPrints.print(visitId, template.id, { printer: formPrinter, job });
  if (printed.printState !== 'refused') await record(station, template, wish, { prefilled, printed });
  return ok(printed);
}

interface Paper {
  readonly wish: Wish;
  readonly visit: Visit;
  readonly prefilled: boolean;
  readonly divorce: DivorceDatesView | undefined;
  readonly draftCode: string | undefined;
}

function sheetOf(
  station: StationContext,
  template: FormTemplate,
  { wish, visit, prefilled, divorce, draftCode }: Paper,
): string {
  const { hallName, telephone } = station.facts;
  return formSheet(template, {
    size: wish.size,
    known: knownValues({
      ...{ hallName, telephone, today: today(station), divorce },
      card: prefilled ? visit.card : undefined,
    }),
    reprint: station.formPrints.printsOf(visit.visitId, template.id) > 0,
    simulated: station.formPrinter?.simulated ?? false,
    draftCode,
  });
}

/** The hall computes the dates: it has the calendar. */
async function divorceOf(
  { hall }: StationContext,
  { acceptedOn }: Wish,
): Promise<Result<DivorceDatesView | undefined, ApiError>> {
  return acceptedOn === undefined ? ok(undefined) : hall.divorceDates({ acceptedOn });
}

/** For the hall's record: which form, never whose. A hall that is away does not hold up the paper. */
async function record(
  { hall }: StationContext,
  { id: formId, version }: FormTemplate,
  { requestId, size }: Wish,
  {
    prefilled,
    printed,
  }: { prefilled: boolean; printed: { printState: 'confirmed' | 'unknown' | 'refused' } },
): Promise<void> {
  if (printed.printState === 'refused') return;
  await hall.printForm({ requestId, formId, version, size, prefilled, printState: printed.printState });
}
