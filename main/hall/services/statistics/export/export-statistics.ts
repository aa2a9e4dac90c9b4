import type { ApiError } from '../../../../../preload/contracts/errors.ts';
import type { HallOperations } from '../../../../../preload/contracts/hall-operations.ts';
import type { Input, Output } from '../../../../../preload/contracts/operation.ts';
import { ok, type Result } from '../../../../../preload/contracts/result.ts';
import type { PagedHall } from '../day-pages.ts';
import { statistics } from '../statistics.ts';
import { csvOf } from './csv.ts';
import { tablesOf } from './tables.ts';
import { xlsxOf } from './xlsx.ts';

type Exported = Output<HallOperations, 'exportStatistics'>;

export const MEDIA_TYPES = {
  csv: 'text/csv; charset=utf-8',
  // ISO/IEC 29500, as registered with IANA.
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** The very figures that `statistics` answers, as a file. */
export async function exportStatistics(
  hall: PagedHall,
  { from, to, format }: Input<HallOperations, 'exportStatistics'>,
): Promise<Result<Exported, ApiError>> {
  const view = await statistics(hall, { from, to });
  if (!view.ok) return view;
  const hallId = hall.read(({ policy }) => ok(policy.hallId));
  if (!hallId.ok) return hallId;
  const tables = tablesOf(view.value);
  const bytes = format === 'csv' ? Buffer.from(csvOf(tables), 'utf8') : Buffer.from(await xlsxOf(tables));
  return ok({
    fileName: `songting-${hallId.value}-${from}-${to}.${format}`,
    mediaType: MEDIA_TYPES[format],
    base64: bytes.toString('base64'),
  });
}
