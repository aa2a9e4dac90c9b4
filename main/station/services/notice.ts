import type { ApiError } from '../../../preload/contracts/errors.ts';
import type { Input, Output } from '../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import type { StationOperations } from '../../../preload/contracts/station-operations.ts';
import { MOST_PRINTS_OF_A_FORM } from '../../../preload/contracts/station/form-rows.ts';
import { noticeSheet } from '../forms/notice.ts';
import { today, type StationContext } from './station-context.ts';

type Wish = Input<StationOperations, 'printNotice'>;
type Printed = Result<Output<StationOperations, 'printNotice'>, ApiError>;

/** Under which name the page and the record know the notice of a service. */
const noticeId = (serviceCode: string): string => `notice-${serviceCode.toLowerCase()}`;
/** What the catalogue says changes from day to day: the record says of which month the paper is. */
const versionOf = (date: string): string => `${date.slice(0, 4)}.${Number(date.slice(5, 7))}`;

/** Prints everything that a service asks for, told once and in full. */
export async function printNotice(station: StationContext, wish: Wish): Promise<Printed> {
  const { desk, hall, facts, formPrints, formPrinter } = station;
  const { visit } = desk;
  if (visit === undefined) return err({ kind: 'nobody-at-the-kiosk' });
  desk.touch();
  const { serviceCode, size, requestId } = wish;
  const formId = noticeId(serviceCode);
  if (!formPrints.mayPrint(visit.visitId, formId))
    return err({ kind: 'print-limit', limit: MOST_PRINTS_OF_A_FORM });
  const guide = await hall.serviceGuide({ serviceCode });
  if (!guide.ok) return guide;
  const html = noticeSheet({
    ...{ guide: guide.value, hallName: facts.hallName, telephone: facts.telephone, size },
    ...{ today: today(station), simulated: formPrinter?.simulated ?? false },
  });
  const job = { title: '一次性告知单', html };
  const printed = await formPrints.print(visit.visitId, formId, { printer: formPrinter, job });
  const { printState } = printed;
  if (printState !== 'refused')
    await hall.printForm({
      ...{ requestId, formId, version: versionOf(today(station)), size, prefilled: false, printState },
    });
  return ok(printed);
}
