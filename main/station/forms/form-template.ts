import { z } from 'zod';
import { ServiceCode } from '../../../preload/contracts/ids.ts';

/** Where a value comes from that nobody has to write. `divorce.`: computed from the day of acceptance. */
export const FORM_SOURCES = [
  'card.name',
  'card.sex',
  'card.birth',
  'card.idNumber',
  'card.address',
  'hall.name',
  'hall.telephone',
  'today',
  'divorce.acceptedOn',
  'divorce.coolingLast',
  'divorce.windowFrom',
  'divorce.windowTo',
] as const;
export type FormSource = (typeof FORM_SOURCES)[number];

const word = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]{0,39}$/, { error: 'letters and digits, a small letter first' });
const common = { id: word, label: z.string().min(1).max(40) };

/** A place on the form: filled from a source, or left to be written by hand. */
const Field = z.discriminatedUnion('kind', [
  z
    .object({
      ...common,
      kind: z.enum(['text', 'idNumber', 'date', 'phone', 'money', 'number']),
      from: z.enum(FORM_SOURCES).optional(),
      /** Characters that the blank has room for. */
      width: z.int().min(2).max(40).default(10),
    })
    .strict(),
  z
    .object({
      ...common,
      kind: z.enum(['choice', 'choices']),
      options: z.array(z.string().min(1).max(30)).min(2).max(20),
      from: z.literal('card.sex').optional(),
    })
    .strict(),
  z.object({ ...common, kind: z.literal('lines'), lines: z.int().min(1).max(20) }).strict(),
  /** Always by hand. */
  z.object({ ...common, kind: z.literal('signature'), width: z.int().min(4).max(20).default(8) }).strict(),
]);
export type FormField = z.output<typeof Field>;

/** What form.yaml of a form says; the page itself stands beside it. */
export const FormFile = z
  .object({
    id: z.string().regex(/^[a-z][a-z0-9-]{2,59}$/, { error: 'small letters, digits and dashes' }),
    /** Short, for who asks for the form by telephone: LN-01-1. */
    code: z.string().regex(/^[A-Z]{2}(?:-\d{1,2}){1,2}$/, { error: 'for example LN-01-1' }),
    title: z.string().min(2).max(40),
    version: z.string().regex(/^\d{4}\.\d{1,3}$/, { error: 'year and count, for example 2026.1' }),
    from: z.iso.date(),
    until: z.iso.date().optional(),
    services: z.array(ServiceCode),
    copies: z.int().min(1).max(4).default(1),
    /** Law, rule or practice that the form follows. */
    basis: z.string().min(2),
    /** Ours, not an office's own sheet: the paper says so. */
    model: z.boolean(),
    fields: z.array(Field),
  })
  .strict();

export interface FormTemplate extends z.output<typeof FormFile> {
  /** HTML of the page's body, with a `{{placeholder}}` for each field. */
  readonly page: string;
}

/** Placeholders that every page may use without naming a field. */
export const BUILT_IN = ['hall.name', 'today'] as const satisfies readonly FormSource[];

export const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/g;
