import type { DifficultyView, HelpView } from '../../../../preload/contracts/hall-operations.ts';
import type { DifficultyRow, HelpRow } from '../../store/assist-store.ts';
import type { HallContext } from '../hall-context.ts';

const colleague = (hall: HallContext, staffNumber: string | null) =>
  staffNumber === null ? null : { staffNumber, name: hall.staffName(staffNumber) };

export function helpView(hall: HallContext, row: HelpRow): HelpView {
  const { helpId, kind, counterId, place, askedAtMs, wanted, answeredBy, answered, ended, escalatedAtMs } =
    row;
  return {
    ...{ helpId, kind, counterId, place },
    state: ended === 1 ? 'ended' : answered === 1 ? 'answered' : 'open',
    askedAt: hall.localTime.instant(askedAtMs),
    wanted: colleague(hall, wanted),
    escalatedAt: escalatedAtMs === null ? null : hall.localTime.instant(escalatedAtMs),
    answeredBy: colleague(hall, answeredBy),
  };
}

export function difficultyView(hall: HallContext, row: DifficultyRow): DifficultyView {
  const { difficultyId, kind, date, counterId, place, number, result, settledAtMs } = row;
  return {
    ...{ difficultyId, kind, date, counterId, place, number, result },
    state: settledAtMs === null ? 'open' : 'settled',
    reportedAt: hall.localTime.instant(row.reportedAtMs),
    reportedBy: colleague(hall, row.reportedBy),
    settledAt: settledAtMs === null ? null : hall.localTime.instant(settledAtMs),
    settledBy: colleague(hall, row.settledBy),
  };
}
