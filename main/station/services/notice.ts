import type { ApiError } from '../../../preload/contracts/errors.ts';
import type { Input, Output } from '../../../preload/contracts/operation.ts';
import { ok, type Result } from '../../../preload/contracts/result.ts';
import type { StationOperations } from '../../../preload/contracts/station-operations.ts';
import { noticeSheet } from '../forms/notice.ts';
import { printSheet } from './print-sheet.ts';
import { today, type StationContext } from './station-context.ts';

type Wish = Input<StationOperations, 'printNotice'>;
type Printed = Result<Output<StationOperations, 'printNotice'>, ApiError>;

/** Under which name the page and the record know the notice of a service. */
const noticeId = (serviceCode: string): string => `notice-${serviceCode.toLowerCase()}`;

/** Prints everything that a service asks for, told once and in full. */
export function printNotice(station: StationContext, wish: Wish): Promise<Printed> {
  const { hall, facts, formPrinter } = station;
  const { serviceCode, size, requestId } = wish;
  return printSheet(station, {
    ...{ requestId, formId: noticeId(serviceCode), title: '一次性告知单', size },
    html: async () => {
      const guide = await hall.serviceGuide({ serviceCode });
      if (!guide.ok) return guide;
      return ok(
        noticeSheet({
          ...{ guide: guide.value, hallName: facts.hallName, telephone: facts.telephone, size },
          ...{ today: today(station), simulated: formPrinter?.simulated ?? false },
        }),
      );
    },
  });
}
