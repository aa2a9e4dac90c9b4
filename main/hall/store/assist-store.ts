import type { DifficultyView, HelpView } from '../../../preload/contracts/hall-operations.ts';
import type { Database } from '../../foundation/sqlite/open-database.ts';

export interface HelpRow {
  readonly helpId: string;
  readonly kind: HelpView['kind'];
  readonly counterId: string | null;
  readonly place: string;
  readonly askedAtMs: number;
  readonly wanted: string | null;
  readonly answeredBy: string | null;
  readonly answered: 0 | 1;
  readonly ended: 0 | 1;
  readonly escalatedAtMs: number | null;
}

export interface DifficultyRow {
  readonly difficultyId: string;
  readonly kind: DifficultyView['kind'];
  readonly date: string;
  readonly counterId: string | null;
  readonly place: string;
  readonly number: string | null;
  readonly reportedAtMs: number;
  readonly reportedBy: string | null;
  readonly settledAtMs: number | null;
  readonly settledBy: string | null;
  readonly result: DifficultyView['result'];
}

export interface DifficultyWish {
  readonly settled: 0 | 1 | null;
  readonly from: string | null;
  readonly to: string | null;
}

const HELP = `select help_id as helpId, kind, counter_id as counterId, place, asked_at as askedAtMs, wanted,
    answered_by as answeredBy, answered, ended, escalated_at as escalatedAtMs from help`;
const DIFFICULTY = `select difficulty_id as difficultyId, kind, date, difficulty.counter_id as counterId, place, number,
    reported_at as reportedAtMs, reported_by as reportedBy, settled_at as settledAtMs, settled_by as settledBy, result
  from difficulty join service_day using (day_id) left join ticket on ticket.ticket_id = difficulty.ticket_id`;
/** As many as a page can show; whoever wants more asks by date. */
const MOST_LISTED = 500;

export type AssistStore = ReturnType<typeof createAssistStore>;

/** Mapped and not parsed: only the projections write these tables, from events that were parsed. */
export function createAssistStore(database: Database) {
  const open = database.prepare(`${HELP} where day_id = ? and ended = 0 order by asked_at, help_id`);
  const help = database.prepare(`${HELP} where help_id = ?`);
  const difficulty = database.prepare(`${DIFFICULTY} where difficulty_id = ?`);
  const list = database.prepare(`${DIFFICULTY}
    where (@settled is null or (settled_at is not null) = @settled)
      and (@from is null or date >= @from) and (@to is null or date <= @to)
    order by reported_at desc, difficulty_id desc limit ${MOST_LISTED}`);
  return {
    openHelp: (dayId: string): HelpRow[] => open.all(dayId) as HelpRow[],
    help: (helpId: string): HelpRow | undefined => help.get(helpId) as HelpRow | undefined,
    difficulty: (difficultyId: string): DifficultyRow | undefined =>
      difficulty.get(difficultyId) as DifficultyRow | undefined,
    difficulties: (wish: DifficultyWish): DifficultyRow[] => list.all(wish) as DifficultyRow[],
  };
}
