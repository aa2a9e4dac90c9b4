import { z } from 'zod';
import {
  benefitSchema,
  CERTIFICATION_MODES,
  CERTIFICATION_RESULTS,
  PROACTIVE_STATES,
  STOP_CAUSES,
  STOP_DECISIONS,
} from '../../../preload/contracts/hall/benefit-values.ts';
import type { Database } from '../../foundation/sqlite/open-database.ts';
import { tallyOf } from './tally.ts';

const benefitList = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(z.array(benefitSchema));
const ElderRow = z.object({
  beneficiaryId: z.string(),
  listId: z.string(),
  vaultId: z.string(),
  benefits: benefitList,
  hasPhone: z.int().transform((flag) => flag === 1),
  proactive: z.enum(PROACTIVE_STATES),
  tierConfirmed: z.string().nullable(),
});
export type ElderRow = z.output<typeof ElderRow>;
const CertificationRow = z.object({
  certificationId: z.string(),
  beneficiaryId: z.string(),
  date: z.string(),
  cycle: z.string(),
  benefits: benefitList,
  mode: z.enum(CERTIFICATION_MODES),
  result: z.enum(CERTIFICATION_RESULTS),
  confirmed: z
    .int()
    .nullable()
    .transform((flag) => (flag === null ? null : flag === 1)),
  by: z.string().nullable(),
});
export type CertificationRow = z.output<typeof CertificationRow>;
const StopRow = z.object({
  taskId: z.string(),
  beneficiaryId: z.string(),
  cause: z.enum(STOP_CAUSES),
  reportedAtMs: z.int(),
  decision: z.enum(STOP_DECISIONS).nullable(),
  decidedBy: z.string().nullable(),
});
export type StopRow = z.output<typeof StopRow>;

const ELDER = `select beneficiary_id as beneficiaryId, list_id as listId, vault_id as vaultId, benefits,
    has_phone as hasPhone, proactive, tier_confirmed as tierConfirmed from elder`;
const CERTIFICATION = `select certification_id as certificationId, beneficiary_id as beneficiaryId, date, cycle, benefits,
    mode, result, confirmed, staff_number as by from certification join service_day using (day_id)`;
const STOP = `select task_id as taskId, beneficiary_id as beneficiaryId, cause, reported_at as reportedAtMs, decision,
    decided_by as decidedBy from stop_task`;

export type ElderStore = ReturnType<typeof createElderStore>;

/** The hall's own list of elders with what was checked and answered. Only who stands on the list that counts is found. */
export function createElderStore(database: Database) {
  const sql = (text: string) => database.prepare(text);
  const current = sql('select list_id from elder_list where replaced = 0').pluck();
  const readable = sql(`select list_id from elder_list join vault_key on day_id = list_id
    where replaced = 1 and wrapped_dek is not null`).pluck();
  const all = sql(
    `${ELDER} where list_id = (select list_id from elder_list where replaced = 0) order by place`,
  );
  const byId = sql(
    `${ELDER} where beneficiary_id = ? and list_id = (select list_id from elder_list where replaced = 0)`,
  );
  const byVault = sql(`${ELDER} where vault_id = ?`);
  const ofCycle = sql(`${CERTIFICATION} where cycle = ? order by certification_id`);
  const ofElder = sql(`${CERTIFICATION} where beneficiary_id = ? order by certification_id`);
  const certification = sql(`${CERTIFICATION} where certification_id = ?`);
  const stops = sql(
    `${STOP} where @open = 0 or decision is null order by reported_at desc, task_id limit 500`,
  );
  const stop = sql(`${STOP} where task_id = ?`);
  const openStop = sql(`${STOP} where beneficiary_id = ? and decision is null`);
  return {
    /** The list that counts; undefined before the first. */
    currentList: (): string | undefined => current.get() as string | undefined,
    /** Lists that were replaced and whose key still exists. */
    readableReplacedLists: (): string[] => readable.all() as string[],
    elders: (): ElderRow[] => z.array(ElderRow).parse(all.all()),
    elder: (beneficiaryId: string): ElderRow | undefined =>
      ElderRow.optional().parse(byId.get(beneficiaryId)),
    elderByVault: (vaultId: string): ElderRow | undefined => ElderRow.optional().parse(byVault.get(vaultId)),
    certificationsOfCycle: (cycle: string): CertificationRow[] =>
      z.array(CertificationRow).parse(ofCycle.all(cycle)),
    certificationsOf: (beneficiaryId: string): CertificationRow[] =>
      z.array(CertificationRow).parse(ofElder.all(beneficiaryId)),
    certification: (id: string): CertificationRow | undefined =>
      CertificationRow.optional().parse(certification.get(id)),
    stopTasks: (open: boolean): StopRow[] => z.array(StopRow).parse(stops.all({ open: Number(open) })),
    stopTask: (taskId: string): StopRow | undefined => StopRow.optional().parse(stop.get(taskId)),
    openStopOf: (beneficiaryId: string): StopRow | undefined =>
      StopRow.optional().parse(openStop.get(beneficiaryId)),
    ...elderCounts(database),
  };
}

/** Counts between two dates, both included. Counts know nobody. */
function elderCounts(database: Database) {
  const between = 'date between @from and @to group by word';
  return {
    certificationCounts: tallyOf(
      database,
      `select mode || ' ' || result as word, count(*) as count
      from certification join service_day using (day_id) where ${between}`,
    ),
    answerCounts: tallyOf(
      database,
      `select answer as word, count(*) as count
      from elder_answer join service_day using (day_id) where ${between}`,
    ),
    stopCounts: tallyOf(
      database,
      `select decision as word, count(*) as count
      from stop_task join service_day on day_id = decided_day_id where ${between}`,
    ),
  };
}
