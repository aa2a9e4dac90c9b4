import { z } from 'zod';
import { benefitSchema, BENEFITS } from '../../../preload/contracts/hall/benefit-values.ts';
import { err, ok, type Result } from '../../../preload/contracts/result.ts';
import { tierFaults, type TierFault } from '../domain/benefits/tier-faults.ts';
import { readPolicyJson } from './policy-text.ts';

const words = z.string().min(1);
const sourced = { source: words, mark: z.enum(['V', 'V2', 'G', 'P']) };
const Named = z.object({ id: z.string().regex(/^[a-z][A-Za-z]{1,29}$/), name: words }).strict();

const Place = z
  .object({
    /** GB/T 2260: six digits. */
    code: z.string().regex(/^\d{6}$/, { error: 'a division code of six digits, such as 440300' }),
    name: words,
    ageRule: z
      .object({
        counts: z.enum(['birthday', 'first-of-month']),
        leapDay: z.enum(['march-1', 'february-28']),
      })
      .strict(),
    certificationMonths: z.array(z.int().min(1).max(12)),
    backPay: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('all') }).strict(),
      z.object({ kind: z.literal('none-after'), months: z.int().positive() }).strict(),
      z.object({ kind: z.literal('none') }).strict(),
      z.object({ kind: z.literal('unknown') }).strict(),
    ]),
    elsewhere: z.array(words),
    ...sourced,
  })
  .strict();
/** A negative amount and unknown words are named with their row by the domain, not here. */
const TierRow = z
  .object({
    place: z.string(),
    benefit: z.string(),
    from: z.iso.date(),
    until: z.iso.date().optional(),
    minAge: z.int().min(0).max(150),
    maxAge: z.int().min(0).max(150).optional(),
    amount: z.number().nullable(),
    ...sourced,
  })
  .strict();
const BenefitRow = z
  .object({
    benefit: benefitSchema,
    name: words,
    who: words,
    groups: z.array(z.object({ name: words, amount: z.number().nonnegative() }).strict()),
    cap: z.number().nonnegative().nullable(),
    capPer: z.enum(['month', 'household']).nullable(),
    shares: z.array(z.object({ of: words, percent: z.number().min(0).max(100) }).strict()),
    /** Who is paid shows once a cycle that they live. */
    certified: z.boolean(),
    alsoValidFor: z.array(benefitSchema),
    ...sourced,
  })
  .strict();
const ElderCard = z
  .object({
    name: words,
    functions: z.array(words),
    channels: z.array(z.object({ name: words, how: words }).strict()),
    ...sourced,
  })
  .strict();
const Care = z
  .object({
    categories: z.array(Named).min(1),
    needs: z.array(Named).min(1),
    /** Until somebody is visited again where nobody says when. */
    followUpDays: z.int().positive(),
    ...sourced,
  })
  .strict();

const shape = { version: z.literal(1), note: z.string().optional() };
const WholeFile = z
  .object({
    ...shape,
    places: z.array(Place),
    tiers: z.array(TierRow),
    benefits: z.array(BenefitRow),
    elderCard: ElderCard.nullable(),
    care: Care,
  })
  .strict();
const OwnFile = z
  .object({
    ...shape,
    places: z.array(Place).default([]),
    tiers: z.array(TierRow).default([]),
    benefits: z.array(BenefitRow).default([]),
    elderCard: ElderCard.nullable().optional(),
    care: Care.optional(),
  })
  .strict();

export type BenefitData = Omit<z.output<typeof WholeFile>, 'version' | 'note'>;
export type OwnBenefitData = Omit<z.output<typeof OwnFile>, 'version' | 'note'>;
export type PlaceRule = z.output<typeof Place>;

/** One mistake in a file of benefits. */
export interface BenefitFault {
  readonly kind: 'unreadable' | 'not-utf-8' | 'not-json' | 'form' | TierFault['fault']['kind'];
  /** Which of its tiers, from 1; 0: another place of the file. */
  readonly row: number;
  /** For people: which file, where, what is allowed, what to do. */
  readonly sentence: string;
}

/** The file that ships with the program. */
export const readShippedBenefits = (file: string): Result<BenefitData, readonly BenefitFault[]> =>
  read(file, WholeFile, []);
/** A hall's own file: any part of it, for places that it names itself or that ship. */
export const readOwnBenefits = (
  file: string,
  shippedPlaces: readonly string[],
): Result<OwnBenefitData, readonly BenefitFault[]> => read(file, OwnFile, shippedPlaces);

function read<Shape extends z.ZodType<Pick<BenefitData, 'places' | 'tiers'>>>(
  file: string,
  shapeOf: Shape,
  shippedPlaces: readonly string[],
): Result<z.output<Shape>, readonly BenefitFault[]> {
  const json = readPolicyJson(file);
  if (!json.ok) return err([{ kind: json.error.kind, row: 0, sentence: `${file}: ${json.error.said}` }]);
  const parsed = shapeOf.safeParse(json.value);
  if (!parsed.success) return err(parsed.error.issues.map((issue) => formFault(file, issue)));
  const { places, tiers } = parsed.data;
  const known = { places: [...shippedPlaces, ...places.map(({ code }) => code)], benefits: BENEFITS };
  const faults = tierFaults(tiers, known);
  if (faults.length > 0) return err(faults.map((fault) => rowFault(file, fault)));
  return ok(parsed.data);
}

function formFault(file: string, { path, message }: z.core.$ZodIssue): BenefitFault {
  const row = path[0] === 'tiers' && typeof path[1] === 'number' ? path[1] + 1 : 0;
  return { kind: 'form', row, sentence: `${file}: ${path.join('.')}: ${message}` };
}

function rowFault(file: string, { row, fault }: TierFault): BenefitFault {
  return { kind: fault.kind, row, sentence: `${file}: row ${row} of "tiers": ${said(fault)}` };
}

function said(fault: TierFault['fault']): string {
  switch (fault.kind) {
    case 'unknown-place':
      return `no such place stands in "places". Allowed: ${fault.known.join(', ')}; or add it to "places".`;
    case 'unknown-benefit':
      return `there is no such benefit. Allowed: ${fault.known.join(', ')}.`;
    case 'negative-amount':
      return 'the amount is below nothing. Allowed: 0 or more yuan a month, or null where it is not known.';
    case 'ends-before-it-begins':
      return '"until" is before "from". Exchange the two dates, or leave "until" out.';
    case 'ages-in-wrong-order':
      return '"maxAge" is below "minAge". Exchange the two ages, or leave "maxAge" out.';
    case 'overlaps':
      return `on some days and ages row ${fault.withRow} counts as well. End one the day or the year before the other begins.`;
    case 'gap-of-ages':
      return `nobody from ${fault.after + 1} to ${fault.before - 1} years has an amount. Begin with ${fault.after + 1}.`;
    case 'gap-of-days':
      return `from ${fault.from} to ${fault.until} nobody has an amount. Begin on ${fault.from}, or end the rule before later.`;
  }
}
