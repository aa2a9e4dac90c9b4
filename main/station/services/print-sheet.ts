import type { ApiError } from '../../../preload/contracts/errors.ts';
import type { Output } from '../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import type { StationOperations } from '../../../preload/contracts/station-operations.ts';
import { MOST_PRINTS_OF_A_FORM } from '../../../preload/contracts/station/form-rows.ts';
import type { FormSize } from '../forms/form-sheet.ts';
import { today, type StationContext } from './station-context.ts';

/** A paper that is composed of what the hall says, and names nobody. */
export interface Sheet {
  readonly requestId: string;
  /** Under which the page and the record know it. */
  readonly formId: string;
  readonly title: string;
  readonly size: FormSize;
  /** Asked for only once it may be printed. */
  readonly html: () => Promise<Result<string, ApiError>>;
}

/** What the hall says changes from day to day: the record says of which month the paper is. */
const versionOf = (date: string): string => `${date.slice(0, 4)}.${Number(date.slice(5, 7))}`;

/** Prints a sheet for the person before the kiosk, and tells the hall which one; a hall that is away holds up no paper. */
export async function printSheet(
  station: StationContext,
  { requestId, formId, title, size, html }: Sheet,
): Promise<Result<Output<StationOperations, 'printNotice'>, ApiError>> {
  const { desk, hall, formPrints, formPrinter } = station;
  const { visit } = desk;
  if (visit === undefined) return err({ kind: 'nobody-at-the-kiosk' });
  desk.touch();
  if (!formPrints.mayPrint(visit.visitId, formId))
    return err({ kind: 'print-limit', limit: MOST_PRINTS_OF_A_FORM });
  const sheet = await html();
  if (!sheet.ok) return sheet;
  const job = { title, html: sheet.value };
  const printed = await formPrints.print(visit.visitId, formId, { printer: formPrinter, job });
  const { printState } = printed;
  if (printState !== 'refused')
    await hall.printForm({
      ...{ requestId, formId, version: versionOf(today(station)), size, prefilled: false, printState },
    });
  return ok(printed);
}
