import { z } from 'zod';
import { CommunityGroup, ConditionView } from '../../../preload/contracts/hall/organisation-rows.ts';
import {
  KeptOrganisationChange,
  ORGANISATION_WAYS,
  OrganisationReport,
} from '../../../preload/contracts/hall/organisation-values.ts';
import { vaultIdSchema } from '../vault/vocabulary.ts';

const date = z.iso.date();
const short = z.string().min(1).max(60);
const long = z.string().min(1).max(500);

/** An organisation was entered in the register. Who answers for it, and where it is found, is in the vault. */
export const organisationFiled = {
  organisationId: z.uuid(),
  name: short,
  community: short,
  street: short,
  group: CommunityGroup,
  way: z.enum(ORGANISATION_WAYS),
  /** What was compared by the rules of the day `on`. */
  conditions: z.array(ConditionView),
  creditCode: z.string().length(18).optional(),
  purpose: long,
  activity: long.optional(),
  headVaultId: vaultIdSchema,
  placeVaultId: vaultIdSchema.optional(),
  filedOn: date,
  /** The hall's local date. */
  on: date,
};

export const organisationChanged = {
  organisationId: z.uuid(),
  /** Also the key under which somebody new is sealed. */
  changeId: z.uuid(),
  change: KeptOrganisationChange,
  /** The last day for its papers, as it was counted then. */
  dueOn: date,
  on: date,
  /** Missing: the papers are not in. */
  receivedOn: date.optional(),
  headVaultId: vaultIdSchema.optional(),
  placeVaultId: vaultIdSchema.optional(),
};

export const organisationReported = {
  organisationId: z.uuid(),
  report: OrganisationReport,
  /** Its last day, as it was counted then. */
  until: date,
  receivedOn: date,
};
