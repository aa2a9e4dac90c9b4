import { z } from 'zod';
import { CounterId, Instant, RequestId, ServiceCode, StaffNumber } from '../ids.ts';
import type { OperationTable, Role } from '../operation.ts';
import {
  CATALOGUE_REASONS,
  CatalogueChange,
  Fee,
  RequiredDocument,
  SERVICE_FLAGS,
} from './catalogue-values.ts';
import { PROXY_ANSWERS } from './closed-lists.ts';
import { leaders, nobody, overseers } from './rows.ts';

const office = ['admin'] as const satisfies readonly Role[];
const guided = ['kiosk', 'counter', 'admin'] as const satisfies readonly Role[];

const Named = z.object({ serviceCode: ServiceCode, name: z.string() });

/** Everything a person wants to know of a service before coming (办事指南). */
export const ServiceGuideView = Named.extend({
  applicants: z.string(),
  documents: z.array(RequiredDocument),
  fee: Fee.nullable(),
  /** Null: not stated. */
  signatureNeeded: z.boolean().nullable(),
  formsPrinted: z.array(z.string()),
  /** A planning figure for the time at the counter, never a promise. */
  typicalMinutes: z.number(),
  statutoryLimit: z.string().nullable(),
  promisedDays: z.int().nullable(),
  basis: z.string(),
  /** How sure the catalogue is: V read in the source, V2 at second hand, G general knowledge. */
  verification: z.string(),
  flags: z.array(z.enum(SERVICE_FLAGS)),
  elsewhere: z.array(z.string()),
  nationalCode: z.string().nullable(),
  proxy: z.enum(PROXY_ANSWERS),
  proxyRule: z.string().nullable(),
  /** The way without a machine. */
  offline: z.object({
    counter: z.string(),
    paperForm: z.string().nullable(),
    telephone: z.string().nullable(),
  }),
  waiting: z.int().nonnegative(),
  /** Counters that serve it now, or would if none is open. */
  counters: z.array(CounterId),
  openCounters: z.int().nonnegative(),
});
export type ServiceGuideView = z.output<typeof ServiceGuideView>;

export const BundleView = z.object({
  bundleId: z.string(),
  name: z.string(),
  nameEn: z.string(),
  /** The first is the one the number is given for, the others go with it. */
  services: z.array(Named),
  /** What all of them ask for, each paper once. */
  documents: z.array(RequiredDocument),
});
export type BundleView = z.output<typeof BundleView>;

export const CATALOGUE_FORMATS = ['json', 'yaml', 'csv'] as const;
export const CATALOGUE_FAULTS = [
  'not-text',
  'not-that-format',
  'no-rows',
  'too-many-rows',
  'unknown-column',
  'unknown-service',
  'missing',
  'wrong-date',
  'wrong-value',
  'ends-before-it-begins',
  'overlaps',
  'offline-path-removed',
  'changes-nothing',
] as const;

/** One mistake in a file of changes: where, what is wrong, what is allowed. */
export const CatalogueFault = z.object({
  /** From 1, without the headings; 0: the file as a whole, and nothing of it is used. */
  row: z.int().nonnegative(),
  column: z.string().nullable(),
  fault: z.enum(CATALOGUE_FAULTS),
  /** What may stand there, in words or as a list. */
  allowed: z.string(),
});
export type CatalogueFault = z.output<typeof CatalogueFault>;

const file = {
  format: z.enum(CATALOGUE_FORMATS),
  /** The file as it is, base64: the hall finds out whether it is UTF-8 or GB 18030. */
  content: z.base64().max(40_000),
};

export const CatalogueHistoryEntry = CatalogueChange.extend({
  why: z.enum(CATALOGUE_REASONS),
  at: Instant,
  by: StaffNumber.nullable(),
});

/** A gap in the way without a machine. */
export const CHANNEL_FINDINGS = ['no-window', 'no-paper-form', 'no-telephone'] as const;
export const ChannelFinding = z.object({ serviceCode: ServiceCode, kind: z.enum(CHANNEL_FINDINGS) });
export type ChannelFinding = z.output<typeof ChannelFinding>;

export const ChannelAuditView = z.object({
  auditId: z.uuid(),
  at: Instant,
  by: StaffNumber.nullable(),
  services: z.int().nonnegative(),
  findings: z.array(ChannelFinding),
});
export type ChannelAuditView = z.output<typeof ChannelAuditView>;

/** Every service with its way without a machine, as it stands now. */
const ChannelRow = Named.extend({
  counter: z.string(),
  counters: z.array(CounterId),
  paperForm: z.string().nullable(),
  telephone: z.string().nullable(),
});
export type ChannelRow = z.output<typeof ChannelRow>;

/** What the hall offers, and what it says of it. */
export const catalogueRows = {
  serviceGuide: {
    effect: 'query',
    summary: 'Who may apply, what to bring, what it costs and how long it takes, and each way to do it.',
    roles: guided,
    staff: nobody,
    input: z.object({ serviceCode: ServiceCode }).strict(),
    output: ServiceGuideView,
  },
  searchServices: {
    effect: 'query',
    summary: 'Services by characters, by pinyin or by its first letters, best match first.',
    roles: guided,
    staff: nobody,
    input: z.object({ words: z.string().trim().min(1).max(30) }).strict(),
    output: z.object({ services: z.array(Named) }),
  },
  listBundles: {
    effect: 'query',
    summary: 'Events in a life that need several services on one number (一件事一次办).',
    roles: guided,
    staff: nobody,
    input: z.object({}).strict(),
    output: z.object({ bundles: z.array(BundleView) }),
  },
  checkCatalogue: {
    effect: 'query',
    summary: 'What a file of changes to the catalogue would change, and its mistakes. Nothing is changed.',
    roles: office,
    staff: leaders,
    input: z.object(file).strict(),
    output: z.object({ changes: z.array(CatalogueChange), faults: z.array(CatalogueFault) }),
  },
  importCatalogue: {
    effect: 'mutation',
    summary: 'Takes the good rows of a file of changes to the catalogue and names the bad ones.',
    roles: office,
    staff: leaders,
    input: z.object({ requestId: RequestId, ...file, why: z.enum(CATALOGUE_REASONS) }).strict(),
    output: z.object({ changes: z.array(CatalogueChange), faults: z.array(CatalogueFault) }),
  },
  catalogueHistory: {
    effect: 'query',
    summary: 'Who changed what of the catalogue, when and why, newest first.',
    roles: office,
    staff: overseers,
    input: z.object({ serviceCode: ServiceCode.optional() }).strict(),
    output: z.object({ changes: z.array(CatalogueHistoryEntry) }),
  },
  auditChannels: {
    effect: 'mutation',
    summary: 'Checks that every service can be done without a machine, and keeps what was found.',
    roles: office,
    staff: leaders,
    input: z
      .object({
        requestId: RequestId,
        /** Only these; all that the hall offers without it. */
        serviceCodes: z.array(ServiceCode).min(1).max(100).optional(),
      })
      .strict(),
    output: ChannelAuditView,
  },
  channelAudits: {
    effect: 'query',
    summary: 'The way without a machine of every service, and the last checks, newest first.',
    roles: office,
    staff: overseers,
    input: z.object({}).strict(),
    output: z.object({ channels: z.array(ChannelRow), audits: z.array(ChannelAuditView) }),
  },
} as const satisfies OperationTable;
