import type { Caller } from '../../../preload/contracts/operation.ts';
import type { Journal } from '../journal/journal.ts';
import type { HallContext } from './hall-context.ts';

/** The hall for one operation: every fact it writes says whose hand it was, so that no operation can forget to. */
export function actingAs(hall: HallContext, { staff }: Caller): HallContext {
  if (staff === undefined) return hall;
  const by = staff.staffNumber;
  const append: Journal['append'] = (kind, v, body) => hall.journal.append(kind, v, { ...body, by });
  return { ...hall, journal: { ...hall.journal, append } };
}
