import { z } from 'zod';
import { RequestId, StaffNumber } from '../ids.ts';
import type { OperationTable } from '../operation.ts';
import { CommunityGroup, ConditionView } from './organisation-rows.ts';
import {
  KeptOrganisationChange,
  NewOrganisationHead,
  ORGANISATION_STATES,
  ORGANISATION_WAYS,
  OrganisationChange,
  OrganisationHead,
  OrganisationReport,
  organisationWords,
  REPORT_ADDRESSEES,
  DayOfTerm,
} from './organisation-values.ts';
import { allStaff, clerks, workers } from './rows.ts';

const date = z.iso.date();
/** How far ahead "soon" looks unless somebody says. */
export const USUAL_DAYS_AHEAD = 30;

const duty = {
  until: date,
  state: z.enum(['open', 'soon', 'overdue']),
};
/** Something that an organisation still has to hand in. */
const OrganisationDuty = z.discriminatedUnion('of', [
  z.object({ of: z.literal('period'), to: z.enum(REPORT_ADDRESSEES), period: date, ...duty }),
  z.object({ of: z.literal('change'), changeId: z.uuid(), ...duty }),
]);
export type OrganisationDuty = z.output<typeof OrganisationDuty>;

const Colleague = z.object({ staffNumber: StaffNumber, name: z.string() }).nullable();
const OrganisationChangeView = z.object({
  changeId: z.uuid(),
  change: KeptOrganisationChange,
  dueOn: date,
  notedOn: date,
  /** Null: its papers are not in. */
  receivedOn: date.nullable(),
  late: z.boolean(),
  by: Colleague,
});
const OrganisationReportView = z.object({
  to: z.enum(REPORT_ADDRESSEES),
  period: date,
  until: date,
  receivedOn: date,
  late: z.boolean(),
  by: Colleague,
});

/** What the register says of an organisation without naming anybody: what was just written is answered so. */
const organisation = {
  organisationId: z.uuid(),
  name: z.string(),
  community: z.string(),
  street: z.string(),
  kind: CommunityGroup.shape.kind,
  way: z.enum(ORGANISATION_WAYS),
  /** Why, by the rules of the day on which it was entered. */
  conditions: z.array(ConditionView),
  creditCode: z.string().nullable(),
  purpose: z.string(),
  activity: z.string().nullable(),
  filedOn: date,
  enteredOn: date,
  state: z.enum(ORGANISATION_STATES),
  /** What it still owes, the most pressing first. */
  duties: z.array(OrganisationDuty),
};
const OrganisationView = z.object(organisation);
export type OrganisationView = z.output<typeof OrganisationView>;

const ListedOrganisation = z.object({
  ...organisation,
  maskedHead: z.string().nullable(),
  maskedPhone: z.string().nullable(),
  /** To the street. */
  maskedAddress: z.string().nullable(),
  /** Oldest first. */
  changes: z.array(OrganisationChangeView),
  reports: z.array(OrganisationReportView),
});
export type ListedOrganisation = z.output<typeof ListedOrganisation>;

/** The register of organisations that are filed here: who manages them, what they report, and what they still owe. */
export const organisationRegisterRows = {
  fileOrganisation: {
    effect: 'mutation',
    summary:
      'Enters a community organisation in the register. Its way and the reasons come from the rules of today; `holder`: who answers for it.',
    roles: clerks,
    staff: workers,
    input: z
      .object({
        requestId: RequestId,
        name: organisationWords.name,
        community: organisationWords.community,
        street: organisationWords.street,
        group: CommunityGroup,
        holder: OrganisationHead,
        purpose: organisationWords.purpose,
        activity: organisationWords.activity.optional(),
        /** Only where it is registered: then its way is that of registration. */
        creditCode: z.string().min(1).max(60).optional(),
        /** Today unless said. */
        filedOn: DayOfTerm.optional(),
      })
      .strict(),
    output: OrganisationView,
  },
  changeOrganisation: {
    effect: 'mutation',
    summary:
      'What an organisation reports of itself: another leader, address, purpose or activity, a large event, its end. Without `receivedOn` its papers are still due.',
    roles: clerks,
    staff: workers,
    input: z
      .object({
        requestId: RequestId,
        organisationId: z.uuid(),
        change: OrganisationChange,
        /** With `leader`: name and phone. With `address`: the address. With others none. */
        holder: NewOrganisationHead.optional(),
        receivedOn: date.optional(),
      })
      .strict(),
    output: z.object({ changeId: z.uuid(), dueOn: date, organisation: OrganisationView }),
  },
  noteOrganisationReport: {
    effect: 'mutation',
    summary: 'A report of a period or the papers of a change came in, on which day.',
    roles: clerks,
    staff: workers,
    input: z
      .object({
        requestId: RequestId,
        organisationId: z.uuid(),
        report: OrganisationReport,
        /** Today unless said. */
        receivedOn: date.optional(),
      })
      .strict(),
    output: z.object({ until: date, late: z.boolean(), organisation: OrganisationView }),
  },
  listOrganisations: {
    effect: 'query',
    summary: 'The register: who owes something first. Persons are masked.',
    roles: clerks,
    staff: allStaff,
    input: z
      .object({
        due: z.enum(['soon', 'overdue']).optional(),
        /** How many days ahead "soon" looks. */
        days: z.int().min(1).max(366).default(USUAL_DAYS_AHEAD),
        way: z.enum(ORGANISATION_WAYS).optional(),
        community: z.string().trim().min(1).max(60).optional(),
        /** With those whose papers of the end are in. */
        ended: z.literal(true).optional(),
      })
      .strict(),
    output: z.object({
      organisations: z.array(ListedOrganisation),
      /** How many there are, where more fit than a page shows. */
      total: z.int(),
      /** Their public holidays are not entered: days in them know weekends only. */
      yearsWithoutHolidays: z.array(z.int()),
    }),
  },
} as const satisfies OperationTable;
