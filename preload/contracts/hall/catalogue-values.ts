import { z } from 'zod';
import { ServiceCode } from '../ids.ts';

const words = z.string().trim().min(1);
const short = words.max(60);

/** 无感申办, 免证办, 一件事一次办, 跨省通办: what an item offers beyond the usual way. */
export const SERVICE_FLAGS = ['unasked', 'without-papers', 'one-visit', 'any-province'] as const;
export type ServiceFlag = (typeof SERVICE_FLAGS)[number];

/** Why a hall changes what its catalogue says. A closed list: it is counted, and nobody writes a name into it. */
export const CATALOGUE_REASONS = [
  'rule-changed',
  'hall-practice',
  'mistake-corrected',
  'audit-finding',
  'other',
] as const;
export type CatalogueReason = (typeof CATALOGUE_REASONS)[number];

/** One paper to bring. A number that is missing is not stated in the rule: the counter says. */
export const RequiredDocument = z
  .object({
    name: short,
    originals: z.int().min(0).max(20).optional(),
    copies: z.int().min(0).max(20).optional(),
    /** Who issues it. */
    from: short.optional(),
    /** Why it need not be brought where data can be shared (免证办). */
    replacedBySharing: short.optional(),
    note: z.string().trim().min(1).max(120).optional(),
  })
  .strict();
export type RequiredDocument = z.output<typeof RequiredDocument>;

export const Fee = z
  .object({
    /** 0: free (免费). */
    amountYuan: z.number().min(0).max(100_000),
    source: words.max(120),
    /** How sure the source is: V read in it, V2 at second hand, G general knowledge. */
    verification: z.enum(['V', 'V2', 'G']).optional(),
  })
  .strict();
export type Fee = z.output<typeof Fee>;

/** Landline with or without area code, mobile, or a short service number: 12345, 0755-82918333. */
export const Telephone = z
  .string()
  .regex(/^(\d{5,6}|(0\d{2,3}-)?\d{7,8}(-\d{1,5})?|1\d{10}|400-?\d{3}-?\d{4})$/);

/** What a hall may say differently of a service. A field that is missing stays as it was. */
export const CatalogueValues = z
  .object({
    /** False: this hall no longer offers it; numbers already given are still served. */
    offered: z.boolean().optional(),
    name: short.optional(),
    documents: z.array(RequiredDocument).max(30).optional(),
    typicalMinutes: z.int().min(1).max(480).optional(),
    fee: Fee.optional(),
    promisedDays: z.int().min(0).max(400).optional(),
    signatureNeeded: z.boolean().optional(),
    flags: z.array(z.enum(SERVICE_FLAGS)).max(SERVICE_FLAGS.length).optional(),
    elsewhere: z.array(short).max(10).optional(),
    /** The way without a machine: it can be described anew, never taken away. */
    counter: short.optional(),
    paperForm: short.optional(),
    telephone: Telephone.optional(),
    /** 实施编码 (31 signs) or 业务办理项编码 (33), of the national platform; 基本编码 (12). */
    nationalCode: z
      .string()
      .regex(/^(\d{12}|[0-9A-HJ-NP-RTUW-Y]{18}\d{13}|[0-9A-HJ-NP-RTUW-Y]{18}\d{15})$/)
      .optional(),
  })
  .strict();
export type CatalogueValues = z.output<typeof CatalogueValues>;
export type CatalogueField = keyof CatalogueValues;

/** What a hall says of one service from one day on, until another day or until further notice. */
export const CatalogueChange = z
  .object({
    serviceCode: ServiceCode,
    from: z.iso.date(),
    until: z.iso.date().optional(),
    values: CatalogueValues,
  })
  .strict();
export type CatalogueChange = z.output<typeof CatalogueChange>;
