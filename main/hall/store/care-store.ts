import { z } from 'zod';
import {
  CARE_OUTCOMES,
  CARE_WISHES,
  DAY_PARTS,
  HOME_VISIT_OUTCOMES,
  HOME_VISIT_PURPOSES,
} from '../../../preload/contracts/hall/care-rows.ts';
import type { Database } from '../../foundation/sqlite/open-database.ts';
import { tallyOf } from './tally.ts';

const CareRow = z.object({
  careId: z.string(),
  vaultId: z.string(),
  helperVaultId: z.string().nullable(),
  category: z.string(),
  wish: z.enum(CARE_WISHES),
  need: z.string(),
  followUpOn: z.string().nullable(),
  outcome: z.enum(CARE_OUTCOMES).nullable(),
  registeredAtMs: z.int(),
  by: z.string().nullable(),
});
export type CareRow = z.output<typeof CareRow>;
const HomeVisitRow = z.object({
  visitId: z.string(),
  vaultId: z.string(),
  purpose: z.enum(HOME_VISIT_PURPOSES),
  date: z.string(),
  part: z.enum(DAY_PARTS),
  bookedAtMs: z.int(),
  outcome: z.enum(HOME_VISIT_OUTCOMES).nullable(),
});
export type HomeVisitRow = z.output<typeof HomeVisitRow>;

const CARE = `select care_id as careId, vault_id as vaultId, helper_vault_id as helperVaultId, category, wish, need,
    follow_up_on as followUpOn, outcome, registered_at as registeredAtMs, staff_number as by from care_visit`;
const HOME = `select visit_id as visitId, vault_id as vaultId, purpose, date, part, booked_at as bookedAtMs, outcome
  from home_visit`;
/** As many as a page can show. */
const MOST_LISTED = 500;

export type CareStore = ReturnType<typeof createCareStore>;

/** Visits to people at home. */
export function createCareStore(database: Database) {
  const care = database.prepare(`${CARE} where care_id = ?`);
  // Who waits longest stands first; who needs nobody any more, last.
  const allCare = database.prepare(`${CARE} where @category is null or category = @category
    order by follow_up_on is null, follow_up_on, care_id limit ${MOST_LISTED}`);
  const home = database.prepare(`${HOME} where visit_id = ?`);
  const allHome = database.prepare(`${HOME} where @open = 0 or outcome is null
    order by date, part desc, visit_id limit ${MOST_LISTED}`);
  return {
    careVisit: (careId: string): CareRow | undefined => CareRow.optional().parse(care.get(careId)),
    careVisits: (category: string | null): CareRow[] => z.array(CareRow).parse(allCare.all({ category })),
    homeVisit: (visitId: string): HomeVisitRow | undefined =>
      HomeVisitRow.optional().parse(home.get(visitId)),
    homeVisits: (open: boolean): HomeVisitRow[] =>
      z.array(HomeVisitRow).parse(allHome.all({ open: Number(open) })),
    careCounts: tallyOf(
      database,
      `select outcome as word, count(*) as count from care_followed join service_day using (day_id)
      where service_day.date between @from and @to group by word`,
    ),
    homeVisitCounts: tallyOf(
      database,
      `select outcome as word, count(*) as count
      from home_visit join service_day on day_id = ended_day_id
      where service_day.date between @from and @to group by word`,
    ),
  };
}
