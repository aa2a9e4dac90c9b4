import { z } from 'zod';
import type { OperationTable } from '../operation.ts';
import { DayOfTerm, ORGANISATION_WAYS } from './organisation-values.ts';
import { nobody } from './rows.ts';

const count = z.int().min(0).max(1_000_000);
/** In yuan. */
const funds = z.number().min(0).max(1_000_000_000_000);

/** One condition of a rule: what it asks for, what there is, and whether that is enough. */
export const ConditionView = z.object({
  condition: z.enum(['members', 'funds', 'premises', 'property', 'filing-size', 'licence']),
  required: z.number().nullable(),
  given: z.number().nullable(),
  met: z.boolean(),
  /** Law and article; null where there is no figure. */
  source: z.string().nullable(),
});
export type ConditionView = z.output<typeof ConditionView>;

/** What a group of the community says of itself. */
export const CommunityGroup = z
  .object({
    kind: z.enum(['association', 'service-body']),
    /** Members of an association, or who works in a service body. */
    persons: count,
    /** Members that are bodies themselves. */
    units: count.default(0),
    funds,
    hasPremises: z.boolean(),
    /** It wants to trade, or does what needs a licence. */
    needsLicence: z.boolean(),
  })
  .strict();

export const OrganisationWayView = z.object({
  way: z.enum(ORGANISATION_WAYS),
  /** Why, in the order in which it decides. */
  conditions: z.array(ConditionView),
});
export type OrganisationWayView = z.output<typeof OrganisationWayView>;

const Founding = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('association'),
      reach: z.enum(['local', 'national']),
      persons: count,
      units: count.default(0),
      funds,
    })
    .strict(),
  z
    .object({
      kind: z.literal('foundation'),
      reach: z.enum(['non-public', 'public-local', 'public-national']),
      funds,
    })
    .strict(),
  z.object({ kind: z.literal('trade-association'), economicMembers: count, otherMembers: count }).strict(),
]);

const Day = z.iso.date();

/** Registration and filing of social organisations, as far as figures and dates decide. Staff decide the rest. */
export const organisationRows = {
  organisationWay: {
    effect: 'query',
    summary: 'Whether a community group registers, is managed by its street, or is guided by its committee.',
    roles: ['kiosk', 'counter', 'admin'],
    staff: nobody,
    input: CommunityGroup,
    output: OrganisationWayView,
  },
  foundingConditions: {
    effect: 'query',
    summary:
      'Which figures of the rules in force a planned social organisation meets; what its name must not say.',
    roles: ['kiosk', 'counter', 'admin'],
    staff: nobody,
    input: z.object({ founding: Founding, name: z.string().max(100).optional() }).strict(),
    output: z.object({ conditions: z.array(ConditionView), nationalWords: z.array(z.string()) }),
  },
  readCreditCode: {
    effect: 'query',
    summary: 'Whether a unified social credit code (GB 32100) is one, and what is wrong with it.',
    roles: ['kiosk', 'counter', 'admin'],
    staff: nobody,
    input: z.object({ code: z.string().max(60) }).strict(),
    output: z.discriminatedUnion('valid', [
      z.object({
        valid: z.literal(true),
        code: z.string(),
        /** Null: another department than civil affairs gave it. */
        kind: z.enum(['association', 'service-body', 'foundation', 'other']).nullable(),
        division: z.string(),
      }),
      z.object({
        valid: z.literal(false),
        fault: z.enum(['length', 'character', 'division', 'body-check', 'check']),
        /** Which character, from 1; null where it is no single one. */
        at: z.int().positive().nullable(),
      }),
    ]),
  },
  organisationTerms: {
    effect: 'query',
    summary:
      'When the yearly reports of an organisation are due, and until when it applies after what happened.',
    roles: ['kiosk', 'counter', 'admin'],
    staff: nobody,
    input: z
      .object({
        kind: z.enum(['association', 'service-body', 'foundation']),
        year: z.int().min(2000).max(2100),
        supervisorAgreedOn: DayOfTerm.optional(),
        liquidationEndedOn: DayOfTerm.optional(),
      })
      .strict(),
    output: z.object({
      yearlyReports: z.array(z.object({ to: z.enum(['supervisor', 'registrar']), until: Day })),
      changeUntil: Day.nullable(),
      cancelUntil: Day.nullable(),
    }),
  },
} as const satisfies OperationTable;
