import { z } from 'zod';
import { RequestId, ServiceCode } from '../ids.ts';
import type { OperationTable } from '../operation.ts';

/** 14 pt is the smallest text of a form for elders; large print is for who cannot read that. */
export const FORM_SIZES = ['standard', 'large'] as const;

/** So often one form comes out in one visit: paper is not a toy. */
export const MOST_PRINTS_OF_A_FORM = 3;

const FormId = z.string().regex(/^[a-z][a-z0-9-]{2,59}$/, { error: 'small letters, digits and dashes' });

export const FormView = z.object({
  formId: z.string(),
  /** Short, for who asks for it by telephone: LN-01-1. */
  code: z.string(),
  title: z.string(),
  version: z.string(),
  services: z.array(ServiceCode),
  copies: z.int().positive(),
  /** Our model, not an office's own sheet. */
  model: z.boolean(),
  /** Places to fill but for signatures, and how many of them a card fills. */
  fields: z.int().nonnegative(),
  fromCard: z.int().nonnegative(),
});
export type FormView = z.output<typeof FormView>;

/** A form that somebody has asked for in this visit, the newest one. */
export const FormPrintView = z.object({
  formId: z.string(),
  state: z.enum(['printing', 'confirmed', 'unknown', 'refused']),
  /** Why not, or why nobody knows; null while it prints and when the printer confirmed. */
  reason: z.string().nullable(),
  /** How often it came out in this visit. */
  prints: z.int().nonnegative(),
});
export type FormPrintView = z.output<typeof FormPrintView>;

const Wish = z.object({
  requestId: RequestId,
  formId: FormId,
  size: z.enum(FORM_SIZES).default('standard'),
  /** For a paper that says the dates of a divorce application: the day on which it was accepted. */
  acceptedOn: z.iso.date().optional(),
});
export const printedForm = z.object({
  printState: z.enum(['confirmed', 'unknown', 'refused']),
  /** `none`: this PC has no such printer. */
  reason: z.string().nullable(),
});

/** Forms on paper: to write on by hand, or with what the card says already in its place. */
export const formRows = {
  listForms: {
    effect: 'query',
    summary: 'The forms in force today, of one service or of all.',
    roles: ['kiosk', 'admin'],
    staff: [],
    input: z.object({ serviceCode: ServiceCode.optional() }).strict(),
    output: z.object({ forms: z.array(FormView) }),
  },
  printBlankForm: {
    effect: 'mutation',
    summary: 'Print a form to be written by hand.',
    roles: ['kiosk'],
    staff: [],
    input: Wish.strict(),
    output: printedForm,
  },
  printForm: {
    effect: 'mutation',
    summary: 'Print a form with what the card says in its place. Without a card it is blank.',
    roles: ['kiosk'],
    staff: [],
    input: Wish.strict(),
    output: printedForm,
  },
  printNotice: {
    effect: 'mutation',
    summary: 'Print the one-time notice (一次性告知单) of a service: all that it asks for, on A4.',
    roles: ['kiosk'],
    staff: [],
    input: z
      .object({
        requestId: RequestId,
        serviceCode: ServiceCode,
        size: z.enum(FORM_SIZES).default('large'),
      })
      .strict(),
    output: printedForm,
  },
} as const satisfies OperationTable;
