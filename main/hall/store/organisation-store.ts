import { z } from 'zod';
import { CommunityGroup, ConditionView } from '../../../preload/contracts/hall/organisation-rows.ts';
import {
  KeptOrganisationChange,
  ORGANISATION_STATES,
  ORGANISATION_WAYS,
  REPORT_ADDRESSEES,
} from '../../../preload/contracts/hall/organisation-values.ts';
import type { Database } from '../../foundation/sqlite/open-database.ts';
import { sameNameKey } from '../domain/social-organisations/duties.ts';

const json = z.string().transform((text): unknown => JSON.parse(text));

const OrganisationRow = z.object({
  organisationId: z.string(),
  name: z.string(),
  community: z.string(),
  street: z.string(),
  kind: CommunityGroup.shape.kind,
  way: z.enum(ORGANISATION_WAYS),
  conditions: json.pipe(z.array(ConditionView)),
  creditCode: z.string().nullable(),
  purpose: z.string(),
  activity: z.string().nullable(),
  headVaultId: z.string(),
  placeVaultId: z.string().nullable(),
  filedOn: z.string(),
  enteredOn: z.string(),
  state: z.enum(ORGANISATION_STATES),
});
export type OrganisationRow = z.output<typeof OrganisationRow>;

const ChangeRow = z.object({
  changeId: z.string(),
  change: json.pipe(KeptOrganisationChange),
  dueOn: z.string(),
  notedOn: z.string(),
  receivedOn: z.string().nullable(),
  by: z.string().nullable(),
});
export type OrganisationChangeRow = z.output<typeof ChangeRow>;

const ReportRow = z.object({
  to: z.enum(REPORT_ADDRESSEES),
  period: z.string(),
  until: z.string(),
  receivedOn: z.string(),
  by: z.string().nullable(),
});
export type OrganisationReportRow = z.output<typeof ReportRow>;

const ORGANISATIONS = `select organisation_id as organisationId, name, community, street, kind, way, conditions,
    credit_code as creditCode, purpose, activity, head_vault_id as headVaultId, place_vault_id as placeVaultId,
    filed_on as filedOn, entered_on as enteredOn, state
  from organisation`;

export type OrganisationStore = ReturnType<typeof createOrganisationStore>;

/** Reads of the register of organisations. */
export function createOrganisationStore(database: Database) {
  const one = (where: string) => {
    const statement = database.prepare(`${ORGANISATIONS} where ${where}`);
    return (...values: readonly string[]): OrganisationRow | undefined =>
      OrganisationRow.optional().parse(statement.get(...values));
  };
  const byName = one(`community_key = ? and name_key = ? and state <> 'ended'`);
  const all = database.prepare(`${ORGANISATIONS} where @ended = 1 or state <> 'ended' order by place`);
  const changes =
    database.prepare(`select change_id as changeId, change, due_on as dueOn, noted_on as notedOn,
      received_on as receivedOn, noted_by as "by"
    from organisation_change where organisation_id = ? order by place`);
  const reports = database.prepare(`select addressee as "to", period, until, received_on as receivedOn,
      noted_by as "by"
    from organisation_report where organisation_id = ? order by place`);
  return {
    organisation: one('organisation_id = ?'),
    /** In this community, and not ended. */
    organisationNamed: (name: string, community: string) => byName(sameNameKey(community), sameNameKey(name)),
    /** That has not ended. */
    organisationWithCode: one(`credit_code = ? and state <> 'ended'`),
    /** As they came in. */
    organisations: (ended: boolean): OrganisationRow[] =>
      z.array(OrganisationRow).parse(all.all({ ended: Number(ended) })),
    changesOf: (organisationId: string): OrganisationChangeRow[] =>
      z.array(ChangeRow).parse(changes.all(organisationId)),
    reportsOf: (organisationId: string): OrganisationReportRow[] =>
      z.array(ReportRow).parse(reports.all(organisationId)),
  };
}
