import type { ApiError } from '../../../../preload/contracts/errors.ts';
import type { HallOperations } from '../../../../preload/contracts/hall-operations.ts';
import type { Input, Output } from '../../../../preload/contracts/operation.ts';
import { err, ok, type Result } from '../../../../preload/contracts/result.ts';
import { readCatalogueChanges, type CatalogueReading } from '../../catalogue/changes/read-changes.ts';
import type { HallContext } from '../hall-context.ts';
import { serviceDay } from '../service-day.ts';

type Answer<Name extends keyof HallOperations> = Result<Output<HallOperations, Name>, ApiError>;

const read = (
  hall: HallContext,
  { content, format }: Input<HallOperations, 'checkCatalogue'>,
): CatalogueReading => readCatalogueChanges(Buffer.from(content, 'base64'), format, hall.everyService);

const told = ({ changes, faults }: CatalogueReading) => ({ changes: [...changes], faults: [...faults] });

/** What a file would change. */
export function checkCatalogue(
  hall: HallContext,
  input: Input<HallOperations, 'checkCatalogue'>,
): Answer<'checkCatalogue'> {
  return ok(told(read(hall, input)));
}

/** Takes the good rows, each as one fact. A file that cannot be read changes nothing. */
export function importCatalogue(
  hall: HallContext,
  input: Input<HallOperations, 'importCatalogue'>,
): Answer<'importCatalogue'> {
  const reading = read(hall, input);
  const whole = reading.faults.find(({ row }) => row === 0);
  if (whole !== undefined)
    return err({
      kind: 'bad-input',
      problems: [{ where: 'content', allowed: `${whole.fault}: ${whole.allowed}` }],
    });
  if (reading.changes.length === 0) return ok(told(reading));
  const day = serviceDay(hall);
  if (!day.ok) return day;
  for (const change of reading.changes)
    hall.journal.append('catalogue.changed', 1, { ...change, why: input.why });
  return ok(told(reading));
}

/** Who changed what, when and why, newest first. */
export function catalogueHistory(
  hall: HallContext,
  { serviceCode }: Input<HallOperations, 'catalogueHistory'>,
): Answer<'catalogueHistory'> {
  const changes = hall.stores.catalogue
    .changes()
    .filter(({ change }) => serviceCode === undefined || change.serviceCode === serviceCode)
    .map(({ change, why, by, atMs }) => ({ ...change, why, by, at: hall.localTime.instant(atMs) }));
  return ok({ changes: changes.reverse() });
}
