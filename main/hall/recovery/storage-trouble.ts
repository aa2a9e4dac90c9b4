import type { ApiError } from '../../../preload/contracts/errors.ts';
import type { DatabaseFault } from '../../foundation/sqlite/classify-error.ts';
import type { OpenDatabaseError } from '../../foundation/sqlite/open-database.ts';

/** What staff can act on when the hall's disk or file does not do its duty. */
export type StorageTrouble = Extract<ApiError, { kind: 'storage' }>['trouble'];

const TROUBLE_OF_FAULT: Readonly<Record<DatabaseFault['kind'], StorageTrouble>> = {
  'disk-full': 'full',
  'input-output': 'failing',
  corrupt: 'corrupt',
  'not-a-database': 'corrupt',
  readonly: 'read-only',
  busy: 'busy',
  'cannot-open': 'failing',
};

/** What a fault of disk or file means for whoever asked. */
export function troubleOf(kind: DatabaseFault['kind']): StorageTrouble {
  return TROUBLE_OF_FAULT[kind];
}

/** The same for a file that could not be opened again: gone with its disk, taken by another program, or faulty. */
export function troubleOfOpening({ kind }: OpenDatabaseError): StorageTrouble {
  if (kind === 'in-use') return 'busy';
  return kind in TROUBLE_OF_FAULT ? TROUBLE_OF_FAULT[kind as DatabaseFault['kind']] : 'failing';
}
