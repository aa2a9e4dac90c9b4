import { z } from 'zod';
import { RequestId } from '../ids.ts';
import type { OperationTable } from '../operation.ts';
import { benefitSchema, CONSENT_ANSWERS, CycleView, PROACTIVE_STATES, TierView } from './benefit-values.ts';
import { Person } from './person.ts';
import { nobody } from './rows.ts';

const asking = ['kiosk', 'counter', 'admin'] as const;

/** Who may have it and what it is, as the hall's data say. */
const BenefitView = z.object({
  benefit: benefitSchema,
  name: z.string(),
  who: z.string(),
  /** Groups with amounts in yuan a month; empty where age or a ceiling decides. */
  groups: z.array(z.object({ name: z.string(), amount: z.number().nonnegative() })),
  /** The most that is paid, yuan; null: no ceiling is stated. */
  cap: z.number().nullable(),
  capPer: z.enum(['month', 'household']).nullable(),
  /** Percent of a bill that is paid, by where it is from. */
  shares: z.array(z.object({ of: z.string(), percent: z.number() })),
  source: z.string(),
  mark: z.string(),
});
export const ElderCardView = z.object({
  name: z.string(),
  functions: z.array(z.string()),
  channels: z.array(z.object({ name: z.string(), how: z.string() })),
  /** It says who somebody may be. It never proves it where money is paid. */
  provesForMoney: z.literal(false),
  source: z.string(),
});
export const BenefitTableView = z.object({
  /** Null: the hall's data have no rule for this place. */
  place: z.object({ code: z.string(), name: z.string() }).nullable(),
  /** In force today. */
  tiers: z.array(TierView),
  benefits: z.array(BenefitView),
  elderCard: ElderCardView.nullable(),
  /** Where else it can be done; none needs a telephone of one's own at this kiosk. */
  elsewhere: z.array(z.string()),
  nextCheck: CycleView.nullable(),
  source: z.string().nullable(),
  /** Who is visited at home, as the hall calls them. */
  careCategories: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type BenefitTableView = z.output<typeof BenefitTableView>;

export const BenefitStandingView = z.object({
  on: z.iso.date(),
  age: z.int().nonnegative(),
  /** Null: no tier is for this age. */
  tier: TierView.nullable(),
  /** The next amount, and its first day; null: none. */
  next: z.object({ on: z.iso.date(), tier: TierView }).nullable(),
  nextCheck: CycleView.nullable(),
  /** A check that is open now, where the person stands on the hall's list; null: none, or not on the list. */
  check: z.enum(['due', 'late', 'to-confirm', 'needs-visit']).nullable(),
  /** An allowance that waits for this person's answer. */
  offer: z
    .object({
      begins: z.iso.date(),
      amount: z.number().nonnegative().nullable(),
      state: z.enum(PROACTIVE_STATES),
    })
    .nullable(),
  elsewhere: z.array(z.string()),
});
export type BenefitStandingView = z.output<typeof BenefitStandingView>;

const MealPointView = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(['canteen', 'restaurant', 'delivery', 'neighbour', 'volunteer']),
  community: z.string(),
  address: z.string(),
  distance: z.string(),
  phone: z.string().nullable(),
  hours: z.string(),
  /** Yuan a meal. */
  price: z.number().nonnegative(),
  groups: z.array(
    z.object({ group: z.string(), subsidy: z.number().nonnegative(), share: z.number().nonnegative() }),
  ),
});
export const MealsView = z.object({
  /** Invented, to show what such a list is; a hall puts its own in its place. */
  sample: z.boolean(),
  points: z.array(MealPointView),
  policies: z.array(
    z.object({
      group: z.string(),
      who: z.string(),
      subsidy: z.number().nonnegative(),
      from: z.iso.date(),
      until: z.iso.date().nullable(),
      source: z.string(),
    }),
  ),
  communities: z.array(z.string()),
});
export type MealsView = z.output<typeof MealsView>;

/** Benefits as a visitor meets them: what the table says, and what the person answers. The counter decides. */
export const benefitRows = {
  benefitTable: {
    effect: 'query',
    summary: 'The allowances and subsidies of this place, with amounts, dates and sources.',
    roles: asking,
    staff: nobody,
    input: z.object({}).strict(),
    output: BenefitTableView,
  },
  benefitStanding: {
    effect: 'query',
    summary:
      'Which tier a birth date has today, and what waits for this person. An estimate by the table; nothing of it is kept.',
    roles: ['kiosk', 'counter'],
    staff: nobody,
    input: z.object({ birthDate: z.string().min(8).max(10), holder: Person.optional() }).strict(),
    output: BenefitStandingView,
  },
  answerOffer: {
    effect: 'mutation',
    summary: 'A person with their card agrees to an allowance that is offered to them, or declines it.',
    roles: ['kiosk'],
    staff: nobody,
    input: z.object({ requestId: RequestId, holder: Person, answer: z.enum(CONSENT_ANSWERS) }).strict(),
    output: z.object({ state: z.enum(PROACTIVE_STATES) }),
  },
  certifyInPerson: {
    effect: 'mutation',
    summary: 'A person came themselves and their card was read: noted as a check that staff still confirm.',
    roles: ['kiosk'],
    staff: nobody,
    input: z
      .object({
        requestId: RequestId,
        holder: Person,
        /** Missing: the first that is due. */
        benefit: benefitSchema.optional(),
      })
      .strict(),
    output: z.object({ certificationId: z.uuid(), cycle: z.string(), benefits: z.array(benefitSchema) }),
  },
  listMeals: {
    effect: 'query',
    summary: 'Where elders eat, what it costs and what they pay themselves, by community and group.',
    roles: asking,
    staff: nobody,
    input: z
      .object({ community: z.string().max(40).optional(), group: z.string().max(40).optional() })
      .strict(),
    output: MealsView,
  },
} as const satisfies OperationTable;
