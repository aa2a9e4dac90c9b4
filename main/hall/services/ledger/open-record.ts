import {
  USUAL_SCENE,
  type LedgerAbout,
  type LedgerScene,
  type LedgerSource,
} from '../../../../preload/contracts/hall/ledger-values.ts';
import { uuidText, uuidV7 } from '../../journal/uuid.ts';
import type { HallContext } from '../hall-context.ts';

export interface NewRecord {
  readonly source: Exclude<LedgerSource, 'difficulty'>;
  readonly about: LedgerAbout;
  readonly scene?: LedgerScene | undefined;
  readonly item?: string | undefined;
}

export const today = ({ clock, localTime }: HallContext): string => localTime.date(clock.nowMs());

/** Writes down that a record was opened, inside the caller's transaction and service day. */
export function openRecord(hall: HallContext, { source, about, scene, item }: NewRecord): string {
  const recordId = uuidText(uuidV7(hall.clock.nowMs()));
  hall.journal.append('ledger.opened', 1, {
    ...{ recordId, source, about, scene: scene ?? USUAL_SCENE, on: today(hall) },
    ...(item !== undefined && { item }),
  });
  return recordId;
}
