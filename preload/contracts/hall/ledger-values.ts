import { z } from 'zod';
import { ServiceCode, StaffNumber } from '../ids.ts';
import { DIFFICULTY_KINDS } from './closed-lists.ts';
import { keptText, officeText, type Words } from './office-text.ts';

/**
 * Where a record of the ledger comes from. The first three open by themselves: a difficulty that was reported, a "no" of
 * a self-inspection, a service for which a check of the channels found no window.
 */
export const LEDGER_SOURCES = [
  'difficulty',
  'self-inspection',
  'no-offline-channel',
  'traditional-removed',
  'complaint',
  'meal',
  'food-safety',
  'measure',
] as const;
export type LedgerSource = (typeof LEDGER_SOURCES)[number];

/** The seven scenes of 国办发〔2020〕45号 part two. */
export const LEDGER_SCENES = [
  'emergency',
  'travel',
  'medical',
  'shopping',
  'culture-sport',
  'public-service',
  'smart-products',
] as const;
export const USUAL_SCENE = 'public-service' satisfies (typeof LEDGER_SCENES)[number];
export type LedgerScene = (typeof LEDGER_SCENES)[number];

/** 立即做到, 立即整改, 立即引导. */
export const LEDGER_RESPONSES = ['do-now', 'fix-now', 'guide-now'] as const;
export type LedgerResponse = (typeof LEDGER_RESPONSES)[number];

export const LEDGER_STATES = ['open', 'underway', 'done', 'closed', 'reopened'] as const;
export type LedgerState = (typeof LEDGER_STATES)[number];

export const LEDGER_STEPS = ['take', 'escalate', 'refer', 'reply', 'finish', 'close', 'reopen'] as const;
export type LedgerStep = (typeof LEDGER_STEPS)[number];

/** Who decides, from below. A record begins at the hall. */
export const LEDGER_LEVELS = ['hall', 'district', 'city', 'province', 'ministry'] as const;
export type LedgerLevel = (typeof LEDGER_LEVELS)[number];

/** The plan of 国办发〔2020〕45号 numbers its measures from 1 to 20. */
export const LAST_MEASURE = 20;
export const MeasureNumber = z.int().min(1).max(LAST_MEASURE);

const date = z.iso.date();
const MOST_MILESTONES = 20;
const [SHORT, STEP, LONG] = [60, 200, 500];

/** What must be written where something cannot be done at once: 情况说明, 细化方案, 实施步骤. */
const guidanceIn = (words: Words) =>
  z
    .object({
      explanation: words(LONG),
      plan: words(LONG),
      steps: z
        .array(z.object({ what: words(STEP), by: date }).strict())
        .min(1)
        .max(MOST_MILESTONES),
    })
    .strict();

/** Somebody answers for it, in one of the three ways, by a day. */
const takingIn = (words: Words) =>
  z
    .object({
      owner: StaffNumber,
      response: z.enum(LEDGER_RESPONSES),
      /** The usual term of the response where it is missing. */
      dueOn: date.optional(),
      guidance: guidanceIn(words).optional(),
    })
    .strict()
    .superRefine(({ response, guidance }, context) => {
      if ((response === 'guide-now') === (guidance !== undefined)) return;
      const message =
        guidance === undefined
          ? 'with guide-now: explanation, plan and steps with dates. Write all three, then save again'
          : 'only with guide-now';
      context.addIssue({ code: 'custom', path: ['guidance'], message });
    });

const step = <Name extends LedgerStep, Shape extends z.ZodRawShape>(name: Name, shape: Shape) =>
  z.object({ step: z.literal(name), ...shape }).strict();

const changeIn = (words: Words) =>
  z.discriminatedUnion('step', [
    step('take', { taking: takingIn(words) }),
    step('escalate', { level: z.enum(LEDGER_LEVELS).exclude(['hall']), question: words(LONG) }),
    step('refer', { department: words(SHORT), replyBy: date }),
    step('reply', { to: z.enum(['escalation', 'referral']), text: words(LONG) }),
    /** `restoredOn`: with `traditional-removed`, and only there. */
    step('finish', { evidence: words(LONG), restoredOn: date.optional() }),
    step('close', { check: words(LONG) }),
    step('reopen', { reason: words(LONG) }),
  ]);

export const Guidance = guidanceIn(keptText);
export const Taking = takingIn(officeText);
export type Taking = z.output<typeof Taking>;
/** One step in the life of a record, with what it needs. */
export const LedgerChange = changeIn(officeText);
export type LedgerChange = z.output<typeof LedgerChange>;
/** The same as it was kept. */
export const KeptLedgerChange = changeIn(keptText);

/** Visitors who were ill after a meal, as somebody saw it. */
const foodSafetyIn = (words: Words) =>
  z
    .object({
      place: words(SHORT),
      on: date,
      time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'hours and minutes, as in 11:40'),
      people: z.int().min(1).max(10_000),
    })
    .strict();

const opening = <Name extends LedgerSource, Shape extends z.ZodRawShape>(name: Name, shape: Shape) =>
  z.object({ source: z.literal(name), ...shape }).strict();

/** What somebody of staff can open a record for. */
export const LedgerMatter = z.discriminatedUnion('source', [
  opening('traditional-removed', { item: officeText(LONG), removedOn: date }),
  opening('complaint', { item: officeText(LONG) }),
  opening('meal', { item: officeText(LONG), mealPoint: officeText(SHORT) }),
  opening('food-safety', { item: officeText(LONG).optional(), foodSafety: foodSafetyIn(officeText) }),
  opening('measure', { item: officeText(LONG), measure: MeasureNumber }),
]);
export type LedgerMatter = z.output<typeof LedgerMatter>;

/** The way without a machine of one service, as it was on a day. */
export const ChannelState = z.object({
  counters: z.array(z.string()),
  paperForm: z.string().nullable(),
  telephone: z.string().nullable(),
});
export type ChannelState = z.output<typeof ChannelState>;

/** What a record is about, as far as its source says it in fields. */
export const LedgerAbout = z
  .object({
    difficulty: z.enum(DIFFICULTY_KINDS).optional(),
    /** Which self-inspection, and which of its questions; a case has none. */
    inspectionId: z.uuid().optional(),
    question: keptText(SHORT).optional(),
    serviceCode: ServiceCode.optional(),
    before: ChannelState.optional(),
    removedOn: date.optional(),
    mealPoint: keptText(SHORT).optional(),
    foodSafety: foodSafetyIn(keptText).optional(),
    measure: MeasureNumber.optional(),
  })
  .strict();
export type LedgerAbout = z.output<typeof LedgerAbout>;
